import { climb, type LadderRung } from '@parlance/pack';
import { mostTries, type Progress } from './progress.ts';
import { type StudyForm } from './study-form.ts';

export interface Wish {
  readonly act: StudyForm['act'];
  /** Of what was written, where it is a try; null: it holds nothing that could be one. */
  readonly digest: string | null;
  /** It is the task itself, word for word, which is no try at it. */
  readonly isTask: boolean;
  /** The writer is in danger or distress: then nothing is counted. */
  readonly isUrgent: boolean;
}

export type NextStep =
  | { readonly kind: 'help'; readonly progress: Progress }
  /** Written before, or nothing at all: no try. */
  | { readonly kind: 'no-try' }
  /** More tries are needed first. Those that were made stay counted. */
  | { readonly kind: 'too-few'; readonly missing: number; readonly progress: Progress };

/** Where the next help stands, after what the learner did. Pure. */
export function nextStep(ladder: readonly LadderRung[], before: Progress, wish: Wish): NextStep {
  const turns = before.turns + 1;
  if (wish.isUrgent) return { kind: 'help', progress: { ...before, turns } };
  const made = wish.act === 'try' ? withTry(before, wish) : before;
  if (made === null) return { kind: 'no-try' };
  const rung = climb(ladder, made, wish.act === 'ask' ? 'stay' : 'up');
  const isStuck = wish.act === 'next' && rung === made.rung && rung < ladder.length - 1;
  if (rung !== null && !isStuck) return { kind: 'help', progress: { ...made, rung, turns } };
  const needed = ladder[made.rung + 1]?.tries ?? 0;
  return { kind: 'too-few', missing: Math.max(1, needed - made.tries), progress: made };
}

/** Null where the text is no try that can be counted. */
function withTry(before: Progress, { digest, isTask }: Wish): Progress | null {
  if (digest === null || isTask || before.said.includes(digest)) return null;
  return { ...before, tries: Math.min(before.tries + 1, mostTries), said: [...before.said, digest] };
}
