import { type AgeBand } from '@parlance/charter';
import { type Position } from '../pack.ts';

/** Values without an order: the nearest speaker wins. */
export interface Defaults {
  /** BCP 47. */
  readonly language: string;
  /** ISO 15924. */
  readonly script: string;
  readonly register: string;
  readonly address: string;
  readonly reading_level: string;
}

/** What one speaker says of them. */
export type Choices = { readonly [Name in keyof Defaults]?: Defaults[Name] | undefined };

export const defaultNames = ['language', 'script', 'register', 'address', 'reading_level'] as const satisfies readonly (keyof Defaults)[];

/** What the organisation that runs the service sets. It can tighten limits and never loosen one. */
export interface OrganisationValues extends Choices {
  /** Who runs the service, as people are told. */
  readonly name?: string;
  /** Days. */
  readonly retention_days?: number | undefined;
  /** Identifiers that are minimised beside those of the charter and the pack. */
  readonly minimise?: readonly string[] | undefined;
  /** The only sectors in which the service answers; those of the pack when absent. */
  readonly sectors?: readonly string[] | undefined;
  /** For whom the service is, by age. It only makes readers younger. */
  readonly age_band?: AgeBand | undefined;
  /** Where a value stands, by its path in the file: `defaults.register`, `limits.minimise.0`. */
  readonly positions?: ReadonlyMap<string, Position>;
}
