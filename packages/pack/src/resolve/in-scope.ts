import { type Scope } from '../pack.ts';

export interface ReaderScope {
  readonly sector: string;
  /** Age band of the reader; `all` when unknown. */
  readonly audience: Scope['audience'];
}

/** Whether a rule acts in a sector. An exception is only ever asked whether it takes the sector away. */
export function actsIn({ sectors, except }: Scope, sector: string): boolean {
  const isNamed = sectors === 'all' || sectors.includes(sector);
  return isNamed && except?.sectors.includes(sector) !== true;
}

/**
 * Whether a restriction holds for a reader. What is left out for adults is left out for younger readers too (S13), and what is left out
 * for younger readers also where nobody knows who reads.
 */
export function isInScope(scope: Scope, reader: ReaderScope): boolean {
  return actsIn(scope, reader.sector) && (scope.audience !== 'under-18' || reader.audience !== 'adult');
}
