/**
 * The charter's closed lists as the log writes them. They are repeated here because a log outlives the charter that it was written under and its verifier
 * stands alone; a test holds the two against each other.
 */
export const causes = ['charter', 'law', 'privacy', 'operator'] as const;

export const endings = ['done', 'charter', 'law', 'operator', 'upstream_refusal', 'quota', 'outage', 'client_gone'] as const;

export const informationTypes = [
  'advertising',
  'contact-detail',
  'copyright',
  'court-order',
  'financial-identifier',
  'forged-notice',
  'gambling',
  'hate-speech',
  'medicines',
  'personal-identifier',
  'prohibited-symbols',
  'state-secret',
  'trade-secret',
] as const;

export const additionPurposes = ['legal-notice', 'safety-resource', 'ai-notice', 'source-label', 'official-contact', 'age-notice'] as const;

/** Functions of government: which sector of a pack is which stands in `docs/log-leaves.md`. */
export const publicSectors = [
  'citizen-services',
  'defence',
  'public-safety',
  'economy',
  'environment',
  'housing',
  'health',
  'culture',
  'education',
  'social-protection',
  'other',
] as const;
export type PublicSector = (typeof publicSectors)[number];

/** Lengths and counts are told in orders of magnitude only: an exact one can point to a person. */
export const sizeBuckets = ['0', '1-9', '10-99', '100-999', '1000-9999', '10000-99999', '100000-'] as const;
export type SizeBucket = (typeof sizeBuckets)[number];

/** The bucket of a number that is not negative. */
export function sizeBucketOf(size: number): SizeBucket {
  const digits = size < 1 ? 0 : String(Math.floor(size)).length;
  return sizeBuckets[Math.min(digits, sizeBuckets.length - 1)] ?? '0';
}
