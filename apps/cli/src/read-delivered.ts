import { readFileSync } from 'node:fs';
import { CodedError } from '@parlance/core';
import { type ChannelText } from '@parlance/log/verify';
import { z } from 'zod';

const channelTexts = z.array(z.strictObject({ choice: z.int().nonnegative(), channel: z.string().min(1), text: z.string() }));
const nonceSize = 32;

/** What the reader holds besides the receipt. */
export function readDelivered(options: { readonly nonce?: string; readonly delivered?: string }): {
  readonly nonce?: Uint8Array;
  readonly delivered?: readonly ChannelText[];
} {
  const { nonce, delivered } = options;
  if (nonce === undefined && delivered === undefined) return {};
  if (nonce === undefined || delivered === undefined)
    throw new CodedError('bad_usage', '--nonce and --delivered go together: the text is held against its commitment with the nonce');
  const bytes = Buffer.from(nonce, 'base64');
  if (bytes.length !== nonceSize || bytes.toString('base64') !== nonce)
    throw new CodedError('bad_usage', `--nonce: expected ${nonceSize} bytes in base64`);
  return { nonce: bytes, delivered: readTexts(delivered) };
}

function readTexts(path: string): readonly ChannelText[] {
  const parsed = channelTexts.safeParse(jsonIn(path));
  if (parsed.success) return parsed.data;
  throw new CodedError('bad_usage', `--delivered: ${path}: expected a list of {"choice": 0, "channel": "content", "text": "..."}`);
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
