import { type ClassifierRole, type Screen } from '../screen.ts';
import { effectOf, type Verdict } from './effect.ts';
import { type Judged } from './judged.ts';
import { isProtected } from './safety-information.ts';
import { isTelling } from './sentences.ts';

/** What has to be asked of a sentence before it may be delivered. */
export interface Questions {
  /** Rules whose policy it is judged by, each by itself. */
  readonly roles: readonly ClassifierRole[];
  readonly isProtected: boolean;
}

/** Nobody is asked about safety information, nor about what says nothing. */
export function questionsOf(screen: Screen, sentence: string): Questions {
  if (screen.classifiers.length === 0 || !isTelling(sentence)) return { roles: [], isProtected: false };
  return isProtected(screen, sentence) ? { roles: [], isProtected: true } : { roles: screen.classifiers, isProtected: false };
}

/** What comes of a sentence; `verdicts` are in the order of the roles, and one that is missing is a failure. */
export function judgedFrom({ roles, isProtected: isSafe }: Questions, verdicts: readonly Verdict[]): Judged {
  return {
    effects: roles.flatMap((role, index) => effectOf(role, verdicts[index] ?? 'failed') ?? []),
    isProtected: isSafe,
  };
}
