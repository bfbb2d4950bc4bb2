import { issueAt, type PackIssue, shown } from '../format/pack-issue.ts';
import { type Check, type CheckContext } from './check-context.ts';
import { type FreeText, type TextPlace } from './free-text.ts';
import { faultsOf } from './meaning/meaning.ts';
import { sentencesOf } from './meaning/plain-words.ts';

/** One place of a text, with what it says and what it is there for. */
interface Placed {
  readonly text: string;
  readonly subject: FreeText['subject'];
  readonly place: TextPlace;
}

/** A sentence that stands in several fields; the pieces are joined by a space. */
interface Sentence {
  readonly pieces: readonly Placed[];
}

/** A sentence that is cut up and spread over fields that stand one after the other is judged as the sentence that it is (S16). */
export const splitText: Check = (context) => {
  const known = new Map<string, boolean>();
  return neighbours(context).flatMap((texts) => sentencesAcross(texts).flatMap((sentence) => issuesOf(sentence, known)));
};

/** Folders whose fields a reader may read one after the other. */
const wholeTexts = /^(?:additions|restrictions|services|terminology|notices|curriculum)$/;

/** Texts of one file and language in the order of the file, and those of one field of each entry of a list. */
function neighbours({ freeTexts }: CheckContext): readonly (readonly Placed[])[] {
  const groups = new Map<string, Placed[]>();
  const put = (key: string, placed: Placed): void => {
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  };
  for (const { text, subject, places } of freeTexts) {
    if (subject.isBorrowed || !wholeTexts.test(subject.folder)) continue;
    for (const place of places) {
      const placed = { text, subject, place };
      const base = `${place.source.path} ${subject.language ?? ''}`;
      const field = place.path.replace(/\d+/g, '#');
      put(base, placed);
      if (field !== place.path) put(`${base} ${field}`, placed);
    }
  }
  return [...groups.values()].map((group) => group.sort((left, right) => left.place.offset - right.place.offset));
}

const most = 4;

/** Begins that the text before it left open, and goes on in it. */
function sentencesAcross(texts: readonly Placed[]): readonly Sentence[] {
  return texts.flatMap((_, start) => {
    const length = texts.slice(start + 1, start + most).findIndex((next, index) => !continues(texts[start + index]?.text ?? '', next.text));
    const pieces = texts.slice(start, length === -1 ? start + most : start + 1 + length);
    const isStart = start === 0 || !continues(texts[start - 1]?.text ?? '', texts[start]?.text ?? '');
    return isStart && pieces.length > 1 ? [{ pieces }] : [];
  });
}

/** A text that has no end, and one that begins in the middle: with a small letter, or with one that is neither small nor great. */
function continues(before: string, after: string): boolean {
  return (
    !/[.!?…؟۔।。！？:]["'”»)\]]*\s*$/u.test(before) &&
    /^[^\p{L}\p{N}]*[\p{Ll}\p{Lo}]/u.test(after) &&
    /\s|[\p{sc=Hani}\p{sc=Hira}]{4}/u.test(after)
  );
}

/** Only what no piece says by itself is said of all of them. */
function issuesOf({ pieces }: Sentence, known: Map<string, boolean>): readonly PackIssue[] {
  const [last] = pieces.slice(-1);
  if (last === undefined) return [];
  const whole = sentencesOf(pieces.map(({ text }) => text).join(' ')).join('. ');
  const key = `${last.subject.kind} ${whole}`;
  const isSplit = known.get(key) ?? splits(pieces, whole);
  known.set(key, isSplit);
  if (!isSplit) return [];
  const mend = 'Write whole sentences into each field; read together, these say what a pack must not say.';
  return pieces.map(({ place, text }) =>
    issueAt(place.source.positionAt(place.offset), {
      rule: 'S16',
      path: place.path,
      code: 'split-text',
      expected: 'fields that say nothing else when they are read one after the other',
      received: shown(text),
      mend,
    }),
  );
}

const judged = ['instruction', 'concealment', 'denunciation', 'discouragement', 'evaluation'];

function splits(pieces: readonly Placed[], whole: string): boolean {
  const apart = new Set(pieces.flatMap(({ text, subject }) => faultsOf(text, subject).map(({ code }) => code)));
  return pieces.some(({ subject }) => faultsOf(whole, subject).some(({ code }) => judged.includes(code) && !apart.has(code)));
}
