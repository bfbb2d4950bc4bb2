import { type Channel } from './disclosure.ts';
import { type Wording } from './wording.ts';

/** Where a pass runs and in whose words it speaks. */
export interface PassContext {
  readonly choice: number;
  readonly channel: Channel;
  /** Language of rationales and additions, BCP 47. */
  readonly language: string;
  readonly wording: Wording;
  /** False inside JSON, where a marker may stand but no paragraph may be added. */
  readonly prose: boolean;
  /** What the person typed: it is given back to them and not omitted as privacy; what law forbids is. */
  readonly typed: readonly string[];
  /** Omissions already numbered in this channel by earlier passes: the strings of one JSON text share their numbers. */
  readonly numberedBefore?: number;
  /** The same of what was delivered unjudged. */
  readonly unjudgedBefore?: number;
}
