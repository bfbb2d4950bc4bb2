import { type InformationType } from '@parlance/charter';

/** `certain` needs no context; `likely` counts only with a context word shortly before it. */
type Verdict = 'certain' | 'likely' | 'no';

/** A recogniser for one class of identifier: a bounded pattern finds candidates, a checksum or number plan decides. */
export interface Identifier {
  /** Also the name of its pseudonyms, after the country prefix. */
  readonly id: string;
  readonly type: InformationType;
  readonly patterns: readonly string[];
  /** Words that make a `likely` candidate count, in the languages of the country. */
  readonly context: readonly string[];
  verdict(candidate: string): Verdict;
  /** One spelling for one identifier, to compare with published ones. */
  key(candidate: string): string;
}

/** How far before a candidate a context word may end, in UTF-16 units. */
export const contextReach = 30;
