/** Ids of the elements of one answer. A page may show several answers, and each has a first source and a first omission. */
export interface PageIds {
  /** Of a notice, a source or a heading. */
  of(name: string): string;
  /** Of the place of a disclosure in the text; its notice is named by the disclosure alone. */
  placeOf(disclosure: string): string;
}

/** Id of a turn, or of why it is none. */
export const turnId = (number: number): string => `t${number}`;

/** Where a form sends turn `number`: browsers keep the place, so that the page opens at its answer, or at why there is none, and needs no script for it. */
export function turnAddress(path: '/ask' | '/study', number: number): string {
  return `${path}#${turnId(number)}`;
}

/** `turn` counts the answers of a page; null when there is only one. */
export function pageIds(turn: number | null): PageIds {
  const prefix = turn === null ? '' : `t${turn}-`;
  return { of: (name) => prefix + name, placeOf: (disclosure) => `${prefix}at-${disclosure}` };
}
