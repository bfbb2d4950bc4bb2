import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type BlindCase, blindCases } from './blind-case.ts';

const vectors = join(import.meta.dirname, '../../../../../vectors');

/** Texts of one of the sets in `vectors`, all of its files in one list. */
export function casesOf(set: string, kind: 'hostile' | 'benign' | 'ordinary'): readonly BlindCase[] {
  const folder = join(vectors, set, kind);
  return readdirSync(folder).flatMap((file) => blindCases(parse(readFileSync(join(folder, file), 'utf8')), kind === 'hostile'));
}
