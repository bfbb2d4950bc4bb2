import { safetyCorpus } from '@parlance/charter';
import { judge } from '../candidate.ts';
import { finishScan, freshScan, scan } from '../matching/scanner.ts';
import { type Screen } from '../screen.ts';
import { foldedString } from '../text/fold.ts';

const nobodyTyped: ReadonlySet<string> = new Set();

/** Whether no classifier may leave a sentence out: it holds a published number or address, or says what the safety corpus of the charter says (R10). */
export function isProtected(screen: Screen, sentence: string): boolean {
  return holdsPublished(screen, sentence) || isSafetyInformation(sentence);
}

function holdsPublished(screen: Screen, sentence: string): boolean {
  const [scanned, first] = scan(screen.table, freshScan, sentence);
  return [...first, ...finishScan(screen.table, scanned).hits].some(
    (hit) =>
      screen.roles[hit.entry]?.kind === 'published' ||
      judge({ screen, hit, text: sentence.slice(hit.start, hit.end), exempt: nobodyTyped })?.verdict === 'exempt',
  );
}

/** So large a part of a known text has to be in a sentence that says it, with or without more around it. */
const likeness = 0.7;
/** So large a part of a sentence has to be in a known text of which it is a piece; and so many words, because little words are in every text. */
const piece = 0.85;
const fewestWords = 6;

/** Whether a sentence says, in much the same words, what a text of the safety corpus says, or a good part of it. It knows words and no paraphrase. */
export function isSafetyInformation(sentence: string): boolean {
  const words = [...wordsOf(sentence)];
  return corpus().some((known) => {
    const common = words.filter((word) => known.has(word)).length;
    if (words.length < fewestWords) return common === known.size;
    return common >= likeness * known.size || common >= piece * words.length;
  });
}

let read: readonly ReadonlySet<string>[] | null = null;

function corpus(): readonly ReadonlySet<string>[] {
  return (read ??= Object.values(safetyCorpus).flatMap((texts) => texts.map(({ text }) => wordsOf(text))));
}

/** In scripts that put no space between words, each character counts as one. */
const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+/gu;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(foldedString(text).match(word));
}
