import { z } from 'zod';
import { embeddingsFault } from './embeddings-fault.ts';

const longestVector = 8192;

/** The answer of `POST /embeddings`, as far as it is read. JSON has no NaN; a number that overflows is infinite and refused. */
const answer = z.looseObject({
  data: z.array(z.looseObject({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(1).max(longestVector) })),
});

/** As many vectors as were asked for, in the order of the texts, all of one dimension and of length 1. Throws `embeddings_nonsense`. */
export function readVectors(body: string, count: number): readonly Float32Array[] {
  const read = answer.safeParse(parsed(body));
  if (!read.success || read.data.data.length !== count) throw embeddingsFault('embeddings_nonsense');
  const byIndex = new Map(read.data.data.map(({ index, embedding }) => [index, embedding]));
  const vectors = Array.from({ length: count }, (_, index) => unit(byIndex.get(index) ?? []));
  if (new Set(vectors.map(({ length }) => length)).size > 1) throw embeddingsFault('embeddings_nonsense');
  return vectors;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function unit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector);
  if (!(length > 0) || !Number.isFinite(length)) throw embeddingsFault('embeddings_nonsense');
  return Float32Array.from(vector, (value) => value / length);
}

/** Cosine of two vectors of length 1; null when they are not of the same space. */
export function cosine(one: Float32Array, other: Float32Array): number | null {
  if (one.length !== other.length) return null;
  let sum = 0;
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0);
  return sum;
}
