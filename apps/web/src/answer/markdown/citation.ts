import { escapeHtml } from '../escape-html.ts';
import { type Atom } from './atoms.ts';

/** How a link to a source is written. */
export interface Cite {
  /** Address of a source within the page, for example `#s1`. */
  readonly address: (source: string) => string;
  /** Names the link for a screen reader. */
  readonly label: (number: string) => string;
}

export const longestCitation = '[s999]'.length;
const written = /^\[s(?<number>\d{1,3})\]$/;

/** `[s1]`; null when the text is none. */
export function citation(text: string, { address, label }: Cite): Atom | null {
  const number = written.exec(text)?.groups?.['number'];
  if (number === undefined) return null;
  const attributes = `class="cite" href="${escapeHtml(address(`s${number}`))}" aria-label="${escapeHtml(label(number))}"`;
  return { html: `<a ${attributes}>[${number}]</a>`, source: text, isLink: true };
}
