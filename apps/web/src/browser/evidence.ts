import { type ChannelText } from '@parlance/log/verify';

/** What a reader holds of an answer. */
export interface Evidence {
  /** JSON of the receipt. */
  readonly receipt: string;
  readonly nonce: Uint8Array | null;
  readonly delivered: readonly ChannelText[] | null;
}

/**
 * Reads what was pasted: the file of a receipt, or an answer of the API or its `parlance.receipt`, which has the nonce in it. A text that is no list of channels is that of
 * an answer of one channel, as most are.
 */
export function readEvidence(receipt: string, nonce: string, delivered: string): Evidence {
  const came = receiptThatCame(parseJson(receipt));
  const held = nonce === '' && came !== null ? came.nonce : nonce;
  return {
    receipt: came === null ? receipt : JSON.stringify({ v: 1, record: came.record, promise: came.promise, proved: null }),
    nonce: held === '' ? null : bytesOf(held),
    delivered: delivered === '' ? null : (channelTexts(delivered) ?? [{ choice: 0, channel: 'content', text: delivered }]),
  };
}

interface ReceiptThatCame {
  readonly nonce: string;
  readonly record: unknown;
  readonly promise: unknown;
}

/** The receipt as it came with an answer, before there was a proof. What is in it is for the verifier to judge. */
function receiptThatCame(value: unknown): ReceiptThatCame | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('nonce' in value && typeof value.nonce === 'string' && 'record' in value && 'promise' in value) {
    return { nonce: value.nonce, record: value.record, promise: value.promise };
  }
  if ('parlance' in value) return receiptThatCame(value.parlance);
  return 'receipt' in value ? receiptThatCame(value.receipt) : null;
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
