import { createHash } from 'node:crypto';

/** The first bytes of a segment. */
export interface SegmentHeader {
  /** Which journal it belongs to. */
  readonly shard: string;
  /** The position of its first record. */
  readonly first: bigint;
  /** 16 random bytes that go into every checksum, so that bytes of another file never pass for a group of this one. */
  readonly salt: Uint8Array;
}

export const saltSize = 16;
const magic = Buffer.from('PARLJRNL');
const version = 1;
const fixedSize = 38;
const checksumSize = 16;

/**
 * Numbers are big-endian.
 *
 * ```
 *  0   8  "PARLJRNL"
 *  8   4  version, 1
 * 12   8  position of the first record
 * 20  16  salt
 * 36   2  n, bytes of the shard id
 * 38   n  shard id, UTF-8
 *     16  first bytes of SHA-256(all of the above)
 * ```
 */
export function encodeSegmentHeader({ shard, first, salt }: SegmentHeader): Uint8Array {
  const name = Buffer.from(shard);
  const fixed = Buffer.alloc(fixedSize);
  magic.copy(fixed);
  fixed.writeUInt32BE(version, 8);
  fixed.writeBigUInt64BE(first, 12);
  fixed.set(salt, 20);
  fixed.writeUInt16BE(name.length, 36);
  const body = Buffer.concat([fixed, name]);
  return Buffer.concat([body, checksumOf(body)]);
}

/** The header and its length; or why there is none. */
export function decodeSegmentHeader(
  bytes: Uint8Array,
): { readonly header: SegmentHeader; readonly size: number } | 'damaged' | 'unknown_version' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < fixedSize || !buffer.subarray(0, magic.length).equals(magic)) return 'damaged';
  if (buffer.readUInt32BE(8) !== version) return 'unknown_version';
  const end = fixedSize + buffer.readUInt16BE(36);
  const size = end + checksumSize;
  if (buffer.length < size || !buffer.subarray(end, size).equals(checksumOf(buffer.subarray(0, end)))) return 'damaged';
  const header = {
    shard: buffer.toString('utf8', fixedSize, end),
    first: buffer.readBigUInt64BE(12),
    salt: buffer.subarray(20, 20 + saltSize),
  };
  return { header, size };
}

function checksumOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest().subarray(0, checksumSize);
}
