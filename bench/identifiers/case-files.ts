import { readdirSync, readFileSync } from 'node:fs';
import { type Case } from './expand.ts';

export interface CountryCases {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly cases: readonly Case[];
}

const folder = new URL('../../vectors/identifiers/', import.meta.url);

/** The frozen cases, by country. */
export function countryCases(): readonly CountryCases[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as CountryCases);
}
