import { escapeHtml } from '../escape-html.ts';
import { outwardRelation, webAddress } from '../web-address.ts';

/** A link of the answer's own, whose address has been looked at. */
export interface WebLink {
  /** As a browser understands it. */
  readonly address: string;
  /** In ASCII, so that no other script can look like it. */
  readonly host: string;
}

/** Null when the address is none that an answer may link: only whole https addresses are. */
export function webLink(written: string): WebLink | null {
  if (!/^https:\/\/[^\s/\\]+[^\s\\]*$/iu.test(written) || webAddress(written) === null) return null;
  const { href, host } = new URL(written);
  return { address: href, host };
}

/** It opens beside the page: without a script no browser could come back to the answer of a form. */
const attributes = (address: string): string => `target="_blank" rel="${outwardRelation}" href="${escapeHtml(address)}"`;

/** An address that stands in the text as itself. */
export function bareLink(address: string): string {
  return `<a class="out" dir="ltr" ${attributes(address)}>${escapeHtml(address)}</a>`;
}

/** What a link says, and where it leads: nobody should have to hover to know. */
export interface LinkLabel {
  readonly html: string;
  /** What it says without markup. */
  readonly text: string;
  /** A link stands in it; then it cannot be one itself. */
  readonly holdsLink: boolean;
  /** Comes behind the host; empty when there is none. */
  readonly title: string;
}

export function labelledLink({ address, host }: WebLink, label: LinkLabel): string {
  const title = label.title === '' ? '' : `: <bdi>${label.title}</bdi>`;
  if (label.holdsLink) {
    return `${label.html} <span class="target">(<a class="out" dir="ltr" ${attributes(address)}>${escapeHtml(host)}</a>${title})</span>`;
  }
  const link = `<a class="out" dir="auto" ${attributes(address)}>${label.html}</a>`;
  if (names(label.text, host) && title === '') return link;
  return `${link} <span class="target">(<bdi dir="ltr">${escapeHtml(host)}</bdi>${title})</span>`;
}

/** The text begins with the host, as an address would, and goes on as one or not at all. */
function names(text: string, host: string): boolean {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '');
  return written === host || (written.startsWith(`${host}/`) && !/\s/u.test(written));
}
