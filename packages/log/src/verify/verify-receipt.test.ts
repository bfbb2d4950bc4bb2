import { describe, expect, test, vi } from 'vitest';
import { encodeBase64 } from '../encoding/base64.ts';
import { encodeText } from '../encoding/text.ts';
import { signNote } from '../note/sign-note.ts';
import { type Proved, type Receipt } from '../receipt/receipt.ts';
import { actor, log, operator, policy, signedCheckpoint, witnesses } from '../testing/actors.ts';
import {
  changed,
  context,
  deadline,
  delivered,
  mediationReceipt,
  nonce,
  placeLeaf,
  promisedReceipt,
  proofOf,
  tallyReceipt,
  unchanged,
} from '../testing/answers.ts';
import { formatProof, parseProof } from '../proof/tlog-proof.ts';
import { mediationBytes } from '../receipt/mediation.ts';
import { hashLeaf } from '../tree/hash.ts';
import { verifyReceipt, type VerifyOptions } from './verify-receipt.ts';

const now = deadline - 5n;
const options: VerifyOptions = { policy, keys: [operator], now };
const [promised, mediated, tallied] = [await promisedReceipt(changed), await mediationReceipt(changed), await tallyReceipt(unchanged)];

async function verdictOf(receipt: Receipt, changes: Partial<VerifyOptions> = {}) {
  const { verdict, steps } = await verifyReceipt(JSON.stringify(receipt), { ...options, ...changes });
  const last = steps.at(-1);
  if (verdict.kind === 'refused') expect([last?.ok, last?.step, last?.detail]).toEqual([false, verdict.step, verdict.detail]);
  else expect(steps.every(({ ok }) => ok)).toBe(true);
  return verdict.kind === 'refused' ? `${verdict.step}: ${verdict.detail}` : verdict.kind;
}

function withProof(receipt: Receipt, proof: string): Receipt {
  return { ...receipt, proved: { ...receipt.proved!, proof } };
}

function withProved(receipt: Receipt, changes: Partial<Extract<Proved, { leaf: 'tally' }>>): Receipt {
  if (receipt.proved?.leaf !== 'tally') throw new Error('no tally');
  return { ...receipt, proved: { ...receipt.proved, ...changes } };
}

