import { type Enforcement } from './closed-lists.ts';

/** One binding rule. Nobody can override it: no pack, operator, developer or user. */
export interface Clause {
  /** Kebab-case, stable for ever. */
  readonly id: string;
  readonly kind: 'red-line' | 'protected-principle';
  /** Level of authority after the OpenAI Model Spec (CC0). */
  readonly authority: 'root' | 'system' | 'developer' | 'user' | 'guideline';
  /** The rule in our own words, one or two sentences. */
  readonly statement: string;
  /** Anchor in the OpenAI Model Spec that it follows, without `#`; several where it joins some. */
  readonly anchors: readonly string[];
  /** How it is enforced. Never empty: the public is told whether code or a request to the model stands behind a rule. */
  readonly enforcedBy: readonly [Enforcement, ...Enforcement[]];
}
