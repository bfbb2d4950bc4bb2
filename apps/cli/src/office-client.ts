import { CodedError } from '@parlance/core';
import { findOffice } from '@parlance/gateway/office';

/** Milliseconds that the server may take. */
const patience = 30_000;

/** Asks the server that owns a data folder about objections. Throws `office_closed` when there is none, and `office_refused` with what the server says. */
export async function askOffice(dataFolder: string, path: string, decision?: object): Promise<unknown> {
  const { address, key } = await findOffice(dataFolder);
  const reply = await fetch(`${address}/internal/objections${path}`, {
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(decision === undefined ? {} : { method: 'POST', body: JSON.stringify(decision) }),
    signal: AbortSignal.timeout(patience),
    redirect: 'error',
  }).catch(() => {
    throw new CodedError('office_closed', `${address} does not answer; is the server still running?`);
  });
  const body: unknown = await reply.json().catch(() => null);
  if (reply.ok) return body;
  throw new CodedError('office_refused', messageOf(body) ?? `the server answered ${reply.status}`);
}

function messageOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string' ? error.message : null;
}
