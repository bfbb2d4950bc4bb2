import { createHash } from 'node:crypto';

/** Records that were written and synced together. A group without records is the mark of an orderly close. */
export interface RecordGroup {
  /** Position of the first record; of the next one to come when there are none. */
  readonly first: bigint;
  readonly records: readonly Uint8Array[];
}

const magic = Buffer.from('PJG1');
const headSize = 20;
const checksumSize = 16;
const overhead = headSize + checksumSize;

/**
 * Numbers are big-endian.
 *
 * ```
 *  0   4  "PJG1"
 *  4   4  n, bytes of the records with their lengths
 *  8   8  position of the first record
 * 16   4  number of records
 * 20  16  first bytes of SHA-256(salt || bytes 0 to 19 || records)
 * 36   n  records: 4 bytes length, then the record
 * ```
 */
export function encodeGroup({ first, records }: RecordGroup, salt: Uint8Array): Uint8Array {
  const size = records.reduce((sum, record) => sum + 4 + record.length, 0);
  const bytes = Buffer.alloc(overhead + size);
  magic.copy(bytes);
  bytes.writeUInt32BE(size, 4);
  bytes.writeBigUInt64BE(first, 8);
  bytes.writeUInt32BE(records.length, 16);
  let at = overhead;
  for (const record of records) {
    at = bytes.writeUInt32BE(record.length, at);
    bytes.set(record, at);
    at += record.length;
  }
  checksumOf(bytes, salt).copy(bytes, headSize);
  return bytes;
}

/** The group that starts at a place, and where it ends; null when there is none or it is not whole. */
export function decodeGroup(bytes: Buffer, at: number, salt: Uint8Array): { readonly group: RecordGroup; readonly end: number } | null {
  if (at + overhead > bytes.length || !bytes.subarray(at, at + magic.length).equals(magic)) return null;
  const end = at + overhead + bytes.readUInt32BE(at + 4);
  if (end > bytes.length) return null;
  const whole = bytes.subarray(at, end);
  if (!whole.subarray(headSize, overhead).equals(checksumOf(whole, salt))) return null;
  const records = decodeRecords(whole.subarray(overhead), whole.readUInt32BE(16));
  return records === null ? null : { group: { first: whole.readBigUInt64BE(8), records }, end };
}

/** Whether a whole group starts anywhere from a place on. */
export function hasGroupFrom(bytes: Buffer, from: number, salt: Uint8Array): boolean {
  for (let at = bytes.indexOf(magic, from); at !== -1; at = bytes.indexOf(magic, at + 1)) {
    if (decodeGroup(bytes, at, salt) !== null) return true;
  }
  return false;
}

function decodeRecords(payload: Buffer, count: number): readonly Uint8Array[] | null {
  const records: Uint8Array[] = [];
  let at = 0;
  while (at + 4 <= payload.length) {
    const end = at + 4 + payload.readUInt32BE(at);
    if (end > payload.length) return null;
    records.push(payload.subarray(at + 4, end));
    at = end;
  }
  return at === payload.length && records.length === count ? records : null;
}

function checksumOf(group: Buffer, salt: Uint8Array): Buffer {
  return createHash('sha256')
    .update(salt)
    .update(group.subarray(0, headSize))
    .update(group.subarray(overhead))
    .digest()
    .subarray(0, checksumSize);
}
