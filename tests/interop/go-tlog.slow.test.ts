import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatReceipt, formatVerifierKey, parseReceipt, parseSignerKey, type Receipt, signerOf } from '@parlance/log';
import { createLogWriter, nodeFiles } from '@parlance/log/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopAll } from '../process/run-parlance.ts';
import { buildVerifyLog, type GoQuestion, type GoVerdict, untidyFiles, verifyLog } from './go-program.ts';
import { type RecordedLog, recordLog } from './recorded-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-interop-'));
let program = '';
let log: RecordedLog;
let copies = 0;

beforeAll(async () => {
  program = buildVerifyLog(folder);
  log = await recordLog(folder);
}, 180_000);
afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

function ask(more: Partial<GoQuestion> = {}): GoVerdict {
  const { vkey, witnesses, tree } = log;
  return verifyLog({ program, vkey, witnesses, place: tree, ...more });
}

/** The tree with one of its files changed; null takes it away. */
function treeWith(path: string, change: (bytes: Buffer) => Buffer | null): string {
  const copy = join(folder, `copy-${(copies += 1)}`);
  cpSync(log.tree, copy, { recursive: true });
  const bytes = change(readFileSync(join(copy, path)));
  if (bytes === null) rmSync(join(copy, path));
  else writeFileSync(join(copy, path), bytes);
  return copy;
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** One bit of a signature, still base64. */
function withSignature(note: string, name: string): string {
  const line = note.split('\n').find((each) => each.startsWith(`— ${name}`)) ?? '';
  const [dash, signer, signature = ''] = line.split(' ');
  return note.replace(line, [dash, signer, flipped(Buffer.from(signature, 'base64'), 40).toString('base64')].join(' '));
}

/** Of the bundles that are published: the full one, and the partial one at the end. */
function lastPartial(kind: 'entries' | '0'): string {
  const names = readdirSync(join(log.tree, 'tile', kind, '001.p')).sort((one, other) => Number(one) - Number(other));
  return `tile/${kind}/001.p/${names.at(-1) ?? ''}`;
}

describe('the implementation of the Go project', () => {
  test('is asked by a program that its own tools find in order', () => {
    expect(untidyFiles(folder)).toEqual([]);
  });

  test.each(['tree', 'address'] as const)(
    'verifies every entry and tile of a real log (%s), both cosignatures, its growth, and all receipts',
    (place) => {
      const { code, text } = ask({ place: log[place], older: log.older, receipts: log.receipts });
      expect(text).toMatch(/^checkpoint: log\.example\/interop\/\d{4}h[12] of \d+ leaves, 2 witnesses\n/);
      expect(Number(/of (\d+) leaves/.exec(text)?.[1])).toBeGreaterThan(256);
      expect(text).toMatch(/^tree: \d+ entries, 3 tiles\nconsistent with \d+ leaves$/m);
      const kinds = [...text.matchAll(/^receipt: (mediation|tally) leaf \d+$/gm)].map(([, kind]) => kind);
      expect(kinds).toHaveLength(log.receipts.length);
      expect(new Set(kinds)).toEqual(new Set(['mediation', 'tally']));
      expect(code).toBe(0);
    },
  );
});

const refused = (pattern: RegExp) => ({ code: 1, text: expect.stringMatching(pattern) as string });

describe('it refuses', () => {
  test.each([0, 17, 8191])('a full tile with one bit flipped (byte %i)', (at) => {
    expect(ask({ place: treeWith('tile/0/000', (bytes) => flipped(bytes, at)) })).toMatchObject(
      refused(/refused: tile\/0\/000: not the hashes/),
    );
  });

  test('a partial tile, a tile of the level above, and a bundle, with one bit flipped', () => {
    const partial = lastPartial('0');
    expect(ask({ place: treeWith(partial, (bytes) => flipped(bytes, 5)) })).toMatchObject(
      refused(/refused: tile\/0\/001\.p.*not the hashes/),
    );
    expect(ask({ place: treeWith('tile/1/000.p/1', (bytes) => flipped(bytes, 31)) })).toMatchObject(
      refused(/tile\/1\/000\.p\/1: not the hashes/),
    );
    for (const path of ['tile/entries/000', lastPartial('entries')])
      expect(ask({ place: treeWith(path, (bytes) => flipped(bytes, 20)) }), path).toMatchObject(
        refused(/refused: the root of the entries is/),
      );
  });

  test('a bundle whose lengths are wrong, that is cut off, or that is gone, and a tile that is gone or longer', () => {
    const bundle = 'tile/entries/000';
    expect(ask({ place: treeWith(bundle, (bytes) => flipped(bytes, 0)) })).toMatchObject(
      refused(/^(?!.*\ntree:)[^]*refused: tile\/entries\/000/),
    );
    expect(ask({ place: treeWith(bundle, (bytes) => bytes.subarray(0, -1)) })).toMatchObject(refused(/cut off/));
    expect(ask({ place: treeWith(bundle, () => null) })).toMatchObject(refused(/no such file/));
    expect(ask({ place: treeWith('tile/0/000', () => null) })).toMatchObject(refused(/no such file/));
    expect(ask({ place: treeWith('tile/0/000', (bytes) => Buffer.concat([bytes, Buffer.alloc(32)])) })).toMatchObject(
      refused(/not the hashes/),
    );
  });

  test.each([
    ['the log', 'log.example/', /refused: checkpoint: invalid signature for key log\.example/],
    ['a witness', 'witness.example/w2', /refused: checkpoint: witness witness\.example\/w2: invalid signature/],
  ])('a checkpoint whose signature by %s has one bit flipped', (_who, name, reason) => {
    const place = treeWith('checkpoint', (bytes) => Buffer.from(withSignature(bytes.toString(), name)));
    expect(ask({ place })).toMatchObject(refused(reason));
  });

  test('a checkpoint of another size, without one of the cosignatures, or of a log with another key', async () => {
    const larger = treeWith('checkpoint', (bytes) =>
      Buffer.from(bytes.toString().replace(/\n(\d+)\n/, (_all, size) => `\n${Number(size) + 1}\n`)),
    );
    expect(ask({ place: larger })).toMatchObject(refused(/invalid signature/));
    const alone = treeWith('checkpoint', (bytes) => Buffer.from(bytes.toString().replace(/— witness\.example\/w1 .*\n/, '')));
    expect(ask({ place: alone })).toMatchObject(refused(/witness witness\.example\/w1: note has no verifiable signatures/));
    const name = log.vkey.split('+')[0] ?? '';
    const other = await signerOf({ name, algorithm: 'ed25519', seed: new Uint8Array(32).fill(9) });
    expect(ask({ vkey: formatVerifierKey(other) })).toMatchObject(refused(/note has no verifiable signatures/));
    expect(ask({ witnesses: [log.vkey] })).toMatchObject(refused(/no key of cosignature\/v1/));
  });

  test('an earlier checkpoint of another history that the same key signed', async () => {
    const key = readFileSync(join(folder, 'data', 'log', log.address.split('/').at(-1) ?? '', 'key'), 'utf8').trim();
    const signer = await parseSignerKey(key);
    if (!signer.ok) throw new Error(signer.code);
    const place = { files: nodeFiles, folder: join(folder, 'fork'), origin: signer.value.name };
    const fork = await createLogWriter({ ...place, signer: signer.value, now: () => new Date() });
    await fork.add(['a', 'b', 'c'].map((leaf) => new TextEncoder().encode(leaf)));
    const older = join(folder, 'fork-checkpoint');
    writeFileSync(older, fork.checkpoint());
    await fork.close();
    expect(ask({ older })).toMatchObject(refused(/refused: older checkpoint: invalid transparency proof/));
  });
});

/** The first receipt of a kind, changed. */
function receiptWith(leaf: 'mediation' | 'tally', change: (receipt: Receipt) => object): string {
  const texts = log.receipts.map((path) => readFileSync(path, 'utf8'));
  const text = texts.find((each) => each.includes(`"leaf":"${leaf}"`)) ?? '';
  const receipt = parseReceipt(text);
  if (!receipt.ok) throw new Error(receipt.code);
  const path = join(folder, `changed-${(copies += 1)}.json`);
  writeFileSync(path, formatReceipt(Object.assign(structuredClone(receipt.value), change(receipt.value))));
  return path;
}

const withProof = (change: (proof: string) => string) => (receipt: Receipt) => ({
  proved: { ...receipt.proved, proof: change(receipt.proved?.proof ?? '') },
});
const flipHash = (hash: string): string => flipped(Buffer.from(hash, 'base64'), 7).toString('base64');

describe.each(['mediation', 'tally'] as const)('of a receipt that is proved in a %s leaf it refuses', (leaf) => {
  const cases: readonly (readonly [string, (receipt: Receipt) => object, RegExp])[] = [
    [
      'one bit of the path',
      withProof((proof) => proof.replace(/(index \d+\n)(\S+)/, (_all, index: string, hash: string) => index + flipHash(hash))),
      /proof: invalid transparency proof/,
    ],
    ['a hash too few', withProof((proof) => proof.replace(/(index \d+\n)\S+\n/, '$1')), /proof: invalid transparency proof/],
    [
      'another position',
      withProof((proof) => proof.replace(/index (\d+)/, (_all, index) => `index ${index === '0' ? 1 : Number(index) - 1}`)),
      /proof: invalid transparency proof/,
    ],
    ["one bit of the log's signature", withProof((proof) => withSignature(proof, 'log.example/')), /proof: invalid signature/],
    [
      'one bit of a cosignature',
      withProof((proof) => withSignature(proof, 'witness.example/w1')),
      /proof: witness witness\.example\/w1: invalid signature/,
    ],
    ['another header', withProof((proof) => proof.replace('@v1', '@v2')), /not a tlog-proof@v1/],
    ['another ending', ({ record }) => ({ record: { ...record, ending: 'outage' } }), /promise: invalid transparency proof/],
    [
      'one bit of a commitment',
      ({ record }) => ({
        record: { ...record, commitments: { ...record.commitments, delivered: flipHash(record.commitments.delivered) } },
      }),
      /promise: invalid transparency proof/,
    ],
    [
      'one bit of the promise',
      ({ promise }) => ({ promise: { ...promise, note: withSignature(promise.note, 'log.example/') } }),
      /promise: invalid signature/,
    ],
    [
      'a later deadline',
      ({ promise }) => ({
        promise: { ...promise, note: promise.note.replace(/deadline (\d+)/, (_all, time) => `deadline ${Number(time) + 1}`) },
      }),
      /promise: invalid signature/,
    ],
  ];
  test.each(cases)('%s', (_what, change, reason) => {
    expect(ask({ receipts: [receiptWith(leaf, () => ({}))] })).toMatchObject({ code: 0 });
    expect(ask({ receipts: [receiptWith(leaf, change)] })).toMatchObject(refused(reason));
  });
});
