import { type PackIssue } from './pack-issue.ts';
import { type SourceText } from './source-text.ts';

/** A text of a pack and where it stands. */
export interface TextAt {
  /** Dotted path of the field. */
  readonly path: string;
  readonly text: string;
  readonly offset: number;
}

/** What a file says before it is known what it should say. */
export interface RawFile {
  /** Null when the file has no readable form. */
  readonly value: unknown;
  /** Offset of every field by its dotted path: of its key, or of the item itself in a list. */
  readonly marks: ReadonlyMap<string, number>;
  readonly texts: readonly TextAt[];
  readonly issues: readonly PackIssue[];
}

export function unreadable(issues: readonly PackIssue[]): RawFile {
  return { value: null, marks: new Map(), texts: [], issues };
}

/** The offset of a field, or of the nearest field around it that is there. */
export function offsetOf(marks: ReadonlyMap<string, number>, path: string): number {
  for (let field = path; field !== ''; field = field.slice(0, Math.max(0, field.lastIndexOf('.')))) {
    const offset = marks.get(field);
    if (offset !== undefined) return offset;
  }
  return 0;
}

export type RawReader = (source: SourceText) => RawFile;
