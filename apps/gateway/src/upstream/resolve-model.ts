import { type Upstream } from './upstream.ts';

/** The name that always works: whatever stands behind the gateway. */
export const defaultModel = 'parlance';

/** The upstream's name for a model that a client asks for; null when there is no such model. An upstream that lists nothing is taken at the client's word. */
export async function resolveModel(upstream: Upstream, asked: string): Promise<string | null> {
  if (asked === defaultModel && upstream.defaultModel !== null) return upstream.defaultModel;
  const offered = await upstream.models();
  if (asked === defaultModel) return offered[0] ?? defaultModel;
  if (asked === upstream.defaultModel) return asked;
  if (offered.length === 0 || offered.includes(asked)) return asked;
  return null;
}
