import { largestSize } from '../tree/subtree.ts';

/** "ASCII decimal with no leading zeroes"; undefined for anything else and above 2^63 - 1, which no tree, index or time exceeds. */
export function parseDecimal(text: string): bigint | undefined {
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value <= largestSize ? value : undefined;
}
