import { type AdditionPurpose, type Cause, type Ending, type InformationType } from '@parlance/charter';

/** Words that the charter owns and the pack may translate; the caller formats them from the pack's catalogue. */
export interface AnswerWords {
  /** Message `changes.line`. */
  changeLine(omitted: number, added: number): string;
  /** Messages `ending.*`. */
  ending(ending: Ending): string;
  /** Messages `type.*`. */
  typeName(type: InformationType): string;
  /** Messages `cause.*`. */
  causeName(cause: Cause): string;
  /** Messages `purpose.*`. */
  purposeName(purpose: AdditionPurpose): string;
  /** Message `safety.heading`. */
  readonly safetyHeading: string;
}
