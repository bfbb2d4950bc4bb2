import { z } from 'zod';

/** One text of `vectors/pack-blind`, or several that belong to one case. */
const caseSchema = z.strictObject({
  id: z.string(),
  language: z.string(),
  guarantee: z.enum(['S5', 'S8', 'S16']),
  where: z.string(),
  text: z.union([z.string(), z.record(z.string(), z.string())]),
  why: z.string(),
});

export interface BlindCase {
  readonly id: string;
  readonly isHostile: boolean;
  readonly language: string;
  readonly guarantee: 'S5' | 'S8' | 'S16';
  /** The field that the case is filed under. */
  readonly where: string;
  /** The fields that it fills: its own, or several. */
  readonly texts: readonly (readonly [where: string, text: string])[];
  /** Half A may be read while detectors are written; of half B only the sums are looked at. */
  readonly half: 'A' | 'B';
}

export function blindCases(value: unknown, isHostile: boolean): readonly BlindCase[] {
  return z
    .array(caseSchema)
    .parse(value)
    .map(({ id, language, guarantee, where, text }) => ({
      id,
      isHostile,
      language,
      guarantee,
      where,
      texts: typeof text === 'string' ? [[where, text]] : Object.entries(text),
      half: halfOf(id),
    }));
}

/** By a hash of the name (FNV-1a), so that nobody chooses what is seen. */
function halfOf(id: string): 'A' | 'B' {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 16)) & 1) === 0 ? 'A' : 'B';
}
