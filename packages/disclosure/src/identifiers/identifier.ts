import { type InformationType } from '@parlance/charter';
import { type ContextWords } from './context-words.ts';
import { type Verdict } from './score.ts';

export type IdentifierClass =
  | 'national'
  | 'tax'
  | 'health'
  | 'social-security'
  | 'identity-card'
  | 'passport'
  | 'driving-licence'
  | 'plate'
  | 'bank-account'
  | 'payment-card'
  | 'phone'
  | 'email';

/** A way to write an identifier, in the language of `matching/pattern.ts`, and its score before checksum and context. */
export interface Form {
  readonly pattern: string;
  readonly score: number;
  /** Whether letters may stand against it, as where a language writes its endings onto numbers: only where a checksum or number plan decides, and no letter is part of it. */
  readonly touchesLetters?: boolean;
}

/** A recogniser for one class of identifier: a bounded pattern finds candidates, a checksum or number plan decides. */
export interface Identifier {
  /** Also the name of its pseudonyms, after the country prefix. */
  readonly id: string;
  readonly type: InformationType;
  readonly class: IdentifierClass;
  /** ISO 3166-1 alpha-2; null for what is alike everywhere. */
  readonly country: string | null;
  readonly forms: readonly Form[];
  readonly hasChecksum: boolean;
  /** Words near a `likely` candidate that make it count, in the languages of the country. */
  readonly context: ContextWords;
  /** BCP 47 tags of the languages that have context words. */
  readonly languages: readonly string[];
  /** Whether a context word may also follow, as in Japanese, Korean and Turkish. */
  readonly contextFollows: boolean;
  /** `base` is the score of the form that was found; without it the whole text has to be written in one. */
  verdict(candidate: string, base?: number): Verdict;
  /** Whether a candidate is a service by its very form, so that it is nobody's; nor is what lies inside it. */
  isOfService?(candidate: string): boolean;
  /** One spelling for one identifier, to compare with published ones. */
  key(candidate: string): string;
}

/** How far before a candidate a context word may end, and how far after it one may begin, in symbols that can be seen. */
export const contextReach = 30;
