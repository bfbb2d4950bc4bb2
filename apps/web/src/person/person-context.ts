import { type OfficeObject, type SafetyObject } from '@parlance/wire';
import { type PageContext } from '../page-context.ts';

/** The page on which people can be reached in place of this service. */
export interface PersonContext extends PageContext {
  /** The competent one first. */
  readonly offices: readonly OfficeObject[];
  readonly others: readonly OfficeObject[];
  /** For readers under 18; then the offices are those that suit them. */
  readonly isYoung: boolean;
  readonly helplines: readonly SafetyObject[];
  /** What helps who wrote in distress; it comes before anything else. */
  readonly help: readonly SafetyObject[];
  readonly helpHeading: string;
  /** Null: the reader came from no conversation. */
  readonly brought: BroughtQuestions | null;
}

/** A conversation that came along with its form. The server keeps nothing of it. */
export interface BroughtQuestions {
  readonly questions: readonly string[];
  /** Whether a part of the conversation could not be read. */
  readonly isLost: boolean;
  /** Whether they are to stand open. */
  readonly isOpen: boolean;
  /** Where the conversation goes on. */
  readonly back: '/ask' | '/study';
  /** All that its form brought, to go back with. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}
