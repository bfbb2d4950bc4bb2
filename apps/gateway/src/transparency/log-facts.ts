import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formatVerifierKey, type Policy, parsePolicy, verifyCheckpoint } from '@parlance/log';
import { type LogFacts } from '@parlance/web';
import { type Gateway } from '../gateway.ts';

/** How the public log is, as far as this server can tell. */
export async function logFacts({ log, now }: Pick<Gateway, 'log' | 'now'>): Promise<LogFacts> {
  const { note, size } = log.published();
  const parsed = parsePolicy(log.policy);
  const policy = parsed.ok ? parsed.value : noPolicy;
  const written = log.folder === '' ? null : await stat(join(log.folder, 'checkpoint')).catch(() => null);
  return {
    state: stateOf(log),
    origin: log.origin,
    entries: String(size),
    checkpoint: written === null ? null : { written: written.mtime.toISOString(), minutes: minutesBetween(written.mtime, now()) },
    witnesses: policy.witnesses.map(({ name }) => name),
    hasQuorum: policy.witnesses.length === 0 ? null : (await verifyCheckpoint(note, policy)).ok,
    keys: policy.logs.map(({ key }) => formatVerifierKey(key)),
  };
}

const noPolicy: Policy = { logs: [], witnesses: [], groups: [], quorum: null };

function stateOf(log: Pick<Gateway['log'], 'fault' | 'hasFork'>): LogFacts['state'] {
  if (log.fault !== undefined) return 'fault';
  return log.hasFork() ? 'fork' : 'sound';
}

function minutesBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000));
}
