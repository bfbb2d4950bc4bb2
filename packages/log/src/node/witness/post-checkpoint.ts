import { decodeText } from '../../encoding/text.ts';
import { errnoOf } from '../files/disk-error.ts';

/** As much of `fetch` as asking a witness takes. */
export type PostText = (
  url: string,
  request: {
    readonly method: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly signal: AbortSignal;
    readonly redirect: 'error';
  },
) => Promise<{ readonly status: number; readonly body: AsyncIterable<Uint8Array> | null }>;

export type Posted =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Null when it is longer than any answer of a witness, or no UTF-8. */
      readonly body: string | null;
    }
  /** `reason` is the name of the error, such as `ECONNREFUSED` or `TimeoutError`. */
  | { readonly kind: 'unreachable'; readonly reason: string };

export interface PostOptions {
  readonly url: string;
  readonly body: string;
  readonly fetch: PostText;
  readonly signal: AbortSignal;
}

/** A hundred signature lines of the largest kind in use would be more; a witness has one key or two. */
const largestAnswer = 64 * 1024;

/** Never rejects: that a stranger's server is down is an answer too. */
export async function postCheckpoint({ url, body, fetch, signal }: PostOptions): Promise<Posted> {
  try {
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    return { kind: 'answered', status: response.status, body: await textOf(response.body) };
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) };
  }
}

async function textOf(body: AsyncIterable<Uint8Array> | null): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    if (size > largestAnswer) return null;
    parts.push(part);
  }
  return decodeText(Buffer.concat(parts)) ?? null;
}

/** `fetch` says only that it failed, and its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return errnoOf(error.cause) ?? error.name;
}
