import { CodedError } from '@parlance/core';
import { fullWidth } from './tile.ts';

/** The length prefix is a uint16. */
export const largestEntry = 0xffff;

/**
 * tlog-tiles, "Log entries": "sequences of big-endian uint16 length-prefixed log entries".
 * Throws `bundle_malformed` for no entry, more than 256, or one of more than 65,535 bytes.
 */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length < 1 || entries.length > fullWidth) throw malformed(`a bundle has 1 to ${fullWidth} entries, not ${entries.length}`);
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > largestEntry) throw malformed(`an entry of ${entry.length} bytes is too long`);
    bytes.set([entry.length >> 8, entry.length & 0xff], at);
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** The entries of a bundle. Throws `bundle_malformed` unless the bytes are exactly 1 to 256 of them. */
export function decodeEntryBundle(bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 2 > bytes.length) throw malformed('the bundle ends inside a length');
    const end = at + 2 + view.getUint16(at);
    if (end > bytes.length) throw malformed('the bundle ends inside an entry');
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length < 1 || entries.length > fullWidth) throw malformed(`a bundle has 1 to ${fullWidth} entries, not ${entries.length}`);
  return entries;
}

function malformed(message: string): CodedError<'bundle_malformed'> {
  return new CodedError('bundle_malformed', message);
}
