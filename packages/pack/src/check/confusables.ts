import { issueAt, type PackIssue } from '../format/pack-issue.ts';
import { type PackDraft } from '../format/read-pack.ts';
import { type SourceText } from '../format/source-text.ts';

/** Scripts whose letters pass for those of another. Two of them in one word are a disguise (S9). */
const alike = ['Latn', 'Cyrl', 'Grek', 'Armn', 'Cher', 'Copt'] as const;

/** Above here these scripts have only letters of phonetic notation and of medieval spelling. */
const tableEnd = 0x3000;
const otherCharacter = 0;
const mark = 255;

const scriptForms: Readonly<Record<(typeof alike)[number], RegExp>> = {
  Latn: /\p{sc=Latn}/u,
  Cyrl: /\p{sc=Cyrl}/u,
  Grek: /\p{sc=Grek}/u,
  Armn: /\p{sc=Armn}/u,
  Cher: /\p{sc=Cher}/u,
  Copt: /\p{sc=Copt}/u,
};

/** For a UTF-16 unit the number of its script from 1, or whether it is a mark, which belongs to the letter before it. */
const scriptOfUnit: Uint8Array = Uint8Array.from({ length: tableEnd }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/\p{M}/u.test(character)) return mark;
  return alike.findIndex((script) => scriptForms[script].test(character)) + 1;
});

/** Offsets of letters that stand in one word behind a letter of another script. */
function mixedAt(text: string): readonly number[] {
  const offsets: number[] = [];
  let before = otherCharacter;
  for (let offset = 0; offset < text.length && offsets.length < most; offset++) {
    const script = scriptOfUnit[text.charCodeAt(offset)] ?? otherCharacter;
    if (script === mark) continue;
    if (script !== otherCharacter && before !== otherCharacter && script !== before) offsets.push(offset);
    before = script;
  }
  return offsets;
}

/** Letters that are pictures of Latin letters: mathematical, full-width, circled, squared, raised. */
const styledLetter = /[\u{1d400}-\u{1d7ff}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2460-\u24ff\u{1f130}-\u{1f189}\u1d2c-\u1d6a]+/gu;

const most = 5;

export function confusables({ sources }: Pick<PackDraft, 'sources'>): readonly PackIssue[] {
  return [...sources.values()].flatMap((source) => {
    if (!/[^\0-\u024f]/.test(source.text)) return [];
    return [
      ...found(source, mixedAt(source.text), {
        code: 'mixed-script',
        expected: 'words in one script',
        received: 'a word with letters of two scripts that look alike',
        mend: 'Write the whole word in one script.',
      }),
      ...found(source, styledAt(source.text), {
        code: 'styled-letter',
        expected: 'plain letters and digits',
        received: 'letters or digits in another style',
        mend: 'Write plain letters and digits.',
      }),
    ];
  });
}

interface Facts {
  readonly code: string;
  readonly expected: string;
  readonly received: string;
  readonly mend: string;
}

function found(source: SourceText, offsets: readonly number[], facts: Facts): readonly PackIssue[] {
  return offsets.map((offset) => issueAt(source.positionAt(offset), { rule: 'S9', path: '', ...facts }));
}

function styledAt(text: string): readonly number[] {
  return Array.from(text.matchAll(styledLetter), ({ index }) => index).slice(0, most);
}
