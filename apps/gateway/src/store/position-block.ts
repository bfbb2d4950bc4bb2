/** Entries of one cell of the register that stand together in one row: positions in the log, 8 bytes each, the smallest first. */
export interface PositionBlock {
  readonly cell: number;
  readonly positions: readonly bigint[];
}

/** Few enough that a page reads little more than it shows, and enough that a million entries are few rows. */
export const blockLength = 32;

const width = 8;

export function encodePositions(positions: readonly bigint[]): Uint8Array {
  const bytes = new Uint8Array(positions.length * width);
  const view = new DataView(bytes.buffer);
  positions.forEach((position, place) => {
    view.setBigUint64(place * width, position);
  });
  return bytes;
}

export function decodePositions(bytes: Uint8Array): readonly bigint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / width) }, (_, place) => view.getBigUint64(place * width));
}

/** Positions whose bytes are written in hexadecimal digits. */
export function positionsIn(digits: string): readonly bigint[] {
  return decodePositions(Buffer.from(digits, 'hex'));
}

/** The blocks that are new or longer when positions are added behind the last block. Each is full before the next begins, however the positions were divided among calls. */
export function appendPositions(last: readonly bigint[], added: readonly bigint[]): readonly (readonly bigint[])[] {
  const isFull = last.length % blockLength === 0;
  const all = isFull ? added : [...last, ...added];
  return Array.from({ length: Math.ceil(all.length / blockLength) }, (_, part) => all.slice(part * blockLength, (part + 1) * blockLength));
}
