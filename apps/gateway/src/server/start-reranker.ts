import { type EgressPolicy } from '@parlance/wire';
import { type EmbeddingsConfig } from '../config/config.ts';
import { createEmbeddings } from '../embeddings/embeddings-client.ts';
import { EmbeddingsReranker, type RerankCounts, type Reranker } from '../embeddings/reranker.ts';

/** Orders what is found by meaning, with the server that is configured; null where there is none. */
export function startReranker(config: EmbeddingsConfig | null, policy: EgressPolicy): (Reranker & { close(): Promise<void> }) | null {
  if (config === null) return null;
  const embeddings = createEmbeddings(config);
  const reranker = new EmbeddingsReranker({ embeddings, policy, now: () => performance.now(), onFault: report });
  return {
    rerank: (...found) => reranker.rerank(...found),
    counts: () => reranker.counts(),
    close: () => embeddings.close(),
  };
}

function report({ embeddings_slow: slow, embeddings_down: down, embeddings_nonsense: nonsense }: RerankCounts): void {
  process.stderr.write(`embeddings: the order of the words stands; failures so far: ${slow} slow, ${down} down, ${nonsense} nonsense\n`);
}
