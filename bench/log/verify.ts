import { randomBytes } from 'node:crypto';
import { formatReceipt, signerOf, signNote, verifyNote } from '@parlance/log';
import { verifyReceipt } from '@parlance/log/verify';
import { operator, policy } from '../../packages/log/src/testing/actors.ts';
import { changed, deadline, mediationReceipt, tallyReceipt, unchanged } from '../../packages/log/src/testing/answers.ts';
import { type Random } from '../gateway/random.ts';
import { estimate, type Estimate, median } from '../gateway/statistics.ts';
import { differenceOf, inTurns } from './arms-in-turn.ts';

export interface VerifyFigures {
  readonly verify_ms: Estimate;
  /** Over as many bare signatures as the receipt has. */
  readonly verify_ratio: Estimate;
  readonly verify_aa: number;
  /** Characters, which are bytes but for names of laws: the larger of a changed answer's and an unchanged one's. */
  readonly receipt_bytes: number;
  readonly proof_bytes: number;
}

/** Promise, log and two witnesses. */
const signatures = 4;
const atOnce = 100;

/** Receipts as they are at ten million leaves, with two cosignatures, promised among 1,024 answers and tallied among 10,000. */
export async function measureVerify({ rounds, random }: { readonly rounds: number; readonly random: Random }): Promise<VerifyFigures> {
  const receipts = [await mediationReceipt(changed, { group: 1024 }), await tallyReceipt(unchanged, { group: 1024, batch: 10_000 })];
  const texts = receipts.map(formatReceipt);
  const options = { policy, keys: [operator], now: deadline };
  const signer = await signerOf({ name: 'bench.example', algorithm: 'ed25519', seed: randomBytes(32) });
  const note = await signNote(`bench\n${'x'.repeat(80)}\n`, [signer]);
  const bare = async (): Promise<readonly number[]> => {
    const began = performance.now();
    for (let verified = 0; verified < atOnce * signatures; verified++) await verifyNote(note, [signer]);
    return [(performance.now() - began) / atOnce];
  };
  const verifier = async (): Promise<readonly number[]> => {
    const times: number[] = [];
    for (let count = 0; count < atOnce; count++) {
      const began = performance.now();
      const { verdict } = await verifyReceipt(texts[count % texts.length] ?? '', options);
      times.push(performance.now() - began);
      if (verdict.kind !== 'proved') throw new Error('the receipt of the benchmark does not verify');
    }
    return times;
  };
  const arms = { verifier, bare, bareAgain: bare };
  await inTurns(arms, { rounds: 3, slices: 1, random });
  const found = await inTurns(arms, { rounds, slices: 2, random });
  return {
    verify_ms: estimate(found.map((round) => median(round.verifier))),
    verify_ratio: estimate(found.map((round) => median(round.verifier) / ((median(round.bare) + median(round.bareAgain)) / 2))),
    verify_aa: differenceOf(found, 'bare', 'bareAgain'),
    receipt_bytes: Math.max(...texts.map((text) => Buffer.byteLength(text))),
    proof_bytes: Math.max(...receipts.map(({ proved }) => Buffer.byteLength(proved?.proof ?? ''))),
  };
}
