import { type PageContext } from '../page-context.ts';

export const registerPath = '/transparency/register';

/** What the register is filtered and counted by, in the order of the page. */
export const registerFacets = ['month', 'kind', 'type', 'law', 'authority', 'rule', 'language', 'sector'] as const;
export type RegisterFacet = (typeof registerFacets)[number];

/** A value as it stands in addresses, as people read it, and how many changes have it: whole tens. */
export interface CountedValue {
  readonly value: string;
  readonly label: string;
  readonly told: number;
}

export interface CountedRow extends CountedValue {
  /** What a rule of the charter leaves out or adds, in words; null for whatever else. */
  readonly meaning: string | null;
}

interface FacetCount {
  readonly facet: RegisterFacet;
  readonly values: readonly CountedRow[];
  /** Values that do not stand on the page. */
  readonly more: number;
  /** Changes that have no such value, as where no law was the cause, and those of which it is not told: whole tens. */
  readonly without: number;
  readonly untold: number;
}

/** A change as far as it is told. Null: not told. */
export interface ListedChange {
  /** Origin of the log and position of the leaf in it. */
  readonly log: string;
  readonly position: string;
  readonly values: Readonly<Record<RegisterFacet, string | null>>;
  /** Address of the law. */
  readonly url: string | null;
  /** Whether its class tells less than the log does, because fewer than ten share the rest. */
  readonly isUntold: boolean;
}

export interface RegisterContext extends PageContext {
  /** What the reader chose, as it stands in addresses. */
  readonly choice: Readonly<Partial<Record<RegisterFacet, string>>>;
  /** What may be chosen; a chosen value that is not told stands there too. */
  readonly options: Readonly<Record<RegisterFacet, readonly Pick<CountedValue, 'value' | 'label'>[]>>;
  /** Changes that fit the choice, and that may fit it: whole tens. */
  readonly told: number;
  readonly maybe: number;
  /** Whether the log tells of any change at all. */
  readonly isEmpty: boolean;
  readonly counts: readonly FacetCount[];
  readonly changes: readonly ListedChange[];
  /** Address of the page with older changes; null: there are none. */
  readonly older: string | null;
  /** Whether this is not the first page of them. */
  readonly isOlder: boolean;
  /** Logs, and how many of their entries have been read. */
  readonly logs: readonly { readonly log: string; readonly size: string }[];
  /** Whether the form of the DSA has a place for this country: it knows those of the European Economic Area alone. */
  readonly hasStatements: boolean;
  /** Why what was asked for is not there; null: it is. */
  readonly trouble: string | null;
}
