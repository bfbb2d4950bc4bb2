import { concatBytes, encodeText } from '../encoding/text.ts';
import { largestSize } from '../tree/subtree.ts';

/** tlog-cosignature, `timestamped_signature`: a big-endian uint64 of POSIX seconds and 64 bytes of Ed25519. */
export interface Cosignature {
  readonly timestamp: bigint;
  readonly signature: Uint8Array;
}

const timestampSize = 8;
const signatureSize = 64;

/**
 * tlog-cosignature, "Ed25519 signed message":
 *
 *     cosignature/v1
 *     time 1679315147
 *     example.com/behind-the-sofa
 *     20852163
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 */
export function cosignatureMessage(noteText: string, timestamp: bigint): Uint8Array {
  return encodeText(`cosignature/v1\ntime ${String(timestamp)}\n${noteText}`);
}

export function encodeCosignature({ timestamp, signature }: Cosignature): Uint8Array {
  const time = new Uint8Array(timestampSize);
  new DataView(time.buffer).setBigUint64(0, timestamp);
  return concatBytes(time, signature);
}

/** Undefined unless it is 72 bytes and the time does not exceed 2^63 - 1. */
export function decodeCosignature(bytes: Uint8Array): Cosignature | undefined {
  if (bytes.length !== timestampSize + signatureSize) return undefined;
  const timestamp = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return timestamp > largestSize ? undefined : { timestamp, signature: bytes.subarray(timestampSize) };
}
