import { type AgeBand } from '@parlance/charter';
import { type Gateway } from '../gateway.ts';
import { type KeyAge } from '../turn/localize.ts';

/** What the key of the pages says of their readers' age. */
export function pageAge({ pageKey }: Pick<Gateway, 'pageKey'>): KeyAge {
  return { keySector: pageKey?.sector ?? null, ...(pageKey !== null && { key: pageKey.ageBand }) };
}

export interface PageReader {
  /** Null: that of the pages. */
  readonly sector: string | null;
  /** As the reader says it; undefined: they do not. */
  readonly age: AgeBand | undefined;
}

/** Whether a reader of the pages is under 18, by whatever says so. */
export function isYoungReader(
  gateway: Pick<Gateway, 'country' | 'pageKey'>,
  { sector, age }: PageReader = { sector: null, age: undefined },
): boolean {
  const { country, pageKey } = gateway;
  const anybody = { language: null, by: null, script: null } as const;
  const place = sector ?? pageKey?.sector ?? country.defaultSector;
  return country.values(place, anybody, { age: { ...pageAge(gateway), request: age } }).age.band !== 'any-age';
}
