/** A keyed hash of a text, 32 bits. */
export type Fingerprint = (text: string) => number;

/** Words in a row that make one feature of a text. */
const featureWords = 3;
const shortestText = 8;
/** Texts with one template share most features, so they share the smallest hash in most of so many orders. */
const orders = 2;

/**
 * Marks of what a text has in common with texts that differ from it in a name or two: in each of some orders the smallest keyed hash of three words in a row (MinHash, Broder 1997). Empty for
 * a text of a few words, which many people write alike.
 */
export function templateOf(text: string, fingerprint: Fingerprint): readonly number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length < shortestText) return [];
  const features = words.slice(featureWords - 1).map((_, start) => words.slice(start, start + featureWords).join(' '));
  return Array.from({ length: orders }, (_, order) => Math.min(...features.map((feature) => fingerprint(`${order} ${feature}`))));
}
