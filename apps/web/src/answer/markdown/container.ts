/** A block that holds blocks. */
export type Container = Quote | Item;

interface Quote {
  readonly kind: 'quote';
}

interface Item {
  readonly kind: 'item';
  readonly list: 'ul' | 'ol';
  /** Spaces that a line needs to belong to the item: two more than its marker has, which is less than CommonMark asks of long numbers. */
  readonly required: number;
  /** How many more its own text has. */
  readonly extra: number;
  /** Nothing was written in it yet. */
  isEmpty: boolean;
}

/** Deeper ones are text. */
export const deepest = 24;

export function containerEnd(container: Container): string {
  return container.kind === 'quote' ? '</blockquote>' : `</li></${container.list}>`;
}
