import { z } from 'zod';
import { bundleError } from '../../bundle/bundle-error.ts';
import { readLimited } from '../read-limited.ts';
import { isAsProtected } from './registry-address.ts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface AuthContext {
  /** Null: ask as a stranger. */
  readonly credentials: Credentials | null;
  readonly base: URL;
  readonly fetch: typeof fetch;
  readonly timeout: number;
}

const tokenAnswer = z.looseObject({ token: z.string().optional(), access_token: z.string().optional() });
const largestToken = 64 * 1024;

/**
 * The `Authorization` that answers a challenge (RFC 9110 section 11; the token flow of the distribution project for Bearer). Credentials go to the registry, and to the token
 * service that it names, never over a connection that is less protected. Throws `registry_unauthorised`.
 */
export async function answerChallenge(challenge: string | null, context: AuthContext): Promise<string> {
  const [, scheme = '', rest = ''] = /^\s*(\w+)\s*(.*)$/s.exec(challenge ?? '') ?? [];
  if (scheme.toLowerCase() === 'basic') return basic(context.credentials);
  if (scheme.toLowerCase() === 'bearer') return `Bearer ${await askToken(parametersOf(rest), context)}`;
  throw bundleError('registry_unauthorised', 'the registry asks for a way of signing in that is neither Basic nor Bearer');
}

function basic(credentials: Credentials | null): string {
  if (credentials === null)
    throw bundleError('registry_unauthorised', 'the registry asks who you are: set PARLANCE_REGISTRY_USER and PARLANCE_REGISTRY_PASSWORD');
  return `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
}

function parametersOf(text: string): ReadonlyMap<string, string> {
  return new Map(Array.from(text.matchAll(/(\w+)="([^"]*)"/g), ([, name = '', value = '']) => [name.toLowerCase(), value]));
}

async function askToken(parameters: ReadonlyMap<string, string>, context: AuthContext): Promise<string> {
  const headers = context.credentials === null ? {} : { authorization: basic(context.credentials) };
  const signal = AbortSignal.timeout(context.timeout);
  const response = await context.fetch(tokenAddress(parameters, context.base), { headers, signal, redirect: 'error' });
  const token = response.status === 200 ? tokenIn(await readLimited(response, largestToken)) : null;
  if (token !== null) return token;
  throw bundleError(
    'registry_unauthorised',
    `the token service gave no token (HTTP ${response.status}); check PARLANCE_REGISTRY_USER and PARLANCE_REGISTRY_PASSWORD`,
  );
}

function tokenAddress(parameters: ReadonlyMap<string, string>, base: URL): URL {
  const realm = parameters.get('realm') ?? '';
  const url = URL.canParse(realm) ? new URL(realm) : null;
  if (url === null || !isAsProtected(url, base))
    throw bundleError('registry_unauthorised', 'the registry names a token service that cannot be asked safely');
  for (const name of ['service', 'scope']) {
    const value = parameters.get(name);
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

/** Null when there is none that can stand in a header. */
function tokenIn(bytes: Uint8Array | null): string | null {
  const answer = tokenAnswer.safeParse(bytes === null ? null : jsonOf(bytes));
  if (!answer.success) return null;
  const token = answer.data.token ?? answer.data.access_token ?? '';
  return /^[\x21-\x7e]+$/.test(token) ? token : null;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
