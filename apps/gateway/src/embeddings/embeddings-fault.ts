import { CodedError } from '@parlance/core';

/** Why a server of embeddings was of no use. */
const embeddingsFaults = ['embeddings_slow', 'embeddings_down', 'embeddings_nonsense'] as const;
export type EmbeddingsFault = (typeof embeddingsFaults)[number];

/** What the server said stays out of it: it may repeat what people wrote. */
export function embeddingsFault(code: EmbeddingsFault): CodedError<EmbeddingsFault> {
  return new CodedError(code, meanings[code]);
}

/** Whatever breaks an exchange is one of the three. */
export function faultOf(error: unknown): EmbeddingsFault {
  if (error instanceof CodedError) return embeddingsFaults.find((code) => code === error.code) ?? 'embeddings_down';
  return error instanceof Error && error.name === 'TimeoutError' ? 'embeddings_slow' : 'embeddings_down';
}

const meanings: Readonly<Record<EmbeddingsFault, string>> = {
  embeddings_slow: 'the embeddings did not come in time',
  embeddings_down: 'the server of embeddings cannot be reached or refuses',
  embeddings_nonsense: 'the server of embeddings answers with something else than the vectors that were asked for',
};
