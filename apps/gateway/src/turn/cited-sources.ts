/** The longest group of marks that is looked for, in UTF-16 units. A mark that a stream cuts is found all the same. */
const longestMark = 80;
const mark = /\[\s*s\d{1,3}(?:\s*[,;]\s*s\d{1,3})*\s*\]/giu;

/** Finds the marks `[s1]`, `[s1, s2]` in a text that comes in parts. Only ids of sources that are there count, whatever else a model writes. */
export class CitedSources {
  readonly ids = new Set<string>();
  readonly #tails = new Map<number, string>();

  /** The next part of the text of a choice. */
  read(choice: number, delta: string): void {
    const text = (this.#tails.get(choice) ?? '') + delta;
    for (const [group] of text.matchAll(mark)) for (const [id] of group.matchAll(/s\d+/giu)) this.ids.add(id.toLowerCase());
    const open = text.lastIndexOf('[');
    const isOpen = open !== -1 && text.length - open <= longestMark && !text.includes(']', open);
    this.#tails.set(choice, isOpen ? text.slice(open) : '');
  }
}
