import { type Ending } from '@parlance/charter';
import { type DisclosureObject, type ParlanceObject, type SourceObject, type TextMark } from '@parlance/wire';
import { escapeHtml } from './escape-html.ts';

/** A question and what was told of it: all that a later page has to show. The server keeps no conversation, so each form brings it along. */
export interface EarlierTurn {
  /** Names the conversation, so that turns of two are not mixed. */
  readonly conversation: string;
  /** Its place there, counted from 1. Places of turns that were taken back stay empty. */
  readonly number: number;
  readonly question: string;
  /** As it was delivered, with markers and footnotes. Empty when nothing was said. */
  readonly answer: string;
  /** What in it is not the model's, in the order of the text. */
  readonly marks: readonly MarkedPart[];
  /** Language of the answer, BCP 47. */
  readonly language: string;
  readonly changes: { readonly omitted: number; readonly added: number };
  readonly ending: Ending;
  /** Whether the request itself was refused: then it is no part of what goes on. */
  readonly isRefused: boolean;
  readonly isCutShort: boolean;
  /** Null when there is none. */
  readonly receipt: EarlierReceipt | null;
  /** Whether it was written down; what was not is safety information alone. */
  readonly isRecorded: boolean;
  readonly disclosures: readonly DisclosureObject[];
  readonly sources: readonly SourceObject[];
  readonly facts: ToldFacts;
}

/** How an answer was made: no text, and the same in every language. */
export type ToldFacts = Pick<ParlanceObject, 'answered_by' | 'pack' | 'charter' | 'egress' | 'layers' | 'localization' | 'services'>;

/** A part of an answer, in UTF-16 units from its start. */
export interface MarkedPart {
  readonly start: number;
  readonly end: number;
  readonly mark: TextMark;
}

export interface EarlierReceipt {
  readonly id: string;
  /** Base64. */
  readonly nonce: string;
  /** Until when the log was to have it, ISO 8601. */
  readonly deadline: string;
  /** Whether `answer` is all that was delivered, so that the receipt can be checked with it. */
  readonly isWhole: boolean;
}

/** A turn that a form brought, with the value under which the next page brings it along again. */
export interface CarriedTurn extends EarlierTurn {
  readonly carried: string;
}

/** Id of the form in which a question is asked; a field anywhere in the page belongs to it by this name. */
export const askForm = 'ask';

/** Carries a turn to the next question. Whatever stands in the page is sent in its order, with or without a script. */
export function turnField(carried: string): string {
  return `<input type="hidden" name="turn" form="${askForm}" value="${escapeHtml(carried)}">`;
}
