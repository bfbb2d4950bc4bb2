import { request as ask } from 'node:http';
import { type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, CodedError, type JsonValue } from '@parlance/core';
import { largestLeaf, parseCheckpoint, parseNote } from '@parlance/log';
import { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { simulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { sampleLeaves } from '../../../../packages/log/src/testing/leaves.ts';
import { samplePack } from '../../../../packages/pack/src/resolve/sample-pack.ts';
import { gatewayOf } from '../../../../tests/gateway/running-gateway.ts';
import { createApp } from '../app.ts';
import { type Gateway } from '../gateway.ts';
import { type AnswerLog, openAnswerLog } from '../record/answer-log.ts';
import { hashOfSecret } from '../store/key-facts.ts';

const path = '/internal/log/entries';
const key = 'add-key-of-a-release-tool-0123456789';
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
const pack = { ...samplePack({ restrictions: [] }), digest: `sha256:${'0'.repeat(64)}` } as ReturnType<typeof samplePack>;

const leafOf = (kind: string) => sampleLeaves.find(({ leaf }) => leaf === kind)!;
const release = leafOf('release');

interface Answer {
  readonly entries: readonly { readonly index: number }[];
  readonly checkpoint: string;
}

let log: AnswerLog;
let app: FastifyInstance;
const lines: string[] = [];

const appWith = (adding: Gateway['adding']): FastifyInstance =>
  createApp(gatewayOf({ upstreamUrl: 'http://127.0.0.1:9/v1', adding }), { write: (line) => lines.push(line) });
const appOf = (changes: Partial<NonNullable<Gateway['adding']>['log']> = {}): FastifyInstance => {
  const adding = {
    addLeaves: (leaves: readonly Uint8Array[]) => log.addLeaves(leaves),
    hasFork: () => false,
    published: () => log.published(),
  };
  return appWith({ keyHash: hashOfSecret(key), log: { ...adding, ...changes } });
};

beforeAll(async () => {
  log = await openAnswerLog({
    ...{ dataFolder: '/', name: 'log.example', inForce: { pack, release: null }, files: simulatedDisk().files, pause: 1_000_000 },
    now: () => new Date('2026-11-21T13:05:00Z'),
    onFault: () => undefined,
  });
  app = appOf();
});
afterAll(async () => {
  await app.close();
  await log.close();
});

async function post(body: unknown, to = app, more: Readonly<Record<string, string>> = {}) {
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  const reply = await to.inject({ method: 'POST', url: path, headers: { ...headers, ...more }, payload });
  return {
    status: reply.statusCode,
    json: reply.json<Answer & { readonly error?: { readonly code: string; readonly param: string | null; readonly message: string } }>(),
  };
}

function sizeOf(checkpoint: string): bigint {
  const note = parseNote(checkpoint);
  const head = note.ok ? parseCheckpoint(note.value.text) : note;
  return head.ok ? head.value.size : -1n;
}

describe('a node with the key', () => {
  test.each(['policy', 'release', 'shred', 'key', 'access'])(
    'adds a leaf of kind %s, and is answered when it is published',
    async (kind) => {
      const before = log.published().size;
      const { status, json } = await post(leafOf(kind));
      expect([status, json.entries]).toEqual([200, [{ index: Number(before) }]]);
      expect(sizeOf(json.checkpoint)).toBe(before + 1n);
      expect(log.published().note).toBe(json.checkpoint);
    },
  );

  test('corrects a leaf that is there', async () => {
    const amend = { ...leafOf('amend'), position: '0', replacement: null };
    expect((await post(amend)).status).toBe(200);
  });

  test('adds up to 256 leaves at once, which stand in their order', async () => {
    const before = Number(log.published().size);
    const { json } = await post(Array.from({ length: 256 }, () => release));
    expect(json.entries.map(({ index }) => index)).toEqual(Array.from({ length: 256 }, (_, place) => before + place));
  });

  test('may order the members of a leaf as it likes; in the log they are canonical', async () => {
    const turned = Object.fromEntries(Object.entries(release).reverse());
    const added: string[] = [];
    const own = appOf({
      addLeaves: (leaves) => {
        added.push(...leaves.map((leaf) => new TextDecoder().decode(leaf)));
        return log.addLeaves(leaves);
      },
    });
    expect((await post(turned, own)).status).toBe(200);
    expect(added).toEqual([canonicalJson(release as unknown as JsonValue)]);
    await own.close();
  });
});

describe('what is refused', () => {
  let size = 0n;
  const expectNothingAdded = (): void => {
    expect(log.published().size).toBe(size);
  };
  beforeAll(() => {
    size = log.published().size;
  });
  afterEach(expectNothingAdded);

  test.each<[string, string | null, string]>([
    ['no key', null, 'missing_key'],
    ['an empty header', '', 'missing_key'],
    ['another key', `Bearer ${'x'.repeat(key.length)}`, 'invalid_key'],
    ['the beginning of the key', `Bearer ${key.slice(0, -1)}`, 'invalid_key'],
    ['the key and more', `Bearer ${key}0`, 'invalid_key'],
    ['the key twice', `Bearer ${key} ${key}`, 'invalid_key'],
    ['the key without its scheme', key, 'invalid_key'],
    ['the hash of the key', `Bearer ${Buffer.from(hashOfSecret(key)).toString('hex')}`, 'invalid_key'],
  ])('%s', async (_, authorization, code) => {
    const without = { 'content-type': 'application/json' };
    const reply = await app.inject({
      method: 'POST',
      url: path,
      headers: authorization === null ? without : { ...without, authorization },
      payload: '{"broken',
    });
    expect([reply.statusCode, reply.json<{ error: { code: string } }>().error.code]).toEqual([401, code]);
  });

  test.each<[string, unknown, string, string | null]>([
    ['no JSON', '{"leaf":', 'invalid_json', null],
    ['null', 'null', 'invalid_json', null],
    ['an empty list', [], 'invalid_request', null],
    ['257 leaves', Array.from({ length: 257 }, () => release), 'invalid_request', null],
    ['a number', 7, 'leaf_refused', '0'],
    ['an empty object', {}, 'leaf_refused', '0'],
    ['a list in a list', [[release]], 'leaf_refused', '0'],
    ['a leaf of no kind that there is', { ...release, leaf: 'toString' }, 'leaf_refused', '0'],
    ['a mediation leaf', leafOf('mediation'), 'leaf_refused', '0.leaf'],
    ['a tally', leafOf('tally'), 'leaf_refused', '0.leaf'],
    ['a rule', leafOf('rule'), 'leaf_refused', '0.leaf'],
    ['one mediation leaf among others', [release, leafOf('mediation'), release], 'leaf_refused', '1.leaf'],
    ['a field that is not known', [release, { ...release, note: 'canary' }], 'leaf_refused', '1'],
    ['a field that is missing', { ...release, digest: undefined }, 'leaf_refused', '0.digest'],
    ['a field of another form', [{ ...release, from: 'canary' }], 'leaf_refused', '0.from'],
    [
      'a field inside another',
      [release, { ...leafOf('access'), basis: { jurisdiction: 'canary' } }],
      'leaf_refused',
      '1.basis.jurisdiction',
    ],
    ['half a surrogate pair', `[${JSON.stringify({ ...leafOf('access'), authority: '\ud800' })}]`, 'leaf_refused', '0'],
    ['a member that reaches for the prototype', `{"__proto__":{},${JSON.stringify(release).slice(1)}`, 'invalid_json', null],
    ['an amend of a leaf that is not there', { ...leafOf('amend'), position: '4000000', replacement: null }, 'leaf_refused', '0.position'],
    [
      'an amend by a leaf that is not there',
      { ...leafOf('amend'), position: '0', replacement: '4000000' },
      'leaf_refused',
      '0.replacement',
    ],
  ])('%s', async (...[, body, code, param]) => {
    const { status, json } = await post(body);
    expect([status, json.error?.code, json.error?.param]).toEqual([400, code, param]);
    expect(json.error?.message).not.toContain('canary');
  });

  test('a leaf of more than 8 KB', async () => {
    const wide = { ...release, signed_by: Array.from({ length: 16 }, () => `${'漢'.repeat(200)}+01234567`) };
    expect(Buffer.byteLength(JSON.stringify(wide))).toBeGreaterThan(largestLeaf);
    const { status, json } = await post([release, wide]);
    expect([status, json.error?.code, json.error?.param]).toEqual([400, 'leaf_refused', '1']);
    expect(json.error?.message).toContain('at most 8192 bytes');
  });

  test('a body over the limit', async () => {
    const { status, json } = await post(`[${' '.repeat(1_000_001)}]`);
    expect([status, json.error?.code]).toEqual([413, 'body_too_large']);
  });

  test('another kind of body, or another method', async () => {
    expect((await post(release, app, { 'content-type': 'text/plain' })).json.error?.code).toBe('unsupported_media_type');
    const { statusCode, headers: sent } = await app.inject({ method: 'GET', url: path, headers });
    expect([statusCode, sent['allow']]).toEqual([405, 'POST']);
  });
});

describe('a log that takes no leaves', () => {
  test.each([
    ['log_frozen', 'log_frozen'],
    ['log_closed', 'shutting_down'],
    ['leaves_waiting', 'overloaded'],
    ['disk_full', 'log_unwritable'],
    ['log_lost', 'log_unwritable'],
    ['anything else', 'log_unwritable'],
  ])('because of %s is told as %s, without the words of the error', async (reason, code) => {
    const broken = appOf({ addLeaves: () => Promise.reject(new CodedError(reason, `canary at /var/lib/parlance`)) });
    const { status, json } = await post(release, broken);
    expect([status, json.error?.code]).toEqual([503, code]);
    expect(JSON.stringify(json) + lines.join('')).not.toContain('canary');
    expect(lines.at(-1)).toContain(`"reason":"${reason}"`);
    await broken.close();
  });

  test('because it is forked adds nothing', async () => {
    const forked = appOf({ hasFork: () => true, addLeaves: () => Promise.reject(new Error('nothing may be added')) });
    expect((await post(release, forked)).json.error?.code).toBe('log_forked');
    await forked.close();
  });
});

test('without the setting there is no such address, whatever is sent', async () => {
  const closed = appWith(null);
  for (const method of ['GET', 'PUT', 'POST'] as const) {
    const send = (url: string) => closed.inject({ method, url, headers, ...(method === 'GET' ? {} : { payload: '{}' }) });
    const [reply, unknown] = [await send(path), await send('/internal/nothing')];
    expect([reply.statusCode, reply.body]).toEqual([404, unknown.body]);
  }
  await closed.close();
});

test('the key is in no line of the log', () => {
  expect(lines.join('')).not.toContain(key);
});

test('requests under way when the server closes are answered, and their leaves are in the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-add-'));
  const own = await openAnswerLog({
    ...{ dataFolder: folder, name: 'log.example', inForce: { pack, release: null }, pause: 1_000_000 },
    now: () => new Date('2026-11-21T13:05:00Z'),
    onFault: () => undefined,
  });
  const server = appWith({ keyHash: hashOfSecret(key), log: own });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const send = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const sent = ask({ port, method: 'POST', path, headers }, (reply) => {
        reply.resume().on('end', () => {
          resolve(reply.statusCode ?? 0);
        });
      });
      sent.on('error', reject).end(JSON.stringify(release));
    });
  const before = own.published().size;
  const [first, ...others] = Array.from({ length: 20 }, send);
  await first;
  await server.close();
  const statuses = await Promise.all(others.map((other) => other.catch(() => 0)));
  await own.close();
  const added = 1 + statuses.filter((status) => status === 200).length;
  expect(statuses.every((status) => [200, 503, 0].includes(status))).toBe(true);
  expect(Number(own.published().size - before)).toBeGreaterThanOrEqual(added);
  rmSync(folder, { recursive: true });
});
