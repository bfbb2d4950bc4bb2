import { verifyReceipt } from '@parlance/log/verify';
import { describe, expect, test } from 'vitest';
import { type Evidence, readEvidence } from '../../apps/web/src/browser/evidence.ts';
import { flip } from '../../apps/web/src/browser/flip.ts';
import { type FlipPlace } from '../../apps/web/src/interface/receipts/receipt-text.ts';
import { operator, policy } from '../../packages/log/src/testing/actors.ts';
import {
  changed,
  deadline,
  delivered,
  mediationReceipt,
  nonce,
  promisedReceipt,
  tallyReceipt,
  unchanged,
} from '../../packages/log/src/testing/answers.ts';

const held = (receipt: unknown): Evidence => ({ receipt: JSON.stringify(receipt), nonce, delivered });
const promised = held(await promisedReceipt(changed));
const mediated = held(await mediationReceipt(changed));
const tallied = held(await tallyReceipt(unchanged));

async function verdictOf(evidence: Evidence | undefined): Promise<string> {
  if (evidence === undefined) return 'nowhere';
  const { verdict } = await verifyReceipt(evidence.receipt, {
    policy,
    keys: [operator],
    now: deadline - 5n,
    ...(evidence.nonce !== null && { nonce: evidence.nonce }),
    ...(evidence.delivered !== null && { delivered: evidence.delivered }),
  });
  return verdict.kind === 'refused' ? verdict.step : verdict.kind;
}

describe('one byte that is flipped', () => {
  test.each<[FlipPlace, string, string, string]>([
    ['promise', 'promise', 'promise', 'promise'],
    ['record', 'record', 'record', 'record'],
    ['delivered', 'delivered', 'delivered', 'delivered'],
    ['leaf', 'nowhere', 'inclusion', 'leaf'],
    ['path', 'nowhere', 'inclusion', 'inclusion'],
    ['checkpoint', 'nowhere', 'log', 'log'],
  ])('in %s is found at the step %s of a promise, %s of a changed answer and %s of an unchanged one', async (place, ...steps) => {
    const found = await Promise.all([promised, mediated, tallied].map((each) => verdictOf(flip(place, each)?.evidence)));
    expect(found).toEqual(steps);
  });

  test('is one character and no more', () => {
    const flipped = flip('checkpoint', mediated);
    const [before, after] = [mediated.receipt, flipped?.evidence.receipt ?? ''];
    expect(after).toHaveLength(before.length);
    expect(Array.from(after).filter((character, place) => character !== before[place])).toEqual([flipped?.after]);
  });

  test.each(['', 'null', '[]', '{"promise":7}', 'not JSON'])('in "%s", which is no receipt, has no place', (receipt) => {
    for (const place of ['promise', 'record', 'leaf', 'path', 'checkpoint', 'delivered'] as const) {
      expect(flip(place, { receipt, nonce: null, delivered: null })).toBeNull();
    }
  });
});

describe('what was pasted', () => {
  test('is a list of channels, or the text of an answer of one channel', () => {
    expect(readEvidence('{}', '', JSON.stringify(delivered)).delivered).toEqual(delivered);
    expect(readEvidence('{}', '', '[1, 2]').delivered).toEqual([{ choice: 0, channel: 'content', text: '[1, 2]' }]);
  });

  test('with a nonce that is no base64 has a nonce of no bytes, which is refused', async () => {
    const evidence = { ...promised, nonce: readEvidence('{}', '*', '').nonce };
    expect(await verdictOf(evidence)).toBe('delivered');
  });

  test('may be a whole answer of the API, or the receipt as it stands in one', async () => {
    const { record, promise } = await promisedReceipt(changed);
    const receipt = { status: 'promised', id: '1.x', deadline: '', nonce: Buffer.from(nonce).toString('base64'), record, promise };
    for (const pasted of [receipt, { parlance: { receipt }, choices: [] }]) {
      const evidence = readEvidence(JSON.stringify(pasted), '', JSON.stringify(delivered));
      expect(await verdictOf(evidence)).toBe('promised');
      expect(await verdictOf(flip('record', evidence)?.evidence)).toBe('record');
    }
  });

  test('without nonce and text is checked as far as it goes', async () => {
    expect(await verdictOf({ ...promised, ...readEvidence(promised.receipt, '', '') })).toBe('promised');
  });
});
