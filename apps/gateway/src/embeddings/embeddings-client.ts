import { Pool } from 'undici';
import { type EmbeddingsConfig } from '../config/config.ts';
import { embeddingsFault, faultOf } from './embeddings-fault.ts';
import { readVectors } from './read-vectors.ts';

/** Bytes of an answer that are read for each text: 8192 numbers in full length. */
const mostBytes = 256 * 1024;

export interface Embeddings {
  /** ISO 3166-1 alpha-2; null counts as outside. */
  readonly jurisdiction: string | null;
  /** Vectors of length 1, one for each text. Throws `embeddings_slow`, `embeddings_down` or `embeddings_nonsense`. */
  embed(texts: readonly string[], milliseconds: number): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}

/** Any server that speaks OpenAI's embeddings: OpenAI, vLLM, llama.cpp, Ollama, text-embeddings-inference ... */
export function createEmbeddings({ baseUrl, key, model, jurisdiction }: EmbeddingsConfig): Embeddings {
  const { origin, pathname } = new URL(baseUrl);
  const pool = new Pool(origin, { connections: 16, pipelining: 1 });
  const path = `${pathname.replace(/\/$/, '')}/embeddings`;
  const headers = { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) };
  return {
    jurisdiction,
    async embed(texts, milliseconds) {
      try {
        const body = JSON.stringify({ input: texts, encoding_format: 'float', ...(model === null ? {} : { model }) });
        const reply = await pool.request({ path, method: 'POST', headers, body, signal: AbortSignal.timeout(milliseconds) });
        if (reply.statusCode !== 200) {
          // Breaking off is an error to the body, which nobody reads.
          reply.body.on('error', () => undefined).destroy();
          throw embeddingsFault('embeddings_down');
        }
        return readVectors(await bounded(reply.body, texts.length * mostBytes), texts.length);
      } catch (error) {
        throw embeddingsFault(faultOf(error));
      }
    },
    close: () => pool.destroy(),
  };
}

async function bounded(body: AsyncIterable<unknown>, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > most) throw embeddingsFault('embeddings_nonsense');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
