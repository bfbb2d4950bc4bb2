import { type EntryBundle, fullWidth, type Tile } from './tile.ts';

/** `tile/0/x001/x234/067.p/8` */
export function tilePath({ level, index, width }: Tile): string {
  return `tile/${String(level)}/${indexAndWidth({ index, width })}`;
}

/** `tile/entries/x001/x234/067.p/8` */
export function entryBundlePath(bundle: EntryBundle): string {
  return `tile/entries/${indexAndWidth(bundle)}`;
}

/** Undefined unless the path is, to the byte, what `tilePath` writes. */
export function parseTilePath(path: string): Tile | undefined {
  const [, level, rest] = /^tile\/(0|[1-9]|[1-5][0-9]|6[0-3])\/(.+)$/.exec(path) ?? [];
  if (level === undefined || rest === undefined) return undefined;
  const place = parseIndexAndWidth(rest);
  return place && { level: Number(level), ...place };
}

/** Undefined unless the path is, to the byte, what `entryBundlePath` writes. */
export function parseEntryBundlePath(path: string): EntryBundle | undefined {
  const prefix = 'tile/entries/';
  return path.startsWith(prefix) ? parseIndexAndWidth(path.slice(prefix.length)) : undefined;
}

/** tlog-tiles, "Merkle Tree": "zero-padded 3-digit path elements. All but the last path element MUST begin with an `x`." */
function indexAndWidth({ index, width }: EntryBundle): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const elements = padded.replace(/\d{3}(?=\d)/g, 'x$&/');
  return width === fullWidth ? elements : `${elements}.p/${String(width)}`;
}

/** Seven elements hold every index that a tree can have; a longer path is an attack on the parser. */
const pattern = /^((?:x\d{3}\/){0,6}\d{3})(?:\.p\/([1-9]\d?|1\d\d|2[0-4]\d|25[0-5]))?$/;

function parseIndexAndWidth(text: string): EntryBundle | undefined {
  const [, elements, width] = pattern.exec(text) ?? [];
  if (elements === undefined || /^x000/.test(elements)) return undefined;
  return { index: BigInt(elements.replace(/[x/]/g, '')), width: width === undefined ? fullWidth : Number(width) };
}
