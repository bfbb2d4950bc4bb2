import { blockToken } from './markdown-lexer.ts';

/** A heading as it stands in the text. */
export interface Heading {
  /** How many `#` it has, 1 to 6. */
  readonly depth: number;
  readonly text: string;
}

/** Null when the line is none. */
export function readHeading(line: string): Heading | null {
  const token = blockToken(line);
  return token?.type === 'heading' && token.text !== '' ? { depth: token.depth, text: token.text } : null;
}

/** Elements for the headings of one text. */
export interface HeadingLevels {
  next(depth: number): HeadingElement;
}

export type HeadingElement = 'h3' | 'h4' | 'h5' | 'h6';

const elements: readonly HeadingElement[] = ['h3', 'h4', 'h5', 'h6'];

/** The page has the levels above; a heading stands one level below the last heading with fewer `#`, so that no level is left out. */
export function createHeadingLevels(): HeadingLevels {
  const above: number[] = [];
  return {
    next(depth) {
      while ((above.at(-1) ?? 0) >= depth) above.pop();
      above.push(depth);
      return elements[above.length - 1] ?? 'h6';
    },
  };
}
