import { type MonthReport } from './report.ts';

/** A file that the operator has published. */
export interface PublishedFile {
  /** `2026-10.et.html`: the last part of its address. */
  readonly name: string;
  readonly form: 'html' | 'json' | 'csv' | 'pdf';
  readonly language: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface PublishedMonth {
  /** `2026-10` */
  readonly month: string;
  /** The trees of which the report was made; null: no published file says. */
  readonly heads: MonthReport['heads'] | null;
  readonly files: readonly PublishedFile[];
}

export interface ReportsFacts {
  /** Of this server, as whoever asks reaches it: `https://parlance.example`. */
  readonly site: string;
  /** The newest first. */
  readonly reports: readonly PublishedMonth[];
}
