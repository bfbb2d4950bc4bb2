import { issueAt, type PackIssue, shown } from '../format/pack-issue.ts';
import { type RawFile } from '../format/reading.ts';
import { type Check } from './check-context.ts';
import { evaluation } from './evaluation-matcher.ts';
import { faultsOf } from './meaning/meaning.ts';
import { type MeaningCode } from './meaning/meaning-pattern.ts';
import { folded } from './phrase.ts';

/**
 * An address is shown to people and to the model, and what stands behind its domain can be made to say anything. Names of laws and of services stand there as
 * well, so only judgements are looked for (S16).
 */
export const addressWords: Check = ({ draft: { raw, sources } }) => {
  const known = new Map<string, boolean>();
  return [...raw].flatMap(([file, { texts }]) => {
    const source = sources.get(file);
    return source === undefined
      ? []
      : judgingAddresses(texts, known).map(({ path, text, offset }) => issueOf(text, path, source.positionAt(offset)));
  });
};

function judgingAddresses(texts: RawFile['texts'], known: Map<string, boolean>): RawFile['texts'] {
  return texts.filter(({ text }) => {
    if (!/^https:\/\//i.test(text)) return false;
    const verdict = known.get(text) ?? isJudgement(wordsOf(text));
    known.set(text, verdict);
    return verdict;
  });
}

const judgements: readonly MeaningCode[] = ['evaluation', 'denunciation'];

function isJudgement(words: string): boolean {
  return (
    evaluation(folded(words)) ||
    faultsOf(words, { language: null, kind: 'name' }).some(({ code }) => judgements.some((one) => one === code))
  );
}

/** Each part of the path is a sentence of its own; a great letter inside a word is taken for the start of the next. */
function wordsOf(address: string): string {
  return decoded(address.slice('https://'.length))
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[/?#&]+/g, '. ')
    .replace(/[^\p{L}\p{M}\p{N}. ]+/gu, ' ')
    .trim();
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function issueOf(address: string, path: string, position: Parameters<typeof issueAt>[0]): PackIssue {
  return issueAt(position, {
    rule: 'S16',
    path,
    code: 'judging-address',
    expected: 'an address without praise or blame in it',
    received: shown(address),
    mend: 'Give the address of an official page; a pack has no opinion of any authority, party or leader.',
  });
}
