import { type Subject } from '../facts/subject.ts';

/** Entries of one log that agree in month, subject, language and sector. */
export interface Cell {
  /** Origin of the log, `log.example.org/2026h2`. */
  readonly log: string;
  /** In the order in which the log named them first. */
  readonly cell: number;
  /** `2026-11` */
  readonly month: string;
  readonly subjectKey: string;
  readonly subject: Subject;
  /** Null where the log does not tell it. */
  readonly language: string | null;
  /** The same; entries of the first version have none. */
  readonly sector: string | null;
  readonly count: number;
  /** Positions of its newest entries, the newest last: as many as may have to wait. */
  readonly newest: readonly bigint[];
}
