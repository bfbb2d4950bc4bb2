import { escapeHtml } from './escape-html.ts';

/** A question and its answer, as the page itself remembers them: the server keeps no conversation, so each form brings it along. */
export interface EarlierTurn {
  readonly question: string;
  /** As it was delivered, with markers and footnotes. Empty when nothing was said. */
  readonly answer: string;
  /** Language of the answer, BCP 47. */
  readonly language: string;
  readonly changes: { readonly omitted: number; readonly added: number };
  /** Id of the receipt; null when there is none. */
  readonly receipt: string | null;
}

/** Id of the form in which a question is asked; a field anywhere in the page belongs to it by this name. */
export const askForm = 'ask';

/** Carries a turn to the next question. Whatever stands in the page is sent in its order, with or without a script. */
export function turnField(turn: EarlierTurn): string {
  const { question, answer, language, changes, receipt } = turn;
  const value = { q: question, a: answer, l: language, c: [changes.omitted, changes.added], ...(receipt !== null && { r: receipt }) };
  return `<input type="hidden" name="turn" form="${askForm}" value="${escapeHtml(JSON.stringify(value).toWellFormed())}">`;
}
