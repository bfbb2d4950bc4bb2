import { type PagePath } from '../page-address.ts';

/** Parts of the words of the pages, as the ids of these words begin: most of what a page says is of one. */
export const sections = ['person', 'services', 'study', 'receipts', 'objections', 'transparency', 'register'] as const;
export type Section = (typeof sections)[number];

/** The first that a path begins with counts. */
const places: readonly (readonly [string, Section])[] = [
  ['/person', 'person'],
  ['/services', 'services'],
  ['/study', 'study'],
  ['/verify', 'receipts'],
  ['/object', 'objections'],
  ['/transparency/register', 'register'],
  ['/transparency/drift', 'register'],
  ['/transparency/reports', 'register'],
  ['/transparency', 'transparency'],
];

/** Null: the page says of each part a little. */
export function sectionOf(path: PagePath): Section | null {
  return places.find(([beginning]) => path.startsWith(beginning))?.[1] ?? null;
}
