import { randomBytes } from 'node:crypto';
import { nonceSize } from '@parlance/log';
import { receiptId } from '../record/receipt-id.ts';
import { type Recorder } from '../record/recorder.ts';
import { type RecordingTools } from './recording.ts';

/** How the turns of a gateway are recorded. */
export function recordingTools({ log, now }: { readonly log: Recorder; readonly now: () => Date }): RecordingTools {
  return { recorder: log, receiptId, nonce, now };
}

/** Nonces that are made at once: asking the system for each costs more than making it. */
const nonces = 64;
let pool = new Uint8Array(0);

/** Fresh random bytes, which nobody else gets. */
function nonce(): Uint8Array {
  if (pool.length === 0) pool = randomBytes(nonceSize * nonces);
  const one = new Uint8Array(pool.subarray(0, nonceSize));
  pool = pool.subarray(nonceSize);
  return one;
}
