import { canonicalJson, CodedError } from '@parlance/core';
import { hmacSha256 } from '@parlance/core/bytes';
import { encodeText } from '../encoding/text.ts';

/** What one channel of one choice said, whole: never a frame of a stream. */
export interface ChannelText {
  readonly choice: number;
  readonly channel: string;
  readonly text: string;
}

/** Bytes. As long as the hash, so that guessing the nonce is no easier than guessing the commitment. */
export const nonceSize = 32;

/**
 * `HMAC-SHA-256(nonce, canonical JSON of [{choice, channel, text}])`, the channels in the order of the response. Whoever has the nonce can test what was said;
 * nobody else can test a guess; when the nonce is gone, nobody can. A nonce serves one text: with the nonce of what a reader was shown, the reader could try
 * out what was left out against what the model said, so that has another nonce, which the reader is not given.
 * Throws `nonce_size`.
 */
export function commitment(nonce: Uint8Array, channels: readonly ChannelText[]): Uint8Array {
  if (nonce.length !== nonceSize) throw new CodedError('nonce_size', `a nonce has ${nonceSize} bytes, not ${nonce.length}`);
  const message = canonicalJson(channels.map(({ choice, channel, text }) => ({ channel, choice, text })));
  return hmacSha256(nonce, encodeText(message));
}
