import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEntryBundle, parsePolicy, verifyCheckpoint } from '@parlance/log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswerLog, openAnswerLog } from '../../apps/gateway/src/record/answer-log.ts';
import { naiveTree } from '../../packages/log/src/testing/naive-tree.ts';
import { answered, pack } from '../log/recorded-folder.ts';
import { type RunningGateway, startGateway } from './running-gateway.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-log-files-'));
let now = new Date('2026-12-31T23:59:50Z');
let log: AnswerLog;
let gateway: RunningGateway;

async function give(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const answer = answered(`${now.getTime()}-${index}`, { ending: 'law' });
    const { id, pack: of, charter, commitments } = answer.record;
    await log.intend({ id, pack: of, charter, request: commitments.request });
    await log.settle(answer);
  }
  await log.drain();
}

/** A half-year that is over, with a full tile, and the present one. */
beforeAll(async () => {
  const onFault = (error: unknown): void => {
    throw error;
  };
  log = await openAnswerLog({
    dataFolder: folder,
    name: 'log.example',
    inForce: { pack, release: null },
    now: () => now,
    onFault,
    pause: 1_000_000,
  });
  await give(260);
  now = new Date('2027-01-01T00:00:05Z');
  await log.drain();
  await give(3);
  gateway = await startGateway({ upstreamUrl: 'http://127.0.0.1:9/v1', log });
});
afterAll(async () => {
  await gateway.close();
  await log.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly cache: string | undefined;
  readonly bytes: Buffer;
}

/** The path goes over the wire as it is written here; `fetch` would tidy it. */
function get(path: string): Promise<Got> {
  const { hostname, port } = new URL(gateway.url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, cache: response.headers['cache-control'], bytes: Buffer.concat(parts) });
      });
    });
    sent.on('error', reject).end();
  });
}

/** Every leaf as a stranger reads it: full bundles, then the partial one. */
async function leavesAt(prefix: string, size: number): Promise<readonly Uint8Array[]> {
  const leaves: Uint8Array[] = [];
  for (let from = 0; from < size; from += 256) {
    const width = Math.min(256, size - from);
    const name = String(from / 256).padStart(3, '0');
    const { status, bytes } = await get(`${prefix}/tile/entries/${name}${width === 256 ? '' : `.p/${width}`}`);
    expect(status).toBe(200);
    leaves.push(...decodeEntryBundle(bytes));
  }
  return leaves;
}

