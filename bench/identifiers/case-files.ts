import { readdirSync, readFileSync } from 'node:fs';
import { type Case } from './expand.ts';

export interface CountryCases {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly cases: readonly Case[];
}

export type CaseSet = 'identifiers' | 'identifiers-bare';

/** The frozen cases of a set, by country. */
export function countryCases(set: CaseSet): readonly CountryCases[] {
  const folder = new URL(`../../vectors/${set}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as CountryCases);
}
