import { type Vocabulary } from './vocabulary.ts';

export interface DetectOptions {
  /** BCP 47; the answer is one of these or the fallback. */
  readonly languages: readonly string[];
  readonly fallback: string;
  /** Decides with the profile on texts of few words, and alone in languages without a profile. */
  readonly vocabulary?: Vocabulary;
  /** ISO 15924 by language, the usual one first; what CLDR says of the language when absent. */
  readonly scripts?: ReadonlyMap<string, readonly string[]>;
}
