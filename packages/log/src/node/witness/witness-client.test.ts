import { type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cosign } from '../../cosignature/index.ts';
import { formatSignatureLine, parseNote } from '../../note/index.ts';
import { type Policy } from '../../policy/index.ts';
import { verifyCheckpoint } from '../../proof/index.ts';
import { log, origin, policy as offline, witnesses } from '../../testing/actors.ts';
import { type SimulatedDisk, simulatedDisk } from '../files/testing/simulated-disk.ts';
import { type LogWriter } from '../writer/log-writer.ts';
import { leavesOf, writerOn } from '../writer/testing/test-log.ts';
import { type PostText } from './post-checkpoint.ts';
import { scriptedServer, type ScriptedServer } from './testing/scripted-server.ts';
import { type RunningWitness, witnessOn } from './testing/witness-on.ts';
import { gatherCosignatures, type GatherOptions } from './witness-client.ts';

let running: RunningWitness[] = [];
let scripted: ScriptedServer[] = [];
let disk: SimulatedDisk;
let writer: LogWriter;
let policy: Policy;

beforeEach(async () => {
  running = await Promise.all(witnesses.map((signer) => witnessOn(simulatedDisk(), { signer })));
  policy = withUrls(running.map(({ url }) => url));
  disk = simulatedDisk();
  writer = await logOn(disk);
  await writer.add(leavesOf(5));
});
afterEach(async () => {
  for (const server of scripted) server.stop();
  scripted = [];
  await Promise.all(running.map((witness) => witness.stop()));
});

/** Two of three witnesses. */
function withUrls(urls: readonly (string | null)[]): Policy {
  return { ...offline, witnesses: offline.witnesses.map((witness, place) => ({ ...witness, url: urls[place] ?? null })) };
}

const logOn = (on: SimulatedDisk) => writerOn(on, { origin, signer: log });
const gather = (more: Partial<GatherOptions> = {}) => gatherCosignatures({ policy, writer, fetch, timeout: 5000, ...more });

async function outcomes(more: Partial<GatherOptions> = {}) {
  return (await gather(more)).perWitness.map(({ outcome, reason }) => (reason === null ? outcome : `${outcome} ${reason}`));
}

/** The third witness is this server. */
async function instead(reply: (response: ServerResponse, body: string) => void): Promise<ScriptedServer> {
  const server = await scriptedServer(reply);
  scripted.push(server);
  policy = withUrls([...running.slice(0, 2).map(({ url }) => url), server.url]);
  return server;
}

function counted(): { readonly fetch: PostText; readonly count: () => number } {
  let count = 0;
  return { fetch: (...given) => ((count += 1), fetch(...given)), count: () => count };
}

describe('a log that asks its witnesses', () => {
  test('gets a checkpoint that everybody with the policy accepts, cosignatures in the order of the policy', async () => {
    const { note, isQuorum, perWitness } = await gather();
    expect(isQuorum).toBe(true);
    expect(perWitness).toEqual(['w1', 'w2', 'w3'].map((name) => ({ name, outcome: 'cosigned', reason: null, size: 5n })));
    const parsed = parseNote(note);
    expect(parsed.ok && parsed.value.signatures.map(({ name }) => name)).toEqual([origin, ...witnesses.map(({ name }) => name)]);
    expect(await verifyCheckpoint(note, policy)).toMatchObject({ ok: true, value: { checkpoint: { size: 5n } } });
    await writer.publishCosigned(note);
    expect(writer.checkpoint()).toBe(note);
  });

  test('asks once when it knows their sizes, and twice when it does not', async () => {
    const { knownSizes } = await gather();
    await writer.add(leavesOf(300, 5));
    const [knowing, unknowing] = [counted(), counted()];
    expect(await gather({ fetch: knowing.fetch, knownSizes })).toMatchObject({ isQuorum: true });
    await writer.add(leavesOf(1, 305));
    expect(await gather({ fetch: unknowing.fetch })).toMatchObject({ isQuorum: true });
    expect([knowing.count(), unknowing.count()]).toEqual([3, 6]);
  });

  test('asks again from the size that a witness has, when it was thought to have more', async () => {
    const knownSizes = new Map([
      ['w1', 4n],
      ['w2', 1_000_000n],
    ]);
    expect(await outcomes({ knownSizes })).toEqual(['cosigned', 'cosigned', 'cosigned']);
  });

  test('keeps the cosignatures that its checkpoint has when a witness does not answer, and takes new ones for old', async () => {
    await writer.publishCosigned((await gather()).note);
    await running[0]?.stop();
    const { note, perWitness } = await gather();
    expect(perWitness.map(({ outcome }) => outcome)).toEqual(['unreachable', 'cosigned', 'cosigned']);
    const parsed = parseNote(note);
    expect(parsed.ok && parsed.value.signatures.map(({ name }) => name)).toEqual([origin, ...witnesses.map(({ name }) => name)]);
  });

  test('does not ask a witness without a URL', async () => {
    policy = withUrls([running[0]?.url ?? null, null, `${running[2]?.url ?? ''}/`]);
    expect(await outcomes()).toEqual(['cosigned', 'not_asked', 'cosigned']);
  });

  test('is told apart from its witnesses when its own files are damaged', async () => {
    const { knownSizes } = await gather();
    await writer.add(leavesOf(300, 5));
    disk.tamper('/log/tile/0/000', () => null);
    await expect(gather({ knownSizes })).rejects.toMatchObject({ code: 'log_corrupt' });
  });

  test('has no quorum with a policy that does not name it', async () => {
    expect(await gather({ policy: { ...policy, logs: [] } })).toMatchObject({ isQuorum: false });
  });
});