describe('the log of each half-year', () => {
  test.each([
    ['/log/2026h2', 'log.example/2026h2'],
    ['/log/2027h1', 'log.example/2027h1'],
    ['/log', 'log.example/2027h1'],
  ])('at %s is %s: its checkpoint verifies under the policy, and its leaves have the root that was signed', async (prefix, origin) => {
    const policy = parsePolicy((await get('/log/policy.txt')).bytes);
    if (!policy.ok) throw new Error(policy.code);
    expect(policy.value.logs.map(({ key }) => key.name)).toEqual(['log.example/2027h1', 'log.example/2026h2']);
    const { status, cache, bytes } = await get(`${prefix}/checkpoint`);
    expect([status, cache]).toEqual([200, 'no-cache']);
    const verified = await verifyCheckpoint(bytes.toString(), policy.value);
    if (!verified.ok) throw new Error(verified.code);
    const { checkpoint } = verified.value;
    expect(checkpoint.origin).toBe(origin);
    const size = Number(checkpoint.size);
    const leaves = await leavesAt(prefix, size);
    expect(Buffer.from(naiveTree(leaves).root(size)).equals(checkpoint.root)).toBe(true);
  });

  test('has full tiles that may be kept for good', async () => {
    for (const name of ['tile/0/000', 'tile/entries/000']) {
      const { status, cache, bytes } = await get(`/log/2026h2/${name}`);
      expect([status, cache]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(bytes.equals(readFileSync(join(folder, 'log/2026h2/tree', name)))).toBe(true);
    }
  });

  test('has no full tile while its own tree is smaller, whatever another has', async () => {
    for (const prefix of ['/log/2027h1', '/log']) expect((await get(`${prefix}/tile/0/000`)).status).toBe(404);
    expect((await get('/log/2026h2/tile/1/000.p/1')).status).toBe(200);
    expect((await get('/log/2027h1/tile/1/000.p/1')).status).toBe(404);
  });

  test('has no tile beyond the tree that is published, even when it lies on the disk', async () => {
    const size = Number(log.published().size);
    // As a batch leaves it that stopped before its checkpoint.
    for (const [home, name] of [
      ['2027h1', `tile/0/000.p/${size + 1}`],
      ['2027h1', `tile/entries/000.p/${size + 1}`],
      ['2026h2', 'tile/0/001.p/255'],
    ] as const)
      writeFileSync(join(folder, 'log', home, 'tree', name), 'unpublished');
    for (const kind of ['0', 'entries']) {
      expect((await get(`/log/2027h1/tile/${kind}/000.p/${size}`)).status).toBe(200);
      for (const prefix of ['/log/2027h1', '/log'])
        for (const width of [size + 1, 255]) expect((await get(`${prefix}/tile/${kind}/000.p/${width}`)).status).toBe(404);
    }
    expect((await get('/log/2026h2/tile/0/001.p/255')).status).toBe(404);
    expect((await get('/log/2026h2/tile/0/002.p/1')).status).toBe(404);
  });
});

describe('no file that is not published can be read', () => {
  test('the folder has a key, receipts and a journal beside the tree', () => {
    expect(readdirSync(join(folder, 'log/2026h2'))).toEqual(expect.arrayContaining(['in-force', 'journal', 'key', 'receipts', 'tree']));
  });

  test.each([
    ...['2025h1', '2026h3', '2026H2', '2026h2.', '02026h2', 'tree', 'policy.txt', 'constructor', '__proto__', '.', '..', '%2e%2e', '*', ''],
    ...['2026h2%2f', '2026h2%2ftree', '2026h2%00', '..%2f2026h2', '2026h2/..', '2026h2/../2026h2', './2026h2', '/2026h2', '%32026h2x'],
  ])('a half-year named "%s" has neither checkpoint nor tiles', async (shard) => {
    for (const name of ['checkpoint', 'tile/0/000', 'tile/entries/000']) {
      const { status, bytes } = await get(`/log/${shard}/${name}`);
      expect([400, 404]).toContain(status);
      expect(JSON.parse(bytes.toString())).toMatchObject({ error: { code: expect.stringMatching(/^(not_found|bad_request)/) as string } });
    }
  });

  test.each([
    ...[
      '../../key',
      '../key',
      '%2e%2e/%2e%2e/key',
      '..%2f..%2fkey',
      '0/../../../key',
      '0/000/../../../../key',
      '0/%2e%2e/%2e%2e/%2e%2e/key',
    ],
    ...[
      'entries/../../../in-force',
      '0/000%00',
      '0/000/',
      '0//000',
      '/0/000',
      '0/0',
      '0/00',
      '0/0000',
      '0/x000/000',
      '0/x001',
      '0/-01',
      '64/000',
      '00/000',
    ],
    ...[
      '0/000.p/0',
      '0/000.p/256',
      '0/000.p/01',
      '0/000.p/',
      '0/000.p',
      '0/001.p/+4',
      '0/001.p/4x',
      'entries/001.p/4/',
      'entries',
      'entries/',
      '',
    ],
    ...['../.state/treeState', '0/000\\..\\..\\key', `0/${'x999/'.repeat(20)}999`, `0/${'9'.repeat(5000)}`],
  ])('a tile named "%s" is none', async (name) => {
    for (const prefix of ['/log/2026h2', '/log/2027h1', '/log']) {
      const { status, bytes } = await get(`${prefix}/tile/${name}`);
      expect([400, 404, 414, 431]).toContain(status);
      expect(bytes.toString()).not.toContain('PRIVATE');
    }
  });

  test.each(['key', 'tree/checkpoint', 'receipts', 'in-force', 'policy.txt', 'checkpoint/', 'checkpoint.', 'checkpoint%00', 'Checkpoint'])(
    'a half-year has no address %s',
    async (name) => {
      expect((await get(`/log/2026h2/${name}`)).status).toBe(404);
    },
  );

  test('nothing can be written', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await fetch(`${gateway.url}/log/2026h2/checkpoint`, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });
});
