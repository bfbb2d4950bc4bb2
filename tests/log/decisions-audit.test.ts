import { canonicalJson } from '@parlance/core';
import { type Leaf, signerOf } from '@parlance/log';
import { createLogWriter } from '@parlance/log/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { ruleOf, tallyOf } from '../../apps/gateway/src/register/testing/made-log.ts';
import { simulatedDisk } from '../../packages/log/src/node/files/testing/simulated-disk.ts';
import { audit } from './folder-on-disk.ts';
import { decidedElsewhere } from './leaf-faults.ts';
import { type DraftLeaf, lieInPublic } from './lying-operator.ts';
import { type FolderFiles, recordFolder } from './recorded-folder.ts';

const earlier = '/log/2026h1/tree';

/** The log of the half-year before, which has one rule. */
async function earlierLog(leaves: readonly Leaf[]): Promise<FolderFiles> {
  const disk = simulatedDisk();
  await disk.files.makeFolder('/log');
  await disk.files.makeFolder('/log/2026h1');
  const origin = 'log.example/2026h1';
  const signer = await signerOf({ name: origin, algorithm: 'ed25519', seed: new Uint8Array(32).fill(7) });
  const writer = await createLogWriter({ files: disk.files, folder: earlier, origin, signer, now: () => new Date('2026-06-01T00:00:00Z') });
  await writer.add(leaves.map((leaf) => new TextEncoder().encode(canonicalJson(leaf))));
  await writer.close();
  return new Map(disk.everything());
}

describe('a decision about a rule of the half-year before', () => {
  let clean: FolderFiles;
  let before: FolderFiles;

  beforeAll(async () => {
    clean = await recordFolder();
    before = await earlierLog([ruleOf(1), tallyOf('2026-06-01T00Z', [], 12)]);
  });

  const auditOf = async (decision: DraftLeaf, others = [earlier]) =>
    audit(new Map([...before, ...(await lieInPublic(clean, (batches) => batches[0]?.leaves.push(decision)))]), 4, others);

  test('is held against the leaf of the rule there', async () => {
    const { faults, notChecked } = await auditOf(decidedElsewhere);
    expect(faults).toEqual([]);
    expect(notChecked.map(({ part }) => part)).not.toContain('decisions');
  });

  test.each([
    ['another rule', { rule: 'ee.rule.2@2026.11.2' }],
    ['another version of the rule', { rule: 'ee.rule.1@2026.11.3' }],
    ['a leaf that is no rule', { position: '1' }],
    ['a leaf that is not there', { position: '2' }],
    ['a leaf far behind the end', { position: '70000' }],
  ])('is a fault where it names %s', async (_, changed) => {
    const { faults } = await auditOf({ ...decidedElsewhere, ...changed });
    expect(faults.map(({ code }) => code)).toEqual(['amend_rule_differs']);
  });

  test.each([
    ['no other log is at hand', []],
    ['the other folder has no log', ['/log/2025h2/tree']],
  ])('is told as not checked where %s', async (_, others) => {
    const { faults, notChecked } = await auditOf(decidedElsewhere, others);
    expect(faults).toEqual([]);
    expect(notChecked).toContainEqual({ part: 'decisions', why: 'the rules of 1 stand in a log that is not here, or cannot be read' });
  });
});
