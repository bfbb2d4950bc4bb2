import { otherReadings } from '../disguise/readings.ts';
import { mirrored, rot13 } from '../disguise/turned-text.ts';
import { languageOf } from '../lexicon/lexicons.ts';
import { holds, type MeaningCode } from './meaning-pattern.ts';
import { meaningPatterns } from './meaning-patterns.ts';
import { sentencesOf } from './plain-words.ts';
import { type TextKind } from './text-kind.ts';
import { type Hits, wordHits } from './word-hits.ts';

const byKind = new Map<TextKind, typeof meaningPatterns>();

function patternsFor(kind: TextKind): typeof meaningPatterns {
  const known = byKind.get(kind) ?? meaningPatterns.filter(({ pattern }) => pattern.kinds?.includes(kind) ?? true);
  byKind.set(kind, known);
  return known;
}

/** What a verdict depends on beside the text. */
export interface Subject {
  /** Null where it is not known. */
  readonly language: string | null;
  readonly kind: TextKind;
}

interface Judged {
  readonly codes: ReadonlySet<MeaningCode>;
  /** Whether any word of it is in a lexicon. */
  readonly isKnown: boolean;
}

/** What the sentences of a text combine that they must not, in whatever language, as it stands and with its disguises undone. */
export function judgeText(text: string, subject: Subject): readonly MeaningCode[] {
  const plain = judgeWords(text, subject);
  const turned = plain.isKnown || !/\S\s+\S+\s+\S/.test(text) ? [] : [mirrored(text), rot13(text)];
  const others = [...otherReadings(text), ...turned].flatMap((reading) => [...judgeWords(reading, subject).codes]);
  return [...new Set([...plain.codes, ...others])];
}

function judgeWords(text: string, { language, kind }: Subject): Judged {
  const codes = new Set<MeaningCode>();
  let isKnown = false;
  for (const sentence of sentencesOf(text)) {
    const hits = wordHits(sentence);
    isKnown ||= hits.size > 0;
    for (const words of likely(hits, language))
      for (const compiled of patternsFor(kind))
        if (!codes.has(compiled.pattern.code) && holds(compiled, words)) codes.add(compiled.pattern.code);
  }
  return { codes, isKnown };
}

/**
 * The sentence as one of the language that its field is for; or of another when far more of its words are known in that one, because words of
 * two languages look alike.
 */
function likely(hits: ReadonlyMap<string, Hits>, tag: string | null): readonly Hits[] {
  if (hits.size === 0) return [];
  const language = languageOf(tag);
  const counts = [...hits].map(([name, words]) => ({ name, words, count: countOf(words) }));
  const own = counts.find(({ name }) => name === language)?.count ?? 0;
  const most = Math.max(...counts.map(({ count }) => count));
  return counts.filter(({ name, count }) => name === language || (count === most && count >= 2 * own + 2)).map(({ words }) => words);
}

/** How many words are known, whatever the number of their classes. */
function countOf(words: Hits): number {
  return new Set([...words.values()].flat()).size;
}
