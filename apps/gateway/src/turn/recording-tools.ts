import { randomBytes } from 'node:crypto';
import { nonceSize } from '@parlance/log';
import { type Gateway } from '../gateway.ts';
import { receiptId } from '../record/receipt-id.ts';
import { type RecordingTools } from './recording.ts';

/** How the turns of a gateway are recorded. */
export function recordingTools({ log, now }: Pick<Gateway, 'log' | 'now'>): RecordingTools {
  return { recorder: log, receiptId, patience: 5000, nonce: () => randomBytes(nonceSize), now };
}
