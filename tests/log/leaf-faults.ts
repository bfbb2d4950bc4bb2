import { randomBytes } from 'node:crypto';
import { type JsonValue } from '@parlance/core';
import { type AuditFaultCode } from '@parlance/log/node';
import { type DraftBatch, type DraftLeaf, lieInPublic } from './lying-operator.ts';
import { type SeededFault } from './seeded-fault.ts';

/** The first batch has thirteen changed answers, the second six, the third two; before them stand rules and releases. */
function batchOf(batches: readonly DraftBatch[], number: number): DraftBatch {
  const batch = batches[number];
  if (batch === undefined) throw new Error(`there is no batch ${number}`);
  return batch;
}

function leafOf(batch: DraftBatch, isMeant: (leaf: DraftLeaf) => boolean): DraftLeaf {
  const leaf = batch.leaves.find((each): each is DraftLeaf => !(each instanceof Uint8Array) && isMeant(each));
  if (leaf === undefined) throw new Error('there is no such leaf');
  return leaf;
}

const mediation = (batch: DraftBatch, member = 'ending', value: JsonValue = null): DraftLeaf =>
  leafOf(batch, (leaf) => leaf['leaf'] === 'mediation' && (value === null || leaf[member] === value));
const tally = (batch: DraftBatch): DraftLeaf => leafOf(batch, ({ leaf }) => leaf === 'tally');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hash = (): string => randomBytes(32).toString('base64');

function lieOf(fault: string, code: AuditFaultCode, change: (batches: DraftBatch[]) => void): SeededFault {
  return { fault, code, seed: (clean) => lieInPublic(clean, change) };
}

/** Takes a leaf of the first batch of rules out, and gives it back after everything else. */
function publishLate(batches: DraftBatch[], isMeant: (leaf: DraftLeaf) => boolean): void {
  const rules = batchOf(batches, 0);
  const leaf = leafOf(rules, isMeant);
  rules.leaves = rules.leaves.filter((each) => each !== leaf);
  batches.push({ leaves: [leaf], cursor: null, receipts: null });
}

const amend: DraftLeaf = {
  leaf: 'amend',
  v: 1,
  position: '9999',
  outcome: 'withdrawn',
  reason: 'mistake',
  authority: null,
  replacement: null,
  period: '2026-11-21',
};
const decidedHere: DraftLeaf = {
  ...amend,
  position: '0',
  outcome: 'objection-upheld',
  reason: 'complaint',
  decision: '0123456789abcdef'.repeat(2),
};
/** Well formed, about a rule of the half-year before. */
export const decidedElsewhere: DraftLeaf = { ...decidedHere, log: 'log.example/2026h1', rule: 'ee.rule.1@2026.11.2' };
const shred: DraftLeaf = { leaf: 'shred', v: 1, scope: 'person', reason: 'request', keys: '1-9', period: '2026-11-21' };

