import { type ReadingLevel } from '../../page-context.ts';

/** The words of the conversation, around the words of question and answer. Names in braces are filled in by the page's script: `{kilobytes}`. */
export interface ChatText {
  readonly conversation: string;
  /** In place of the field's hint once a conversation goes on. */
  readonly goOn: string;
  readonly startAnew: string;
  readonly choices: string;
  readonly readingLevel: string;
  readonly levels: Readonly<Record<ReadingLevel, string>>;
  readonly script: string;
  readonly sharedDevice: string;
  readonly sharedDeviceHint: string;
  /** What becomes of a conversation, and where it is kept. */
  readonly keptHeading: string;
  readonly kept: string;
  /** Older turns no longer go along with the next question. */
  readonly leftBehind: string;
  readonly emptyQuestion: string;
  tooLong(characters: string): string;
  tooMany(minutes: string): string;
  /** More was sent than the server takes: what was read of the question is given back. */
  readonly tooLarge: string;
  /** Of a conversation that goes along and that this page does not show. */
  readonly notShown: string;
  /** In advance, for who would look for a way back. */
  readonly linksBeside: string;

  readonly stop: string;
  readonly stopped: string;
  /** As `stopped`, where the server could not be asked to end the answer properly. */
  readonly stoppedHere: string;
  readonly edit: string;
  /** Takes `edit` back. */
  readonly keepQuestion: string;
  readonly again: string;
  readonly copy: string;
  readonly copied: string;
  readonly share: string;
  /** What is shared, and what is not. */
  readonly shareHint: string;
  /** Gives the link away. */
  readonly shareLink: string;
  readonly listen: string;
  readonly silence: string;
  readonly dictate: string;
  readonly dictateHint: string;
  /** Said by screen readers while an answer is written. */
  readonly waiting: string;
  /** Nothing has come back since the question was asked. */
  readonly notSent: string;
  readonly lineLost: string;
  readonly lineBroken: string;
  readonly failed: string;
  readonly keepHere: string;
  readonly keepHereHint: string;
  readonly forget: string;
  readonly notBroughtBack: string;
  readonly dataUsed: string;
}
