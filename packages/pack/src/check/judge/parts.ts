/** UTF-16 code units of one part of a long text, and of the end of the part before it that it repeats, so that no sentence is only seen in halves. */
const longestPart = 3000;
const repeated = 300;

/** A text as it is, or in parts when it is long. */
export function textParts(text: string): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from === 0 || from + repeated < text.length; from += longestPart - repeated)
    parts.push(text.slice(from, from + longestPart));
  return parts;
}

/** Lists by their names, in parts of which each is about as long as a part of a text. */
export function listParts(lists: Readonly<Record<string, readonly string[]>>): readonly Readonly<Record<string, readonly string[]>>[] {
  const parts: Record<string, string[]>[] = [];
  let part: Record<string, string[]> = {};
  let size = 0;
  for (const [name, values] of Object.entries(lists))
    for (const value of values.flatMap(textParts)) {
      if (size > 0 && size + value.length > longestPart) {
        parts.push(part);
        part = {};
        size = 0;
      }
      (part[name] ??= []).push(value);
      size += value.length;
    }
  return [...parts, part];
}
