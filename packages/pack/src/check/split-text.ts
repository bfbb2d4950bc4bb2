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
const wholeTexts = /^(?:additions|restrictions|services|terminology|knowledge|notices|curriculum)$/;

/** Texts of one file and language in the order of the file, and those of one field of each entry of a list. */
function neighbours({ freeTexts }: CheckContext): readonly (readonly Placed[])[] {
  const groups = new Map<string, Placed[]>();
  const put = (key: string, placed: Placed): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [placed]);
    else group.push(placed);
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

/** Texts that run on into each other, from the first that begins a sentence to the last that goes on in it. */
function sentencesAcross(texts: readonly Placed[]): readonly Sentence[] {
  const runs: Placed[][] = [];
  for (const [index, placed] of texts.entries()) {
    const before = texts[index - 1];
    if (before !== undefined && continues(before, placed)) runs.at(-1)?.push(placed);
    else runs.push([placed]);
  }
  return runs.map((run) => ({ pieces: isLabel(run) ? run.slice(0, most) : run })).filter(({ pieces }) => pieces.length > 1);
}

/** Wordings of notices are shown each by itself, and hardly more than a few side by side. */
const most = 4;

function isLabel([first]: readonly Placed[]): boolean {
  return first?.subject.folder === 'notices';
}

/** A text that has no end, and one that begins in the middle: with a small letter, or with one that is neither small nor great. */
function continues({ text: before }: Placed, { text: after, subject: { folder } }: Placed): boolean {
  const isOpen = !/[.!?…؟۔।。！？:]["'”»)\]]*\s*$/u.test(before);
  return isOpen && /^[^\p{L}\p{N}]*[\p{Ll}\p{Lo}]/u.test(after) && !standsAlone(after, folder);
}

/** A term or a label is a word among words, and a title of a script without capitals begins no sentence of the text below it. */
function standsAlone(text: string, folder: string): boolean {
  if (folder === 'terminology' || folder === 'notices') return !/\s|[\p{sc=Hani}\p{sc=Hira}]{4}/u.test(text);
  return folder === 'knowledge' && /^[^\p{L}]*\p{Lo}/u.test(text);
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

const judged = ['instruction', 'concealment', 'denunciation', 'discouragement', 'evaluation', 'exclusion'];

function splits(pieces: readonly Placed[], whole: string): boolean {
  const apart = new Set(pieces.flatMap(({ text, subject }) => faultsOf(text, subject).map(({ code }) => code)));
  const subjects = new Map(pieces.map(({ subject }) => [`${subject.kind} ${subject.language ?? ''}`, subject]));
  return [...subjects.values()].some((subject) => faultsOf(whole, subject).some(({ code }) => judged.includes(code) && !apart.has(code)));
}
