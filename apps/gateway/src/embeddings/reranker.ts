import { type Digest } from '@parlance/core';
import { known } from '@parlance/pack';
import { type EgressPolicy } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type Found } from '../turn/look-up.ts';
import { minimisedText } from '../turn/prepare.ts';
import { type Embeddings } from './embeddings-client.ts';
import { type EmbeddingsFault, embeddingsFault, faultOf } from './embeddings-fault.ts';
import { embedPack, type Vectors } from './pack-vectors.ts';
import { rerankHits } from './rerank-hits.ts';

export interface Reranker {
  /** What was found in a better order, or as it was. Never rejects, and answers within the budget. */
  rerank(country: Country, question: string, found: Found): Promise<Found>;
  /** How often there was a better order, and why there was none. */
  counts(): RerankCounts;
}

export type RerankCounts = Readonly<Record<'reranked' | EmbeddingsFault, number>>;

export interface RerankerOptions {
  readonly embeddings: Embeddings;
  readonly now: () => number;
  /** Told at most once a minute, with counts and never with text. */
  readonly onFault: (counts: RerankCounts) => void;
  /** Milliseconds that a question may wait. */
  readonly budget?: number;
  readonly policy?: EgressPolicy;
}

const minute = 60_000;
/** After a failure nobody waits for the server for so many milliseconds. */
const rest = 5000;

/** Orders what the words found by meaning, as long as a server of embeddings helps in time. Without it the order of the words stands. */
export class EmbeddingsReranker implements Reranker {
  readonly #options: Required<RerankerOptions>;
  readonly #counts = { reranked: 0, embeddings_slow: 0, embeddings_down: 0, embeddings_nonsense: 0 };
  #pack: { readonly digest: Digest; vectors: Vectors | null } | null = null;
  #restsUntil = -Infinity;
  #toldAt = -Infinity;

  constructor(options: RerankerOptions) {
    this.#options = { budget: 300, policy: 'minimise', ...options };
  }

  counts(): RerankCounts {
    return { ...this.#counts };
  }

  async rerank(country: Country, question: string, found: Found): Promise<Found> {
    const { embeddings, budget, policy } = this.#options;
    const isHome = embeddings.jurisdiction === country.pack.id;
    // Not even the texts of the pack leave then: their vectors would serve nobody.
    if (policy === 'home-only' && !isHome) return found;
    const vectors = this.#vectorsOf(country);
    if (vectors === null || !isWorthAsking(found) || this.#options.now() < this.#restsUntil) return found;
    const leaving = minimisedText(question, country, embeddings.jurisdiction);
    if (isRefused({ isHome, policy, isMinimised: leaving !== question })) return found;
    const left = { jurisdiction: embeddings.jurisdiction, policy: isHome ? ('home' as const) : policy };
    try {
      const [vector] = await embeddings.embed([leaving], budget);
      if (vector === undefined || !isOfSpace(vector, vectors)) throw embeddingsFault('embeddings_nonsense');
      this.#counts.reranked++;
      return {
        cards: rerankHits(found.cards, { kind: 'card', question: vector, vectors }),
        passages: rerankHits(found.passages, { kind: 'passage', question: vector, vectors }),
        left,
      };
    } catch (error) {
      this.#fail(error, rest);
      // It has left all the same.
      return { ...found, left };
    }
  }

  /** Of the pack in force, made once in the background; null until then. */
  #vectorsOf({ pack }: Country): Vectors | null {
    if (this.#pack?.digest === pack.digest) return this.#pack.vectors;
    if (this.#options.now() < this.#restsUntil) return null;
    const made: { readonly digest: Digest; vectors: Vectors | null } = { digest: pack.digest, vectors: null };
    this.#pack = made;
    embedPack(this.#options.embeddings, pack).then(
      (vectors) => {
        made.vectors = vectors;
      },
      (error: unknown) => {
        if (this.#pack === made) this.#pack = null;
        this.#fail(error, minute);
      },
    );
    return null;
  }

  #fail(error: unknown, pause: number): void {
    this.#counts[faultOf(error)]++;
    const now = this.#options.now();
    this.#restsUntil = Math.max(this.#restsUntil, now + pause);
    if (now - this.#toldAt < minute) return;
    this.#toldAt = now;
    this.#options.onFault(this.counts());
  }
}

function isRefused({
  isHome,
  policy,
  isMinimised,
}: {
  readonly isHome: boolean;
  readonly policy: EgressPolicy;
  readonly isMinimised: boolean;
}): boolean {
  return !isHome && policy === 'refuse' && isMinimised;
}

/** One thing that is known has no order, and the question need not leave. */
function isWorthAsking({ cards, passages }: Found): boolean {
  return [cards, passages].some((hits) => hits.filter(({ confidence }) => confidence >= known).length > 1);
}

function isOfSpace(vector: Float32Array, vectors: Vectors): boolean {
  const [any] = vectors.values();
  return any?.length === vector.length;
}
