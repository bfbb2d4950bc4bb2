import { holds, type MeaningCode } from './meaning-pattern.ts';
import { meaningPatterns } from './meaning-patterns.ts';
import { sentencesOf } from './plain-words.ts';
import { type TextKind } from './text-kind.ts';
import { wordHits } from './word-hits.ts';

const byKind = new Map<TextKind, typeof meaningPatterns>();

function patternsFor(kind: TextKind): typeof meaningPatterns {
  const known = byKind.get(kind) ?? meaningPatterns.filter(({ pattern }) => pattern.kinds?.includes(kind) ?? true);
  byKind.set(kind, known);
  return known;
}

/** What the sentences of a text combine that they must not, in whatever language. */
export function judgeText(text: string, kind: TextKind): readonly MeaningCode[] {
  const found = new Set<MeaningCode>();
  for (const sentence of sentencesOf(text))
    for (const hits of wordHits(sentence).values())
      for (const compiled of patternsFor(kind))
        if (!found.has(compiled.pattern.code) && holds(compiled, hits)) found.add(compiled.pattern.code);
  return [...found];
}
