/** A chunk without its text. */
export interface Mould {
  readonly before: string;
  readonly after: string;
}

/** A text that stands in JSON as it is, without escapes. */
const unescaped = /^[^"\\\p{Cc}]+$/u;
/** Something no upstream says in this place. */
const probe = '\ue000probe\ue001';

/**
 * The mould of a chunk whose text is known, or null. The chunks of one stream differ in their text alone, so that the next one need not be parsed. A mould is tried
 * before it is used: with another text in this place, the chunk must read as that other text.
 */
export function mouldOf(data: string, text: string, textIn: (data: string) => string | null): Mould | null {
  if (!unescaped.test(text)) return null;
  const start = data.indexOf(`"${text}"`) + 1;
  if (start === 0) return null;
  const mould = { before: data.slice(0, start), after: data.slice(start + text.length) };
  return textIn(`${mould.before}${probe}${mould.after}`) === probe ? mould : null;
}

/** The text of a chunk that fits the mould; null when it has to be parsed. */
export function textIn({ before, after }: Mould, data: string): string | null {
  if (data.length <= before.length + after.length || !data.startsWith(before) || !data.endsWith(after)) return null;
  const text = data.slice(before.length, data.length - after.length);
  return unescaped.test(text) ? text : null;
}