/** What an operator with the key can sign, and everybody can find in the public tree. */
export const leafFaults: readonly SeededFault[] = [
  lieOf('a changed answer has no leaf', 'mediation_missing', (batches) => void batchOf(batches, 1).leaves.shift()),
  lieOf('a leaf stands for no answer', 'mediation_excess', (batches) => {
    const batch = batchOf(batches, 1);
    batch.leaves.unshift({ ...mediation(batch), commitments: { request: hash(), upstream: hash(), delivered: hash() } });
  }),
  lieOf('a tally counts fewer omissions than its leaves', 'tally_omissions', (batches) => {
    tally(batchOf(batches, 1))['omissions'] = 1;
  }),
  lieOf('a tally counts more additions than its leaves', 'tally_additions', (batches) => {
    tally(batchOf(batches, 1))['additions'] = 9;
  }),
  lieOf('a tally tells an ending that its leaves do not', 'tally_endings', (batches) => {
    const { quota = 0, ...endings } = tally(batchOf(batches, 2))['endings'] as Record<string, number>;
    tally(batchOf(batches, 2))['endings'] = { ...endings, outage: quota };
  }),
  lieOf('a tally is of an hour before the one before it', 'period_back', (batches) => {
    tally(batchOf(batches, 3))['period'] = '2026-11-21T09Z';
  }),
  lieOf('a leaf is of another day than its tally', 'period_differs', (batches) => {
    mediation(batchOf(batches, 2))['period'] = '2026-11-20';
  }),
  lieOf('a leaf is not canonical', 'leaf_not_canonical', (batches) => {
    const batch = batchOf(batches, 1);
    batch.leaves[0] = bytes(`${JSON.stringify(batch.leaves[0])} `);
  }),
  lieOf('a leaf holds more than a leaf may', 'leaf_malformed', (batches) => {
    mediation(batchOf(batches, 1))['account'] = '4711';
  }),
  lieOf('a leaf is no JSON', 'leaf_malformed', (batches) => {
    batchOf(batches, 1).leaves[0] = bytes('leaf');
  }),
  lieOf('a leaf tells a language that fewer than ten share', 'coarse_language', (batches) => {
    leafOf(batchOf(batches, 1), ({ leaf, language }) => leaf === 'mediation' && language === null)['language'] = 'se';
  }),
  lieOf('a leaf tells a sector that fewer than ten share', 'coarse_sector', (batches) => {
    leafOf(batchOf(batches, 1), ({ leaf, language }) => leaf === 'mediation' && language === null)['sector'] = 'education';
  }),
  lieOf('a leaf keeps back a sector that all others of its language tell', 'coarse_sector', (batches) => {
    leafOf(batchOf(batches, 1), ({ sector, size }) => sector === 'citizen-services' && size === null)['sector'] = null;
  }),
  lieOf('a leaf tells a size that fewer than ten share', 'coarse_size', (batches) => {
    leafOf(batchOf(batches, 1), (leaf) => leaf['language'] === 'et' && leaf['size'] === null)['size'] = '100-999';
  }),
  lieOf('the leaves of a small batch tell the hour', 'coarse_period', (batches) => {
    mediation(batchOf(batches, 2))['period'] = tally(batchOf(batches, 2))['period'] ?? null;
  }),
  lieOf('a rule is public only after it was applied', 'rule_missing', (batches) => {
    publishLate(batches, ({ id }) => id === 'ee.tubs.17');
  }),
  lieOf('a pack is released only after it was used', 'release_missing', (batches) => {
    publishLate(batches, ({ leaf, subject }) => leaf === 'release' && subject === 'pack');
  }),
  lieOf('a leaf is there twice, and another is not', 'leaf_twice', (batches) => {
    const batch = batchOf(batches, 2);
    const [first, second] = [mediation(batch, 'ending', 'quota'), mediation(batch, 'ending', 'law')];
    Object.assign(second, first);
    const endings = Object.entries(tally(batch)['endings'] as Record<string, number>).filter(([ending]) => ending !== 'law');
    tally(batch)['endings'] = { ...Object.fromEntries(endings), quota: 2 };
  }),
  lieOf('changed answers stand at the end without a tally', 'tally_missing', (batches) => void batchOf(batches, 4).leaves.pop()),
  lieOf('another leaf stands between changed answers and their tally', 'leaf_out_of_place', (batches) => {
    batchOf(batches, 1).leaves.splice(3, 0, shred);
  }),
  lieOf('a correction is of a leaf that is not there', 'amend_unknown', (batches) => {
    batchOf(batches, 0).leaves.push(amend);
  }),
  lieOf('a decision names a rule of its own log as one of another', 'amend_own_log', (batches) => {
    batchOf(batches, 0).leaves.push({ ...decidedElsewhere, log: 'log.example/2026h2' });
  }),
  lieOf('one decision about an objection has two leaves', 'decision_twice', (batches) => {
    batchOf(batches, 0).leaves.push(decidedHere, decidedHere);
  }),
];
