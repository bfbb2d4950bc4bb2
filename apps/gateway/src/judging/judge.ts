import { type InformationType } from '@parlance/charter';
import { type Verdict } from '@parlance/disclosure';
import { type JudgeFault } from './judge-fault.ts';

/** One sentence and the policy of one rule. Its texts have been minimised for the place where they are going. */
export interface Question {
  /** Id of the rule. */
  readonly rule: string;
  readonly type: InformationType;
  readonly policy: string;
  /** From 0 to 1; null: the verdict alone decides. */
  readonly threshold: number | null;
  /** What stands before the sentence, for understanding it. */
  readonly before: string;
  readonly sentence: string;
}

/** A safeguard: judges sentences by written policies. */
export interface Judge {
  /** ISO 3166-1 alpha-2; null counts as outside. */
  readonly jurisdiction: string | null;
  /** Never rejects: what is no verdict is a failure. Ends early when the signal aborts. */
  judge(question: Question, signal: AbortSignal): Promise<Verdict>;
  /** How many sentences were judged under a rule, and why others were not. */
  counts(): JudgeCounts;
}

export type JudgeCounts = Readonly<Record<'judged' | JudgeFault, number>>;
