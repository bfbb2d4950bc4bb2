import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Leaf, type LeafOf } from '@parlance/log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderSource } from '../report/tree-source.ts';
import { ruleOf, tallyOf, writeLog } from '../testing/made-log.ts';
import { type CollectedDrift, collectDrift, driftInput } from './collect-drift.ts';

let folder: string;
let made = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parlance-drift-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const amend = (more: Partial<LeafOf<'amend'>>): Leaf => ({
  ...{ leaf: 'amend', v: 1, position: '0', outcome: 'objection-upheld', reason: 'complaint', authority: null, replacement: null },
  ...{ period: '2026-11-21', ...more },
});

async function collected(leaves: readonly Leaf[]): Promise<CollectedDrift> {
  const { folder: tree } = await writeLog(join(folder, String(made++)), leaves);
  return collectDrift(folderSource(tree), { policy: null, until: null });
}

describe('decisions about objections', () => {
  const decision = 'a'.repeat(32);
  const first = [ruleOf(1), tallyOf('2026-11-21T13Z', [], 5)];

  test('count once where two logs tell the same', async () => {
    const elsewhere = amend({ decision, position: '0', log: 'log.example/2026h1', rule: 'ee.rule.1@2026.11.2' });
    const logs = [await collected([...first, amend({ decision })]), await collected([...first, elsewhere])];
    expect(driftInput(logs).decisions).toEqual([{ rule: 'ee.rule.1', outcome: 'upheld', count: 1 }]);
  });

  test('of the first version, which have no name, count in each log', async () => {
    const next = await collected([...first, amend({})]);
    const logs = [await collected([...first, amend({})]), { ...next, log: 'log.example/2027h1' }];
    expect(driftInput(logs).decisions).toEqual([{ rule: 'ee.rule.1', outcome: 'upheld', count: 2 }]);
  });

  test('about a rule of an earlier log count for the rule that they name', async () => {
    const log = await collected([...first, amend({ decision, position: '4000', log: 'log.example/2026h1', rule: 'ee.rule.9@2026.1.1' })]);
    expect(driftInput([log]).decisions).toEqual([{ rule: 'ee.rule.9', outcome: 'upheld', count: 1 }]);
  });
});
