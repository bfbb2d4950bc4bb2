/** Fields of a form; a list is a field that comes several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export function bodyOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((each) => [name, each])),
  );
}

const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What can be read on a page. */
export const textOf = (html: string): string => unescaped(html.replace(/<[^>]+>/g, ' '));

/** What a page brings along to the next question. */
export const carriedIn = (html: string): readonly string[] =>
  [...html.matchAll(/name="turn" form="ask" value="([^"]*)"/g)].map(([, value]) => unescaped(value ?? ''));
