/** Longer ones stay text, so that a link is never held back for long. */
export const longestAddress = 500;

/**
 * An address that may become a link, or null. Only web addresses do; those with a user name do not, because `https://eesti.ee@example.com` leads elsewhere
 * than it looks. Source of the parts: WHATWG URL.
 */
export function webAddress(text: string, protocols: readonly string[] = ['https:']): string | null {
  if (text.length > longestAddress || !URL.canParse(text)) return null;
  const url = new URL(text);
  return protocols.includes(url.protocol) && url.username === '' && url.password === '' ? text : null;
}

/** Of every link that leaves the page. */
export const outwardRelation = 'noopener nofollow';
