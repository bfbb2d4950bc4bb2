import { type Digest } from '@parlance/core';
import { hasErrors, type PackIssue } from '../format/pack-issue.ts';
import { refused } from './release-issue.ts';
import { readStatement, type ReleaseStatement, type RollbackStatement } from './statement.ts';

export interface ReleaseEntry {
  readonly kind: 'release';
  /** From 1, without a gap, in the order in which the steps were taken. */
  readonly number: number;
  /** `history/000001.json` */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly statement: ReleaseStatement;
}

export interface RollbackEntry extends Omit<ReleaseEntry, 'kind' | 'statement'> {
  readonly kind: 'rollback';
  readonly statement: RollbackStatement;
}

/** One step of a country's packs. */
export type HistoryEntry = ReleaseEntry | RollbackEntry;

/** In order of number. Read, not verified: `verifyInForce` looks at the signatures of what it chooses. */
export type History = readonly HistoryEntry[];

export interface ReadHistory {
  /** Null when any file is damaged, missing or foreign. */
  readonly history: History | null;
  readonly issues: readonly PackIssue[];
}

const longestNumber = 6;

/** The name tells the number alone, so that no two steps, of whatever kind, can take the same. */
export function historyFileOf(number: number): string {
  return `history/${String(number).padStart(longestNumber, '0')}.json`;
}

/** Reads the steps of a country's packs from their files, by path: `history/000001.json`. */
export function readHistory(files: ReadonlyMap<string, Uint8Array>, country: string): ReadHistory {
  const read = [...files.keys()].sort().map((file, place) => readEntry(file, place + 1, files.get(file) ?? new Uint8Array()));
  const foreign = read.flatMap(({ entry }) => (entry === null || entry.statement.pack === country ? [] : [entry]));
  const issues = [
    ...read.flatMap((each) => each.issues),
    ...foreign.map(({ file, statement }) => refused(file, 'other-pack', { path: 'pack', received: statement.pack, expected: country })),
  ];
  return { history: hasErrors(issues) ? null : read.flatMap(({ entry }) => entry ?? []), issues };
}

interface ReadEntry {
  readonly entry: HistoryEntry | null;
  readonly issues: readonly PackIssue[];
}

function readEntry(file: string, number: number, bytes: Uint8Array): ReadEntry {
  if (file !== historyFileOf(number))
    return { entry: null, issues: [refused(file, 'history', { received: file, expected: historyFileOf(number) })] };
  const release = readStatement('release', file, bytes);
  if (release.value !== null) return { entry: { kind: 'release', number, file, bytes, statement: release.value.statement }, issues: [] };
  if (!release.issues.some(({ code }) => code === 'payload-type')) return { entry: null, issues: release.issues };
  const { value, issues } = readStatement('rollback', file, bytes);
  return { entry: value && { kind: 'rollback', number, file, bytes, statement: value.statement }, issues };
}

/** The pack that a step puts in force. */
export function packOf(entry: HistoryEntry): Digest {
  return entry.kind === 'release' ? entry.statement.digest : entry.statement.to;
}

/** In force on a day: the step with the highest number whose day has come. So a later step, such as a rollback, takes the place of one that waits. */
export function inForceOn(history: History, today: string): HistoryEntry | null {
  return history.findLast(({ statement }) => statement.from <= today) ?? null;
}

/** The pack that the next step follows: that of the last step, also when its day has not come. */
export function headOf(history: History): Digest | null {
  const last = history.at(-1);
  return last === undefined ? null : packOf(last);
}

export function historyBefore(history: History, entry: HistoryEntry): History {
  return history.filter(({ number }) => number < entry.number);
}

/** The step that released a pack. A pack is released once: what comes back comes by a rollback. */
export function releaseOf(history: History, digest: Digest): ReleaseEntry | null {
  return history.flatMap((entry) => (entry.kind === 'release' && entry.statement.digest === digest ? [entry] : []))[0] ?? null;
}
