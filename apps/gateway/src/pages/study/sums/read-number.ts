import { type Fraction, fraction } from './fraction.ts';

/** Digits of a number at most: more are nobody's exercise. */
const mostDigits = 40;

/**
 * A number as people write it, in European digits: `7`, `0,5`, `0.5`, `1 234`, `1,234,567.5`. Null where it can be read in two ways, as "1,250" and "1.250": readers of
 * any language have met both, and nobody knows what is meant.
 */
export function readNumber(written: string): Fraction | null {
  if (written.replace(/\D/g, '').length > mostDigits) return null;
  if (/^\d+$/.test(written)) return fraction(BigInt(written));
  if (grouping.test(written)) {
    const signs = written.replace(/\d/g, '');
    // Three digits behind the only sign.
    return signs.length > 1 || "٬' ".includes(signs) ? grouped(written, signs) : null;
  }
  const [, front, back] = /^(\d+)[.,٫](\d+)$/.exec(written) ?? [];
  return front === undefined || back === undefined ? null : decimal(front, back);
}

const grouping = /^[1-9]\d{0,2}([.,٬' ])\d{3}(?:\1\d{3})*(?:[.,٫]\d+)?$/;

/** The last sign is before decimals where it is another than the first. */
function grouped(written: string, signs: string): Fraction | null {
  const last = signs.slice(-1);
  if (signs.startsWith(last)) return /\D\d{3}$/.test(written) ? decimal(written.replace(/\D/g, ''), '') : null;
  const [thousands = '', decimals = ''] = written.split(last);
  return decimal(thousands.replace(/\D/g, ''), decimals);
}

function decimal(whole: string, decimals: string): Fraction | null {
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
