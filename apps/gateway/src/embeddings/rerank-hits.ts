import { known, type SearchHit } from '@parlance/pack';
import { textKey, type Vectors } from './pack-vectors.ts';
import { cosine } from './read-vectors.ts';

/** Cosines that differ by less than this say nothing. */
const leastSpread = 0.05;

/**
 * Orders what is known anew: by the share of the best lexical score, and by the cosine between the least and the most that these hits have. What is not known stays
 * unknown and where it was: a model of embeddings finds something near for every question.
 */
export function rerankHits(
  hits: readonly SearchHit[],
  { kind, question, vectors }: { readonly kind: 'card' | 'passage'; readonly question: Float32Array; readonly vectors: Vectors },
): readonly SearchHit[] {
  const certain = hits.filter(({ confidence }) => confidence >= known);
  const cosines = certain.map(({ language, id }) => {
    const vector = vectors.get(textKey(kind, language, id));
    return vector === undefined ? null : cosine(question, vector);
  });
  if (certain.length < 2 || !cosines.every((value) => value !== null)) return hits;
  const most = Math.max(...certain.map(({ score }) => score));
  const byMeaning = shares(cosines);
  const ordered = certain
    .map((hit, place) => ({ hit, worth: hit.score / most + (byMeaning[place] ?? 0) }))
    .sort((one, other) => other.worth - one.worth)
    .map(({ hit }) => hit);
  return [...ordered, ...hits.filter(({ confidence }) => confidence < known)];
}

/** 0 for the least, 1 for the most. */
function shares(cosines: readonly number[]): readonly number[] {
  const lowest = Math.min(...cosines);
  const spread = Math.max(Math.max(...cosines) - lowest, leastSpread);
  return cosines.map((value) => (value - lowest) / spread);
}
