export type Fields = Readonly<Record<string, string | readonly string[]>>;

export const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

export const textOf = (html: string): string => unescaped(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');

/** What a browser sends with the next form of a page. */
export function carriedIn(html: string): Fields {
  const valueOf = (name: string): string => unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');
  const turn = [...html.matchAll(/name="turn" form="ask" value="([^"]*)"/g)].map(([, value]) => unescaped(value ?? ''));
  return { ...Object.fromEntries(['ticket', 'number', 'item', 'progress'].map((name) => [name, valueOf(name)])), turn };
}

export async function send(address: string, fields: Fields): Promise<{ readonly status: number; readonly html: string }> {
  const entries = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  const response = await fetch(`${address}/study`, { method: 'POST', body: new URLSearchParams([['lang', 'en'], ...entries]) });
  return { status: response.status, html: await response.text() };
}

export async function page(address: string): Promise<{ readonly status: number; readonly html: string }> {
  const response = await fetch(address);
  return { status: response.status, html: await response.text() };
}
