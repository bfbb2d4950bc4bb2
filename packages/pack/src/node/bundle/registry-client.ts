import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '@parlance/core';
import { z } from 'zod';
import { bundleError } from '../../bundle/bundle-error.ts';
import { type BundleReference } from '../../bundle/bundle-reference.ts';
import { readLimited } from '../read-limited.ts';
import { isAsProtected, registryBase } from './registry-address.ts';
import { answerChallenge, type Credentials } from './registry-auth.ts';

export interface RegistryOptions {
  readonly reference: BundleReference;
  /** Null: ask as a stranger. */
  readonly credentials: Credentials | null;
  /** Unencrypted also to other machines. */
  readonly isPlain: boolean;
  /** Milliseconds that one request may take, with its answer. */
  readonly timeout?: number;
  /** Milliseconds before the first repetition; twice as many before each further one. */
  readonly pause?: number;
}

interface RegistryRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** Below `/v2/<repository>/`, or an address that the registry gave. */
  readonly to: string | URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Bytes of the answer that are taken at most. */
  readonly limit: number;
}

export interface RegistryReply {
  readonly status: number;
  readonly headers: Headers;
  /** Null: longer than the limit. */
  readonly bytes: Uint8Array | null;
  readonly url: URL;
}

/** Speaks to one repository of a registry (OCI distribution specification 1.1). What it is told is data of a stranger. */
export interface RegistryClient {
  /** Throws `registry_unreachable`, `registry_unauthorised`, or `registry_refused` for a redirect that is not to be followed. Other statuses are answers. */
  send(request: RegistryRequest): Promise<RegistryReply>;
}

const mostTries = 4;
const mostRedirects = 5;
/** Milliseconds that a registry can make a client wait. */
const longestPause = 30_000;
const busy = [429, 502, 503, 504];

export function createRegistryClient({ reference, credentials, isPlain, timeout = 60_000, pause = 500 }: RegistryOptions): RegistryClient {
  const base = registryBase(reference, isPlain);
  const context = { base, credentials, timeout, fetch };
  let authorization: string | null = null;

  /** One request, signed in when that is asked for, once. */
  const ask = async (request: RegistryRequest): Promise<RegistryReply> => {
    const url = typeof request.to === 'string' ? new URL(`/v2/${reference.repository}/${request.to}`, base) : request.to;
    const reply = await follow(request, url, { base, authorization, timeout });
    if (reply.status !== 401 || reply.url.origin !== base.origin) return reply;
    authorization = await answerChallenge(reply.headers.get('www-authenticate'), context);
    return follow(request, url, { base, authorization, timeout });
  };

  return {
    async send(request) {
      for (let tried = 1; ; tried++) {
        const { reply, reason } = await attempt(() => ask(request));
        if (reply?.status === 401) throw bundleError('registry_unauthorised', 'the registry does not accept who you are');
        if (reply !== null && !busy.includes(reply.status)) return reply;
        if (tried === mostTries) throw bundleError('registry_unreachable', `${base.host}: ${reason}, ${mostTries} times`);
        await sleep(Math.min(pauseOf(reply) ?? pause * 2 ** (tried - 1), longestPause));
      }
    },
  };
}

interface Attempt {
  readonly reply: RegistryReply | null;
  readonly reason: string;
}

/** What breaks on the way may go well the next time; what was refused will not. */
async function attempt(ask: () => Promise<RegistryReply>): Promise<Attempt> {
  try {
    const reply = await ask();
    return { reply, reason: `HTTP ${reply.status}` };
  } catch (error) {
    if (error instanceof CodedError) throw error;
    const cause: unknown = error instanceof Error ? error.cause : null;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : null;
    return { reply: null, reason: code ?? (error instanceof Error ? error.name : 'unknown') };
  }
}

/** Seconds, RFC 9110 section 10.2.3; a date counts as nothing. */
function pauseOf(reply: RegistryReply | null): number | null {
  const text = reply?.headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null;
}

interface Following {
  readonly base: URL;
  readonly authorization: string | null;
  readonly timeout: number;
}

async function follow(request: RegistryRequest, first: URL, { base, authorization, timeout }: Following): Promise<RegistryReply> {
  let url = first;
  const signal = AbortSignal.timeout(timeout);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    // Who we are is nobody's business but the registry's.
    const signed = authorization !== null && url.origin === base.origin ? { authorization } : {};
    const response = await fetch(url, {
      method: request.method,
      headers: { 'accept-encoding': 'identity', ...request.headers, ...signed },
      ...(request.body === undefined ? {} : { body: new Uint8Array(request.body) }),
      redirect: 'manual',
      signal,
    });
    if (response.status < 300 || response.status > 399)
      return { status: response.status, headers: response.headers, bytes: await readLimited(response, request.limit), url };
    await response.body?.cancel();
    url = nextAddress(request, response.headers.get('location'), { from: url, base });
  }
  throw bundleError('registry_refused', `${base.host}: more than ${mostRedirects} redirects`);
}

function nextAddress(
  { method }: RegistryRequest,
  location: string | null,
  { from, base }: { readonly from: URL; readonly base: URL },
): URL {
  if (method !== 'GET' && method !== 'HEAD') throw bundleError('registry_refused', `${base.host}: a redirect in answer to ${method}`);
  const next = location !== null && URL.canParse(location, from.href) ? new URL(location, from) : null;
  if (next === null || !isAsProtected(next, base))
    throw bundleError('registry_refused', `${base.host}: a redirect to where it is less safe`);
  return next;
}

const errorAnswer = z.looseObject({ errors: z.array(z.looseObject({ code: z.string().regex(/^[A-Z_]{1,40}$/) })).min(1) });

/** ` (MANIFEST_UNKNOWN)`: the first code of an error answer; its words stay out of it. */
export function errorCodeOf({ bytes }: RegistryReply): string {
  if (bytes === null) return '';
  try {
    const answer = errorAnswer.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return answer.success ? ` (${answer.data.errors[0]?.code ?? ''})` : '';
  } catch {
    return '';
  }
}
