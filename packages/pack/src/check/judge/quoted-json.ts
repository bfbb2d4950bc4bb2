import { quote } from '../../compose/quote.ts';

export type Quotable = string | number | readonly Quotable[] | { readonly [key: string]: Quotable };

/** JSON on one line in which no text, and no name of a field either, can leave its string or look like the frame around it. */
export function quotedJson(value: Quotable): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') return String(value);
  if (isList(value)) return `[${value.map(quotedJson).join(',')}]`;
  return `{${Object.entries(value)
    .map(([key, each]) => `${quote(key)}:${quotedJson(each)}`)
    .join(',')}}`;
}

function isList(value: object): value is readonly Quotable[] {
  return Array.isArray(value);
}
