/** A text that was written so that a person who reads it does not read it. */
export interface DecodedText {
  readonly encoding: string;
  readonly text: string;
}

interface Encoding {
  readonly encoding: string;
  readonly form: RegExp;
  readonly decode: (written: string) => string | null;
}

/** What a search of a text finds is decoded, and counts when it reads as text. */
const encodings: readonly Encoding[] = [
  { encoding: 'base64', form: /(?<![\p{L}\p{N}+/_-])[A-Za-z0-9+/_-]{12,}={0,2}/gu, decode: fromBase64 },
  {
    encoding: 'base32',
    form: /(?<![\p{L}\p{N}])[A-Z2-7]{16,}={0,6}(?![\p{L}\p{N}])/gu,
    decode: (written) => fromDigits(written, base32, 5),
  },
  {
    encoding: 'hexadecimal',
    form: /(?<![\p{L}\p{N}])(?:(?:0x|\\x)?[0-9a-f]{2}[ :,-]{0,2}){6,2000}(?![\p{L}\p{N}])/giu,
    decode: (written) => fromDigits(written.toLowerCase().replace(/0x/g, ''), '0123456789abcdef', 4),
  },
  { encoding: 'binary', form: /(?:[01]{8}[ ,]{0,2}){4,2000}/g, decode: (written) => fromDigits(written, '01', 1) },
  { encoding: 'percent', form: /(?<!\S)\S*%[0-9a-f]{2}\S*/gi, decode: fromPercent },
  {
    encoding: 'character-codes',
    form: /(?:(?:&#x?[0-9a-f]{1,6};?|\\u\{?[0-9a-f]{4,6}\}?|\\x[0-9a-f]{2}|U\+[0-9a-f]{4,5})[ ,]{0,2}){2,}/gi,
    decode: fromCodes,
  },
];

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const most = 4000;

/** Every part of a text that can be decoded to a text that reads as one. */
export function decodedTexts(text: string): readonly DecodedText[] {
  return encodings.flatMap(({ encoding, form, decode }) =>
    (text.match(form) ?? []).flatMap((written) => {
      const decoded = decode(written.slice(0, most));
      return decoded !== null && readsAsText(decoded, written.length) ? [{ encoding, text: decoded }] : [];
    }),
  );
}

const long = 24;

/** Bytes that stand for anything else than text are no text; the shorter a run, the more of it has to be letters, because a word may happen to decode. */
function readsAsText(decoded: string, writtenLength: number): boolean {
  if (/[^\P{C}\n\r\t]|\ufffd/u.test(decoded)) return false;
  const readable = decoded.match(/[\p{L}\p{M} ]/gu)?.length ?? 0;
  return readable >= 4 && readable >= decoded.length * (writtenLength < long ? 0.9 : 0.6);
}

function fromBase64(written: string): string | null {
  return fromDigits(written.replace(/-/g, '+').replace(/_/g, '/'), 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', 6);
}

/** Digits of so many bits each, read as UTF-8. */
function fromDigits(written: string, digits: string, bits: number): string | null {
  const bytes: number[] = [];
  let held = 0;
  let count = 0;
  for (const character of written) {
    const value = digits.indexOf(character);
    if (value === -1) continue;
    held = ((held << bits) | value) & 0xffff;
    count += bits;
    if (count < 8) continue;
    count -= 8;
    bytes.push((held >> count) & 0xff);
  }
  return fromBytes(bytes);
}

function fromBytes(bytes: readonly number[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

function fromPercent(written: string): string | null {
  try {
    return decodeURIComponent(written.replace(/\+/g, ' '));
  } catch {
    return null;
  }
}

function fromCodes(written: string): string {
  return Array.from(written.matchAll(/&#(\d+)|(?:&#x|\\u\{?|\\x|U\+)([0-9a-f]+)/gi), ([, decimal, hexadecimal]) => {
    const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  }).join('');
}
