import { type Hint } from '@parlance/charter';
import { type StudyPlace } from '@parlance/pack';

/** What somebody learns and how far the help goes now. The page works it out from the pack's settings and the learner's tries; nobody sends it. */
export interface StudyStep extends StudyPlace {
  /** What an answerer without a model asks back on each rung: it knows the item, and nothing of the task. */
  readonly asksBack: Readonly<Record<Hint, string>>;
  /** An earlier answer on a rung of the ladder has quoted the item: then it is a source, and not quoted again. */
  readonly isItemTold: boolean;
}
