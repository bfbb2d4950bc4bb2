import { canonicalJson } from '@parlance/core';
import { parseCheckpoint, parseNote } from '@parlance/log';
import { Pool } from 'undici';
import { type Random } from '../gateway/random.ts';
import { estimate, type Estimate, median } from '../gateway/statistics.ts';
import { differenceOf, inTurns } from './arms-in-turn.ts';
import { addKey } from './gateway-arm.ts';
import { releaseLeaves } from './sample-leaves.ts';

export interface HttpAddFigures {
  /** One leaf in a request. */
  readonly adds_per_s_http: Estimate;
  readonly adds_per_s_http_lists: Estimate;
  /** Requests that the same server answers without doing anything. */
  readonly empty_requests_per_s: Estimate;
  /** A request with one leaf over an empty one. */
  readonly adds_http_ratio: Estimate;
  readonly adds_http_aa: number;
}

export interface HttpAddOptions {
  readonly address: string;
  readonly rounds: number;
  /** Of one turn. */
  readonly milliseconds: number;
  readonly random: Random;
}

/** Leaves in a list. */
export const listLength = 64;
/** Connections, each with one request after the other. */
export const connections = { alone: 512, lists: 64 } as const;

interface Sending {
  readonly path: string;
  /** Null: nothing is sent. */
  readonly bodies: readonly string[] | null;
  readonly leaves: number;
}

/** Every connection sends one request after the other; leaves count when they are acknowledged. */
export async function measureHttpAdds({ address, rounds, milliseconds, random }: HttpAddOptions): Promise<HttpAddFigures> {
  const texts = releaseLeaves(listLength * 20).map((leaf) => canonicalJson(leaf));
  const lists = Array.from({ length: 20 }, (_, list) => `[${texts.slice(list * listLength, (list + 1) * listLength).join(',')}]`);
  const pools = {
    alone: new Pool(address, { connections: connections.alone, pipelining: 1 }),
    lists: new Pool(address, { connections: connections.lists, pipelining: 1 }),
  };
  let acknowledged = 0n;
  const arm = (name: keyof typeof pools, sending: Sending) => async (): Promise<readonly number[]> => {
    const { leaves, seconds } = await send(pools[name], { ...sending, connections: connections[name], milliseconds });
    if (sending.bodies !== null) acknowledged += BigInt(leaves);
    return [leaves / seconds];
  };
  const empty = arm('alone', { path: '/healthz', bodies: null, leaves: 1 });
  const arms = {
    alone: arm('alone', { path: '/internal/log/entries', bodies: texts, leaves: 1 }),
    lists: arm('lists', { path: '/internal/log/entries', bodies: lists, leaves: listLength }),
    empty,
    emptyAgain: empty,
  };
  const before = await sizeOf(pools.alone);
  await inTurns(arms, { rounds: 2, slices: 1, random });
  const found = await inTurns(arms, { rounds, slices: 3, random });
  const grown = (await sizeOf(pools.alone)) - before;
  await Promise.all([pools.alone.close(), pools.lists.close()]);
  if (grown !== acknowledged) throw new Error(`${String(acknowledged)} leaves were acknowledged, and the log grew by ${String(grown)}`);
  return {
    adds_per_s_http: estimate(found.map((round) => median(round.alone))),
    adds_per_s_http_lists: estimate(found.map((round) => median(round.lists))),
    empty_requests_per_s: estimate(found.map((round) => median(round.empty))),
    adds_http_ratio: estimate(found.map((round) => (median(round.empty) + median(round.emptyAgain)) / 2 / median(round.alone))),
    adds_http_aa: differenceOf(found, 'empty', 'emptyAgain'),
  };
}

async function send(
  pool: Pool,
  { path, bodies, leaves, connections: count, milliseconds }: Sending & { readonly connections: number; readonly milliseconds: number },
): Promise<{ readonly leaves: number; readonly seconds: number }> {
  const headers = { authorization: `Bearer ${addKey}`, 'content-type': 'application/json' };
  const began = performance.now();
  let done = 0;
  const worker = async (_: unknown, index: number): Promise<void> => {
    for (let sent = index; performance.now() - began < milliseconds; sent++) {
      const { statusCode, body } =
        bodies === null
          ? await pool.request({ path, method: 'GET' })
          : await pool.request({ path, method: 'POST', headers, body: bodies[sent % bodies.length] ?? '' });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${statusCode} ${text.slice(0, 200)}`);
      if (bodies !== null && text.split('"index":').length - 1 !== leaves) throw new Error('not every leaf was acknowledged');
      done += leaves;
    }
  };
  await Promise.all(Array.from({ length: count }, worker));
  return { leaves: done, seconds: (performance.now() - began) / 1000 };
}

async function sizeOf(pool: Pool): Promise<bigint> {
  const { body } = await pool.request({ path: '/log/checkpoint', method: 'GET' });
  const note = parseNote(await body.text());
  const head = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!head.ok) throw new Error('there is no checkpoint');
  return head.value.size;
}