describe('a receipt', () => {
  test('that is promised says until when', async () => {
    const { verdict, steps } = await verifyReceipt(JSON.stringify(promised), options);
    expect(verdict).toEqual({ kind: 'promised', until: deadline });
    expect(steps.map(({ step }) => step)).toEqual(['receipt', 'promise', 'record', 'deadline']);
  });

  test('that is proved says where and by how many it was seen, also after the deadline', async () => {
    for (const receipt of [mediated, tallied]) {
      const { verdict, steps } = await verifyReceipt(JSON.stringify(receipt), { ...options, nonce, delivered, now: deadline + 9_999_999n });
      expect(verdict).toEqual({ kind: 'proved', log: log.name, position: 3_333_333n, witnesses: 2 });
      expect(steps.map(({ step }) => step)).toEqual(['receipt', 'delivered', 'promise', 'record', 'leaf', 'log', 'inclusion', 'witnesses']);
      for (const { doesNotProve } of steps) expect(doesNotProve).not.toBe('');
    }
  });

  test('never repeats a text of the conversation', async () => {
    const shown = await verifyReceipt(JSON.stringify(mediated), { ...options, nonce, delivered });
    const other = await verifyReceipt(JSON.stringify(mediated), {
      ...options,
      nonce,
      delivered: [{ choice: 0, channel: 'content', text: 'canary' }],
    });
    const told = JSON.stringify([shown, other], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(told).not.toContain('canary');
    expect(told).not.toContain('Helista');
  });
});

describe('a receipt is refused at the step', () => {
  test('receipt, when it cannot be read', async () => {
    expect((await verifyReceipt('{}', options)).verdict).toEqual({ kind: 'refused', step: 'receipt', detail: 'receipt_shape' });
  });

  test('delivered, when another text is shown or the nonce is missing or wrong', async () => {
    const other = [{ ...delivered[0]!, text: `${delivered[0]!.text}!` }, delivered[1]!];
    expect(await verdictOf(promised, { nonce, delivered: other })).toBe('delivered: text_differs');
    expect(await verdictOf(promised, { nonce: nonce.with(0, nonce[0]! ^ 1), delivered })).toBe('delivered: text_differs');
    expect(await verdictOf(promised, { delivered })).toBe('delivered: nonce_missing');
    expect(await verdictOf(promised, { nonce: nonce.subarray(1), delivered })).toBe('delivered: nonce_missing');
    expect(await verdictOf(promised, { nonce, delivered })).toBe('promised');
  });

  test('promise, when no known key signed it, or something else than a promise', async () => {
    const stranger = await actor('stranger.example');
    expect(await verdictOf(promised, { keys: [stranger] })).toBe('promise: note_not_signed');
    expect(await verdictOf(promised, { keys: [] })).toBe('promise: note_not_signed');
    const postponed = promised.promise.note.replace(`deadline ${String(deadline)}`, `deadline ${String(deadline + 1n)}`);
    expect(await verdictOf({ ...promised, promise: { ...promised.promise, note: postponed } })).toBe('promise: note_signature_invalid');
    const checkpoint = await signedCheckpoint({ size: 37n, root: new Uint8Array(32), signer: operator, cosigners: [] });
    expect(await verdictOf({ ...promised, promise: { ...promised.promise, note: checkpoint } })).toBe('promise: promise_malformed');
  });

  test('record, when the record, its index or its path is not what was promised', async () => {
    const [first, ...rest] = changed.edits;
    const { promise } = promised;
    const records = [
      { ...changed, ending: 'law' as const },
      { ...changed, id: 'ans_other' },
      { ...changed, edits: rest },
      { ...changed, edits: [{ ...first!, count: 1 }, ...rest] },
      { ...changed, commitments: { ...changed.commitments, delivered: changed.commitments.request } },
      { ...changed, commitments: { ...changed.commitments, upstream: changed.commitments.request } },
      { ...changed, pack: { ...changed.pack, version: '2026.11.3' } },
    ];
    for (const record of records) expect(await verdictOf({ ...promised, record })).toBe('record: not_promised');
    expect(await verdictOf({ ...promised, promise: { ...promise, index: promise.index + 1 } })).toBe('record: not_promised');
    expect(await verdictOf({ ...promised, promise: { ...promise, index: 10_000 } })).toBe('record: not_promised');
    for (const path of ['', promise.path.slice(0, -44), 'AAAA', 'A', `${promise.path}AAAA`]) {
      expect(await verdictOf({ ...promised, promise: { ...promise, path } })).toBe('record: not_promised');
    }
  });

  test('deadline, when it is past and nothing is proved', async () => {
    expect(await verdictOf(promised, { now: deadline })).toBe('promised');
    expect(await verdictOf(promised, { now: deadline + 1n })).toBe(
      `deadline: overdue since ${new Date(Number(deadline) * 1000).toISOString().replace('.000Z', 'Z')}`,
    );
  });

  test('leaf, when the tally is no tally or does not commit to the record', async () => {
    if (tallied.proved?.leaf !== 'tally') throw new Error('no tally');
    const { tally, index } = tallied.proved;
    if (typeof tally !== 'object' || tally === null || !('root' in tally)) throw new Error('no tally');
    expect(await verdictOf(withProved(tallied, { index: index + 1 }))).toBe('leaf: not_of_this_record');
    expect(await verdictOf(withProved(tallied, { path: '' }))).toBe('leaf: not_of_this_record');
    const others = [
      null,
      [],
      'tally',
      {},
      { ...tally, leaf: 'shred' },
      { ...tally, answers: '37' },
      { ...tally, answers: 36.5 },
      { ...tally, answers: 3 },
      { ...tally, root: 7 },
      { ...tally, root: 'A' },
      { ...tally, root: encodeBase64(new Uint8Array(32)) },
    ];
    for (const other of others) expect(await verdictOf(withProved(tallied, { tally: other }))).toBe('leaf: not_of_this_record');
  });

  test('log, when the proof or its checkpoint is not good, or another log than the promised one signed it', async () => {
    const proof = mediated.proved!.proof;
    const stranger = await actor('stranger.example');
    const other = await actor('log.example/2027h1');
    const both = { ...policy, logs: [...policy.logs, { key: other, url: null }] };
    const entry = mediationBytes(changed, context);
    expect(await verdictOf(withProof(mediated, proof.replace('@v1', '@v2')))).toBe('log: proof_header');
    expect(await verdictOf(withProof(mediated, proof.replace('\n10000000\n', '\n10000001\n')))).toBe('log: note_signature_invalid');
    expect(await verdictOf(withProof(mediated, await proofOf(entry, { signer: stranger })))).toBe('log: log_unknown');
    const elsewhere = withProof(mediated, await proofOf(entry, { origin: other.name, signer: other }));
    expect(await verdictOf(elsewhere)).toBe('log: log_unknown');
    expect(await verdictOf(elsewhere, { policy: both })).toBe('log: another_log');
    const parsed = parseProof(proof);
    if (!parsed.ok) throw new Error(parsed.code);
    const noCheckpoint = formatProof({ ...parsed.value, checkpoint: await signNote('parlance-promise/v1\nlog x\n', [log]) });
    expect(await verdictOf(withProof(mediated, noCheckpoint))).toBe('log: checkpoint_lines');
  });

  test('inclusion, when the leaf in the log is not the one that the record makes', async () => {
    if (mediated.proved?.leaf !== 'mediation' || tallied.proved?.leaf !== 'tally') throw new Error('not proved');
    const { proved } = mediated;
    const { tally, proof } = tallied.proved;
    if (typeof tally !== 'object' || tally === null || !('root' in tally)) throw new Error('no tally');
    expect(await verdictOf({ ...mediated, proved: { ...proved, language: null } })).toBe('inclusion: not_included');
    expect(await verdictOf({ ...mediated, proved: { ...proved, period: '2026-11-21T14Z' } })).toBe('inclusion: not_included');
    expect(await verdictOf({ ...mediated, proved: { ...proved, size: null } })).toBe('inclusion: not_included');
    expect(await verdictOf(withProof(mediated, proof))).toBe('inclusion: not_included');
    expect(await verdictOf(withProof(mediated, proved.proof.replace('index 3333333', 'index 3333332')))).toBe('inclusion: not_included');
    expect(await verdictOf(withProved(tallied, { tally: { ...tally, changed: 1 } }))).toBe('inclusion: not_included');
  });

  test('inclusion, when the operator told the public another reason than the reader', async () => {
    const [first, ...rest] = changed.edits;
    const milder = mediationBytes(
      { ...changed, edits: [{ ...first!, cause: 'operator', basis: null, authority: null }, ...rest] },
      context,
    );
    expect(await verdictOf(withProof(mediated, await proofOf(milder)))).toBe('inclusion: not_included');
  });

  test('witnesses, when too few cosigned, or in a time that has not come', async () => {
    const entry = mediationBytes(changed, context);
    const oneOnly = withProof(mediated, await proofOf(entry, { cosigners: [witnesses[2]] }));
    expect(await verdictOf(oneOnly)).toBe('witnesses: quorum_not_met');
    expect(await verdictOf(oneOnly, { policy: { ...policy, quorum: 'w3' } })).toBe('proved');
    const ahead = withProof(mediated, await proofOf(entry, { time: now + 301n }));
    expect(await verdictOf(ahead)).toBe('witnesses: quorum_not_met');
    expect(await verdictOf(withProof(mediated, await proofOf(entry, { time: now + 300n })))).toBe('proved');
  });
});

test('a receipt is not called bad where the platform cannot verify', async () => {
  const unsupported = Object.assign(new Error('no such algorithm'), { name: 'NotSupportedError' });
  const importKey = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(unsupported);
  // A key that nobody has looked at yet.
  const unread = { ...options, keys: [{ ...operator, publicKey: Uint8Array.from(operator.publicKey) }] };
  await expect(verifyReceipt(JSON.stringify(promised), unread)).rejects.toMatchObject({ code: 'ed25519_unsupported' });
  importKey.mockRejectedValue(new Error('no key'));
  const { verdict } = await verifyReceipt(JSON.stringify(promised), unread);
  expect(verdict).toEqual({ kind: 'refused', step: 'promise', detail: 'note_signature_invalid' });
  importKey.mockRestore();
  expect(await verifyReceipt(JSON.stringify(promised), unread)).toMatchObject({ verdict: { kind: 'promised' } });
});

test('a receipt takes at most a few milliseconds to verify', async () => {
  const text = JSON.stringify(await mediationReceipt(changed, { group: 1000 }));
  const times: number[] = [];
  for (let round = 0; round < 60; round++) {
    const start = performance.now();
    await verifyReceipt(text, { ...options, nonce, delivered });
    times.push(performance.now() - start);
  }
  const median = times.sort((left, right) => left - right)[30]!;
  expect(median).toBeLessThan(20);
});

test('a leaf below the right edge of the tree is placed as the verifier expects', () => {
  const leafHash = hashLeaf(encodeText('x'));
  expect(placeLeaf(leafHash, 0n, 1n)).toEqual({ root: leafHash, path: [] });
  expect(placeLeaf(leafHash, 3_333_333n, 10_000_000n).path).toHaveLength(24);
});
