import { type Scope } from '../pack.ts';

export interface ReaderScope {
  readonly sector: string;
  /** Age band of the reader; `all` when unknown. */
  readonly audience: Scope['audience'];
}

/**
 * Whether a restriction holds for a reader. What is left out for adults is left out for younger readers too (S13), and what is left out
 * for younger readers also where nobody knows who reads.
 */
export function isInScope(scope: Scope, reader: ReaderScope): boolean {
  return scope.sectors.includes(reader.sector) && (scope.audience !== 'under-18' || reader.audience !== 'adult');
}
