import { type ChannelText } from '@parlance/log/verify';

/** What a reader holds of an answer. */
export interface Evidence {
  /** JSON of the receipt. */
  readonly receipt: string;
  readonly nonce: Uint8Array | null;
  readonly delivered: readonly ChannelText[] | null;
}

/** Reads what was pasted. What is no list of channels is the text of an answer of one channel, as most are. */
export function readEvidence(receipt: string, nonce: string, delivered: string): Evidence {
  return {
    receipt,
    nonce: nonce === '' ? null : bytesOf(nonce),
    delivered: delivered === '' ? null : (channelTexts(delivered) ?? [{ choice: 0, channel: 'content', text: delivered }]),
  };
}

/** No bytes when it is no base64: the verifier then says that the nonce is missing. */
function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function channelTexts(text: string): readonly ChannelText[] | null {
  const value = parseJson(text);
  return Array.isArray(value) && value.every(isChannelText) ? value : null;
}

function isChannelText(value: unknown): value is ChannelText {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'choice' in value &&
    typeof value.choice === 'number' &&
    'channel' in value &&
    typeof value.channel === 'string' &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
