import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOfText } from '@parlance/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePack } from '../../../../packages/pack/src/resolve/sample-pack.ts';
import { type AnswerLog, openAnswerLog } from './answer-log.ts';
import { statedInForce } from './stated-in-force.ts';
import { answered, give, law, start } from './testing/answer-logs.ts';

let home = '';
let log: AnswerLog;

const packOf = (version: string) => ({ ...samplePack({ version }), digest: digestOfText(version) });
const inForce = (version: string) => ({ pack: packOf(version), release: null });
const versions = async (): Promise<readonly string[]> => (await statedInForce(log).releases()).map(({ leaf }) => leaf.version);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'parlance-stated-'));
  const options = { dataFolder: home, name: 'log.example', now: () => start, onFault: () => undefined, pause: 1_000_000 };
  log = await openAnswerLog({ ...options, inForce: inForce('1.0.0') });
});

afterAll(async () => {
  await log.close();
  rmSync(home, { recursive: true });
});

test('what came into force is told in order, also what came back and what lies behind many answers', async () => {
  expect(await versions()).toEqual(['1.0.0']);
  await Promise.all(Array.from({ length: 300 }, (_, index) => give(log, answered(`a${index}`, { edits: [law] }))));
  await log.drain();
  await log.putInForce(inForce('1.1.0'));
  await log.putInForce(inForce('1.0.0'));
  expect(await versions()).toEqual(['1.0.0', '1.1.0', '1.0.0']);
  const positions = (await statedInForce(log).releases()).map(({ position }) => position);
  expect(positions[0]).toBeLessThan(10n);
  expect(positions[1]).toBeGreaterThan(300n);
});

test('many who ask at once are told the same, and nothing twice', async () => {
  const told = await Promise.all(Array.from({ length: 5 }, versions));
  expect(new Set(told.map((each) => each.join())).size).toBe(1);
  expect(told[0]).toHaveLength(3);
});

test('a rule is found where it was stated first, with its pack, and no other is', async () => {
  const stated = statedInForce(log);
  const rule = 'privacy.iban';
  const first = await stated.rule(`${rule}@1.0.0`, digestOfText('1.0.0'));
  const second = await stated.rule(`${rule}@1.1.0`, digestOfText('1.1.0'));
  expect(first?.shard).toBe('2026h2');
  expect(first?.position).toBeLessThan(second?.position ?? 0n);
  expect(await stated.rule(`${rule}@1.0.0`, digestOfText('1.1.0'))).toBeNull();
  expect(await stated.rule('charter.safety-resources@9.9.9', digestOfText('1.0.0'))).toBeNull();
});

test('where no log can be read, nothing was in force', async () => {
  const unreadable = { shards: () => [{ shard: '2026h2', folder: '/nonexistent', published: () => ({ note: '', size: 9n }) }] };
  expect(await statedInForce(unreadable).releases()).toEqual([]);
  expect(await statedInForce(unreadable).rule('x@1.0.0', '')).toBeNull();
});
