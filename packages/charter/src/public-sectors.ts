/**
 * The sectors that the public record tells, whatever sectors a pack has: the ten divisions of the Classification of the Functions of Government (United Nations, 1999) in its order,
 * and one for all else. No list of the charter's document, because nothing that binds an answer hangs on it.
 */
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

/** What the public record says of a sector of a pack: its own name where that is one of the list. */
export function publicSectorOf(sector: string): PublicSector {
  return publicSectors.find((each) => each === sector) ?? 'other';
}
