import { encodeUtf8 } from '@parlance/core/bytes';
import { type AnswerRecord, type PublicSector, type SizeBucket } from '@parlance/log';
import { type Commitments } from './answer-record.ts';

/** An answer that somebody was about to be asked for. */
export interface Intent extends Pick<AnswerRecord, 'id' | 'pack' | 'charter'> {
  /** Base64 of the commitment to the request. */
  readonly request: Commitments['request'];
}

/** An answer as it was given, with what the log may tell of it. */
export interface Answered {
  readonly record: AnswerRecord;
  readonly language: string;
  /** Not there where an earlier version recorded it, and where nobody knows. */
  readonly sector?: PublicSector;
  readonly size: SizeBucket;
  /** `2026-11-21T13Z` */
  readonly hour: string;
}

/** What stands in the journal. A promise is appended together with the answers before it that it is for. */
export type Entry =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'answer'; readonly answer: Answered }
  | { readonly kind: 'promise'; readonly note: string; readonly answers: number };

const decoder = new TextDecoder('utf-8', { fatal: true });

export function encodeEntry(entry: Entry): Uint8Array {
  return encodeUtf8(JSON.stringify(entry));
}

/** The journal checks its bytes, and nobody else writes to it: what it gives back is what `encodeEntry` made. */
export function decodeEntry(bytes: Uint8Array): Entry {
  return JSON.parse(decoder.decode(bytes)) as Entry;
}
