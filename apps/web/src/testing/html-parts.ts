const empty: readonly string[] = ['br', 'hr', 'input', 'link', 'meta'];
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

export interface HtmlParts {
  /** What a reader gets, with the entities read. */
  readonly text: string;
  /** Start tags as written. */
  readonly tags: readonly string[];
  /** Tags that are closed in the wrong order, never closed, or not written as this package writes them. */
  readonly faults: readonly string[];
}

/** Reads the strict HTML that this package writes: quoted attributes, explicit end tags. Anything else is a fault. */
export function readHtml(html: string): HtmlParts {
  const open: string[] = [];
  const tags: string[] = [];
  const faults: string[] = [];
  const text = html.replace(/^<!doctype html>/, '').replace(/<(?:"[^"]*"|[^">])*>?/gu, (tag) => {
    const { slash, name } = /^<(?<slash>\/?)(?<name>[a-z][a-z0-9]*)(?: [a-z_-]+(?:="[^"<]*")?)*\/?>$/u.exec(tag)?.groups ?? {};
    if (name === undefined) faults.push(tag);
    else if (slash === '/') {
      if (open.pop() !== name) faults.push(tag);
    } else {
      tags.push(tag);
      if (!empty.includes(name)) open.push(name);
    }
    return '';
  });
  return { text: text.replace(/&[#a-z0-9]+;/g, (entity) => entities[entity] ?? entity), tags, faults: [...faults, ...open] };
}