describe('two of three witnesses are enough', () => {
  test('when the third is down', async () => {
    await running[2]?.stop();
    expect(await outcomes()).toEqual(['cosigned', 'cosigned', 'unreachable ECONNREFUSED']);
    expect((await gather()).isQuorum).toBe(true);
  });

  test('when the third never answers, or not to its end', async () => {
    await instead(() => undefined);
    expect(await outcomes({ timeout: 300 })).toEqual(['cosigned', 'cosigned', 'unreachable TimeoutError']);
    await instead((response) => response.writeHead(200).write('— '));
    expect(await outcomes({ timeout: 300 })).toEqual(['cosigned', 'cosigned', 'unreachable TimeoutError']);
  });

  test('and one is not', async () => {
    await Promise.all(running.slice(1).map((witness) => witness.stop()));
    const { isQuorum, note } = await gather();
    expect(isQuorum).toBe(false);
    expect(await verifyCheckpoint(note, policy)).toEqual({ ok: false, code: 'quorum_not_met' });
  });
});

describe('nothing that a witness says is believed', () => {
  const answering =
    (status: number, body = '') =>
    (response: ServerResponse) =>
      response.writeHead(status).end(body);

  test.each<[string, number, string, string]>([
    ['no line', 200, '', 'invalid note_not_terminated'],
    ['something else', 200, 'thanks\n', 'invalid note_signature_line'],
    ['more than any answer has', 200, `${'x'.repeat(70_000)}\n`, 'invalid note_not_terminated'],
    ['a conflict without a size', 409, 'no\n', 'invalid size'],
    ['a conflict with half a size', 409, '12', 'invalid size'],
    ['a conflict with the size that it was asked from', 409, '0\n', 'invalid size'],
    ['the size that it was asked from, when asked again', 409, '2\n', 'invalid size'],
    ['that it does not know the log', 404, 'origin_unknown\n', 'refused http_404'],
    ['that it does not know the key', 403, 'log_signature\n', 'refused http_403'],
    ['that it is broken', 500, '', 'unreachable http_500'],
  ])('%s', async (_title, status, ...[body, expected]) => {
    await instead(answering(status, body));
    expect(await outcomes()).toEqual(['cosigned', 'cosigned', expected]);
  });

  test('a cosignature over another checkpoint, or with the key of another witness', async () => {
    const cosigning = (witness: (typeof witnesses)[number], text: string) => async (response: ServerResponse) =>
      response.end(formatSignatureLine(await cosign(text, witness, 7n)));
    const text = writer.checkpoint().split('\n\n')[0] ?? '';
    await instead((response) => void cosigning(witnesses[2], `${text}\nmore\n`)(response));
    expect((await outcomes())[2]).toBe('invalid note_signature_invalid');
    await instead((response) => void cosigning(witnesses[1], `${text}\n`)(response));
    expect((await outcomes())[2]).toBe('invalid key_unknown');
  });

  test('a redirection is not followed', async () => {
    await instead((response) => response.writeHead(308, { location: running[2]?.url }).end());
    expect((await outcomes())[2]).toMatch(/^unreachable /);
  });

  test('a witness that says another size each time is asked twice', async () => {
    let size = 1;
    const server = await instead((response) => response.writeHead(409).end(`${(size += 1)}\n`));
    expect((await gather()).perWitness[2]).toEqual({ name: 'w3', outcome: 'conflict', reason: null, size: 3n });
    expect(server.posted.map((body) => body.split('\n')[0])).toEqual(['old 0', 'old 2']);
  });
});

describe('a fork is told apart from everything else', () => {
  /** Another log of the same key and origin. */
  async function other(size: number, from = 0): Promise<LogWriter> {
    const forked = await logOn(simulatedDisk());
    await forked.add(leavesOf(size, from));
    return forked;
  }

  test('by a witness that has another history, shorter, of the same size or longer', async () => {
    for (const [place, size] of [3, 5, 9].entries()) {
      await gather({ writer: await other(size, 1000), policy: withUrls(running.map(({ url }, at) => (at === place ? url : null))) });
    }
    expect(await outcomes()).toEqual(['fork not_consistent', 'fork other_root', 'fork larger_tree']);
    expect((await gather()).isQuorum).toBe(false);
  });

  test('by a witness that has seen more than is left of a log that was rolled back', async () => {
    await writer.add(leavesOf(4, 5));
    const { knownSizes } = await gather();
    const { perWitness } = await gather({ writer: await other(5), knownSizes });
    expect(perWitness).toEqual(['w1', 'w2', 'w3'].map((name) => ({ name, outcome: 'fork', reason: 'larger_tree', size: 9n })));
  });

  test('while a log that grew while it was asked is none', async () => {
    let isFirst = true;
    const slowly: PostText = async (...given) => {
      if (isFirst) {
        isFirst = false;
        await writer.add(leavesOf(2, 5));
        await gather();
      }
      return fetch(...given);
    };
    const { perWitness } = await gather({ fetch: slowly });
    expect(perWitness[0]).toEqual({ name: 'w1', outcome: 'conflict', reason: null, size: 7n });
    expect((await gather()).isQuorum).toBe(true);
  });
});
