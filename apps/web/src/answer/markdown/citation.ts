import { escapeHtml } from '../escape-html.ts';
import { type Atom } from './atoms.ts';

/** How a link to a source is written. */
export interface Cite {
  /** Address of a source within the page, for example `#s1`. */
  readonly address: (source: string) => string;
  /** Names the link for a screen reader. */
  readonly label: (number: string) => string;
  /** Attribute by which a list item that begins with a source becomes the place of that source; empty when it has one already. */
  readonly place: (source: string) => string;
}

export const longestCitation = '[s999]'.length;
const written = /^\[s(?<number>\d{1,3})\]$/;

/** `[s1]`; null when the text is none. At the start of a list item it names the source that the item is about, and leads nowhere. */
export function citation(text: string, { address, label, place }: Cite, startsItem: boolean): Atom | null {
  const number = written.exec(text)?.groups?.['number'];
  if (number === undefined) return null;
  const placed = startsItem ? place(`s${number}`) : '';
  if (placed !== '') return { html: `<span class="cite"${placed}>[${number}]</span>`, source: text, isLink: false };
  const attributes = `class="cite" href="${escapeHtml(address(`s${number}`))}" aria-label="${escapeHtml(label(number))}"`;
  return { html: `<a ${attributes}>[${number}]</a>`, source: text, isLink: true };
}
