import { request } from 'undici';
import { z } from 'zod';

export type LocalServerKind = 'ollama' | 'llama.cpp' | 'vllm';

/** A model server that answered on this machine. */
export interface LocalModels {
  readonly kind: LocalServerKind;
  /** Ready for PARLANCE_UPSTREAM. */
  readonly baseUrl: string;
  readonly models: readonly [string, ...string[]];
}

export interface LocalPlace {
  readonly kind: LocalServerKind;
  readonly port: number;
}

/** The ports that these servers take when they are told nothing. */
export const localPlaces: readonly LocalPlace[] = [
  { kind: 'ollama', port: 11_434 },
  { kind: 'llama.cpp', port: 8080 },
  { kind: 'vllm', port: 8000 },
];

export type FetchJson = (url: string, signal: AbortSignal) => Promise<unknown>;

/**
 * Asks all places at once and gives what answered within `timeout` milliseconds. Whatever else listens there is no problem;
 * what does not list a model is left out. Never throws.
 */
export async function probeLocalModels(fetchJson: FetchJson, timeout: number, places = localPlaces): Promise<readonly LocalModels[]> {
  const signal = AbortSignal.timeout(timeout);
  const late = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(null);
    });
  });
  const found = await Promise.all(places.map((place) => Promise.race([probe(place, fetchJson, signal).catch(() => null), late])));
  return found.filter((one) => one !== null);
}

/** The line for a shell that connects the first server and its first model for conversation. */
export function connectLine({ baseUrl, models }: LocalModels): string {
  const model = models.find((name) => !/embed|minilm|bge-|rerank/i.test(name)) ?? models[0];
  return `PARLANCE_UPSTREAM=${quoted(baseUrl)} PARLANCE_UPSTREAM_MODEL=${quoted(model)} npm start`;
}

/** GET that gives the parsed body of a 200 answer of at most 1 MiB, and throws on anything else. */
export const fetchJson: FetchJson = async (url, signal) => {
  const { statusCode, body } = await request(url, { signal, reset: true });
  body.on('error', () => undefined);
  if (statusCode !== 200) {
    body.destroy();
    throw new TypeError(`status ${statusCode}`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body.iterator()) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    size += chunk.length;
    if (size > 1_048_576) throw new TypeError('the answer is too long');
  }
  const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  return parsed;
};

/** Names are printed to a terminal, so that one with control characters is none. */
const modelName = z.string().regex(/^\P{C}{1,256}$/u);
/** Ollama, GET /api/tags. */
const ollamaTags = z.object({ models: z.array(z.object({ name: modelName })) });
/** GET /v1/models as llama.cpp and vLLM answer it. */
const modelList = z.object({ data: z.array(z.object({ id: modelName, owned_by: z.string().optional() })) });

async function probe({ kind, port }: LocalPlace, fetch: FetchJson, signal: AbortSignal): Promise<LocalModels | null> {
  const root = `http://127.0.0.1:${port}`;
  const baseUrl = `${root}/v1`;
  if (kind === 'ollama') {
    const { models } = ollamaTags.parse(await fetch(`${root}/api/tags`, signal));
    return named(
      kind,
      baseUrl,
      models.map(({ name }) => name),
    );
  }
  const { data } = modelList.parse(await fetch(`${baseUrl}/models`, signal));
  // Parlance itself may listen on such a port, and must not be its own upstream.
  if (data.some(({ owned_by: owner }) => owner === 'parlance')) return null;
  return named(
    kindOf(data[0]?.owned_by) ?? kind,
    baseUrl,
    data.map(({ id }) => id),
  );
}

function kindOf(owner: string | undefined): LocalServerKind | null {
  if (owner === 'vllm') return 'vllm';
  return owner === 'llamacpp' ? 'llama.cpp' : null;
}

function named(kind: LocalServerKind, baseUrl: string, [first, ...rest]: readonly string[]): LocalModels | null {
  return first === undefined ? null : { kind, baseUrl, models: [first, ...rest] };
}

/** As one word of a POSIX shell: the name of a model comes from whoever listens on the port. */
function quoted(word: string): string {
  return /^[\w./:@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
