import { type Gateway } from '../gateway.ts';
import { type KeyAge } from '../turn/localize.ts';

/** What the key of the pages says of their readers' age. */
export function pageAge({ pageKey }: Pick<Gateway, 'pageKey'>): KeyAge {
  return { keySector: pageKey?.sector ?? null, ...(pageKey !== null && { key: pageKey.ageBand }) };
}
