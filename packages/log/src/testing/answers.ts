import { createHash } from 'node:crypto';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeText } from '../encoding/text.ts';
import { type LeafOf } from '../leaf/leaf.ts';
import { encodeLeaf } from '../leaf/parse-leaf.ts';
import { formatProof } from '../proof/tlog-proof.ts';
import { type ChannelText, commitment } from '../receipt/commitment.ts';
import { mediationBytes, type MediationContext } from '../receipt/mediation.ts';
import { groupOf, promiseGroup } from '../receipt/promise.ts';
import { type Receipt } from '../receipt/receipt.ts';
import { type AnswerRecord } from '../receipt/record.ts';
import { hashChildren, hashLeaf } from '../tree/hash.ts';
import { type Path } from '../tree/proof.ts';
import { operator, origin, signedCheckpoint, type SignedTree } from './actors.ts';

export const deadline = 1_795_262_410n;
export const nonce = sha('nonce of the reader');
export const delivered: readonly ChannelText[] = [
  { choice: 0, channel: 'content', text: 'Helista ⟦1: isikuandmed⟧ numbril 112, kui keegi on ohus.' },
  { choice: 0, channel: 'reasoning', text: 'مرحبا' },
];

function sha(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(text).digest());
}

function digest(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

const facts = {
  v: 1,
  pack: { id: 'ee', version: '2026.11.2', digest: digest('pack') },
  charter: { version: '0.1.0', digest: digest('charter') },
  commitments: {
    request: encodeBase64(commitment(nonce, [{ choice: 0, channel: 'user', text: 'Kellele helistada?' }])),
    upstream: encodeBase64(commitment(sha('nonce of the vault'), [{ choice: 0, channel: 'content', text: 'Helista Marile numbril 112' }])),
    delivered: encodeBase64(commitment(nonce, delivered)),
  },
} as const;

/** A law and the charter changed this answer. */
export const changed: AnswerRecord = {
  ...facts,
  id: 'ans_01J9Z3K4M5N6P7Q8R9S0T1V2W3',
  ending: 'done',
  edits: [
    {
      kind: 'omit',
      type: 'advertising',
      cause: 'law',
      basis: {
        jurisdiction: 'EE',
        instrument: 'Tubakaseadus',
        article: '§ 17 lg 1',
        url: 'https://www.riigiteataja.ee/akt/104042023011',
      },
      authority: 'Tarbijakaitse ja Tehnilise Järelevalve Amet',
      rule: 'ee.tubs.17.tobacco-promotion@2026.11.2',
      count: 2,
    },
    { kind: 'omit', type: 'personal-identifier', cause: 'privacy', basis: null, authority: null, rule: 'charter.privacy@0.1.0', count: 1 },
  ],
};

export const unchanged: AnswerRecord = { ...facts, id: 'ans_01J9Z3K4M5N6P7Q8R9S0T1V2W4', ending: 'done', edits: [] };

export const context: MediationContext = { period: '2026-11-21T13Z', language: 'et', size: '100-999' };

/** The record among others that were answered at the same time. */
export function groupWith(record: AnswerRecord, size: number): readonly AnswerRecord[] {
  return Array.from({ length: size }, (_, index) => (index === Math.floor(size / 3) ? record : { ...unchanged, id: `ans_${index}` }));
}

export interface ReceiptOptions extends Partial<SignedTree> {
  readonly group?: number;
  /** What the leaf tells beside the record. */
  readonly told?: MediationContext;
  readonly terms?: { readonly log: string; readonly deadline: bigint };
}

export async function promisedReceipt(record: AnswerRecord, { group = 37, terms }: ReceiptOptions = {}): Promise<Receipt> {
  const records = groupWith(record, group);
  const promises = await promiseGroup(records, terms ?? { log: origin, deadline }, operator);
  const promise = promises[records.indexOf(record)];
  if (promise === undefined) throw new Error('no such record');
  return { v: 1, record, promise, proved: null };
}

export async function mediationReceipt(record: AnswerRecord, options: ReceiptOptions = {}): Promise<Receipt> {
  const receipt = await promisedReceipt(record, options);
  const { told = context } = options;
  const proof = await proofOf(mediationBytes(record, told), options);
  return { ...receipt, proved: { leaf: 'mediation', ...told, proof } };
}

export async function tallyReceipt(record: AnswerRecord, options: ReceiptOptions & { readonly batch?: number } = {}): Promise<Receipt> {
  const receipt = await promisedReceipt(record, options);
  const records = groupWith(record, options.batch ?? 37);
  const { root, pathOf } = groupOf(records);
  const index = records.indexOf(record);
  const tally: LeafOf<'tally'> = {
    leaf: 'tally',
    v: 1,
    period: context.period,
    answers: records.length,
    changed: 0,
    omissions: 0,
    additions: 0,
    endings: { done: records.length },
    root: encodeBase64(root),
  };
  const proof = await proofOf(encodeLeaf(tally), options);
  return { ...receipt, proved: { leaf: 'tally', tally, index, path: pathOf(index), proof } };
}

/** A proof in a log of ten million leaves, without making ten million leaves: the siblings on the way up may be anything. */
export async function proofOf(entry: Uint8Array, options: Partial<SignedTree> = {}): Promise<string> {
  const [size, index] = [10_000_000n, 3_333_333n];
  const { root, path } = placeLeaf(hashLeaf(entry), index, size);
  return formatProof({ extra: null, index, path, checkpoint: await signedCheckpoint({ size, root, ...options }) });
}

/** Below the right edge, where every level has a sibling. */
export function placeLeaf(leafHash: Uint8Array, index: bigint, size: bigint): { readonly root: Uint8Array; readonly path: Path } {
  let [node, last, root] = [index, size - 1n, leafHash];
  const path: Uint8Array[] = [];
  for (; last > 0n; [node, last] = [node >> 1n, last >> 1n]) {
    if ((node & 1n) === 0n && node === last) continue;
    const sibling = hashLeaf(encodeText(`sibling ${path.length}`));
    root = (node & 1n) === 1n ? hashChildren(sibling, root) : hashChildren(root, sibling);
    path.push(sibling);
  }
  return { root, path };
}
