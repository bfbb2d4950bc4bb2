import { issueAt, type PackIssue } from '../format/pack-issue.ts';
import { type SourceText } from '../format/source-text.ts';
import { type PackDraft } from '../format/read-pack.ts';

interface Hidden {
  readonly code: string;
  readonly what: string;
  readonly form: RegExp;
}

/** Scripts in whose spelling joiners stand between letters. */
const joining =
  '\\p{sc=Arab}\\p{sc=Deva}\\p{sc=Beng}\\p{sc=Guru}\\p{sc=Gujr}\\p{sc=Orya}\\p{sc=Taml}\\p{sc=Telu}\\p{sc=Knda}\\p{sc=Mlym}\\p{sc=Sinh}\\p{sc=Syrc}';
const bidi = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
const tags = '\\u{e0000}-\\u{e007f}';

/**
 * What a reader of a file does not see, or sees as something else (S9). A joiner may stand between two letters of a script that needs it, and a
 * selector behind the one emoji that it shapes; number signs of Arabic are visible although Unicode calls them formats.
 */
const hidden: readonly Hidden[] = [
  { code: 'tag-character', what: 'tag character', form: RegExp(`[${tags}]`, 'gu') },
  { code: 'bidi-control', what: 'control of text direction', form: RegExp(`[${bidi}]`, 'gu') },
  {
    code: 'zero-width',
    what: 'invisible character',
    form: RegExp(`(?![\\u200d\\u200c${bidi}${tags}]|\\p{Variation_Selector})[\\p{DI}\\u2800\\ufff9-\\ufffb\\u{13430}-\\u{1343f}]`, 'gu'),
  },
  {
    code: 'joiner',
    what: 'invisible joiner',
    form: RegExp(`(?<![${joining}\\p{M}])[\\u200d\\u200c]|[\\u200d\\u200c](?![${joining}])`, 'gu'),
  },
  {
    code: 'variation-selector',
    what: 'variation selector',
    form: /(?<!\p{Extended_Pictographic})[\ufe0e\ufe0f]|(?=\p{Variation_Selector})[^\ufe0e\ufe0f]/gu,
  },
  { code: 'control', what: 'control character', form: /[^\P{Cc}\n]|[\u2028\u2029]/gu },
  { code: 'odd-space', what: 'space of unusual width', form: /[\u1680\u2000-\u2008\u200a\u205f]/gu },
  { code: 'private-use', what: 'character without a fixed meaning', form: /[\p{Co}\p{Cn}\p{Cs}]/gu },
  { code: 'stacked-marks', what: 'pile of combining marks', form: /\p{Mn}{5,}/gu },
];

/** Longest list of one kind from one file: the first ones say enough. */
const most = 5;

/** Looks at the bytes of every file, read or not: what is in no field hides as well. */
export function hiddenText({ sources }: Pick<PackDraft, 'sources'>): readonly PackIssue[] {
  return [...sources.values()].flatMap((source) => [...hiddenCharacters(source), ...notComposed(source)]);
}

/** Everything that any of the forms can match: most files have none of it. */
const suspect = /[^\P{C}\n]|[\p{Zl}\p{Zp}\p{DI}\u2800\u1680\u2000-\u2008\u200a\u205f]|\p{Mn}{5}/u;

function hiddenCharacters(source: SourceText): readonly PackIssue[] {
  if (!suspect.test(source.text)) return [];
  return hidden.flatMap(({ code, what, form }) =>
    Array.from(source.text.matchAll(form))
      .slice(0, most)
      .map((match) => {
        const name = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
        return issueAt(source.positionAt(match.index), {
          rule: 'S9',
          path: '',
          code,
          expected: 'text that shows all that it holds',
          received: `${what} ${name}`,
          mend: `Remove the ${what} ${name}.`,
        });
      }),
  );
}

function notComposed(source: SourceText): readonly PackIssue[] {
  if (source.text.normalize('NFC') === source.text) return [];
  const lines = source.text.split('\n');
  const line = lines.findIndex((written) => written.normalize('NFC') !== written);
  return [
    issueAt(
      { file: source.path, line: Math.max(0, line) + 1, column: 1 },
      {
        rule: 'S9',
        path: '',
        code: 'not-normalised',
        expected: 'Unicode normalisation form C',
        received: 'another form',
        mend: 'Save the file in NFC, so that one text has one spelling.',
      },
    ),
  ];
}
