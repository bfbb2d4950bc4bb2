import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { CodedError, digestOfBytes, digestOfJson } from '@parlance/core';
import { isKnownPath } from '../format/layout.ts';
import { digestOfPack } from '../format/pack-digest.ts';
import { type PackFiles } from '../format/pack-files.ts';
import { historyFileOf } from '../release/history.ts';
import { readStatement } from '../release/statement.ts';
import { mostFiles } from './read-pack-folder.ts';
import { countryFolder, readReleasedPack, releasedPackFolder, type ReleasesErrorCode, type ReleasesFolder } from './releases-folder.ts';
import { writeFirst, writeFolder } from './write-durably.ts';

export interface Step {
  /** One more than the last of the history on which the step was verified. */
  readonly number: number;
  /** The signed statement. */
  readonly bytes: Uint8Array;
}

/**
 * Puts a pack where `readReleasedPack` finds it, whole or not at all. It is in force only when a step names it. Throws `releases_occupied` where the same
 * pack lies with other signatures: a release that did not come to its end left them, and only a person can tell which to keep.
 */
export async function storePack(folder: ReleasesFolder, files: PackFiles): Promise<void> {
  const stranger = [...files.keys()].find((path) => !isKnownPath(path));
  if (stranger !== undefined) throw new CodedError<ReleasesErrorCode>('releases_damaged', `${stranger} is no file of a pack`);
  const digest = digestOfPack(files);
  const path = releasedPackFolder(folder, digest);
  const stored =
    (await readReleasedPack(folder, digest)) ?? ((await isWritten(folder, files)) ? files : await readReleasedPack(folder, digest));
  if (stored === null || !isSame(stored, files)) {
    throw new CodedError<ReleasesErrorCode>(
      'releases_occupied',
      `${path} holds this pack with other signatures; remove it if no step of the history names it`,
    );
  }
}

/** False when another command put the pack there in the meantime. */
async function isWritten(folder: ReleasesFolder, files: PackFiles): Promise<boolean> {
  try {
    await writeFolder(releasedPackFolder(folder, digestOfPack(files)), files, incomingPath(folder));
    return true;
  } catch (cause) {
    if (isErrorOf(cause, 'ENOTEMPTY', 'EEXIST')) return false;
    throw cause;
  }
}

function isErrorOf(cause: unknown, ...codes: readonly string[]): boolean {
  return cause instanceof Error && 'code' in cause && codes.some((code) => code === cause.code);
}

function isSame(stored: PackFiles, files: PackFiles): boolean {
  const digestOf = (each: PackFiles): string =>
    digestOfJson([...each.keys()].sort().map((path) => [path, digestOfBytes(each.get(path) ?? new Uint8Array())]));
  return digestOf(stored) === digestOf(files);
}

/** What a history keeps for rollbacks alone: it must be possible to go back also from the last release that it takes. */
const keptForRollbacks = 100;

/**
 * Adds a step. Throws `releases_number_taken` when another was added since the history was read, and `releases_full` where `readReleases` could not read
 * one more.
 */
export async function addStep(folder: ReleasesFolder, { number, bytes }: Step): Promise<void> {
  refuseFull(folder, { number, bytes });
  try {
    await writeFirst(join(countryFolder(folder), historyFileOf(number)), bytes, incomingPath(folder));
  } catch (cause) {
    if (!isErrorOf(cause, 'EEXIST')) throw cause;
    throw new CodedError<ReleasesErrorCode>('releases_number_taken', 'another step came between; run the command again', { cause });
  }
}

function refuseFull(folder: ReleasesFolder, { number, bytes }: Step): void {
  const isRollback = readStatement('rollback', historyFileOf(number), bytes).value !== null;
  const most = isRollback ? mostFiles : mostFiles - keptForRollbacks;
  if (number <= most) return;
  throw new CodedError<ReleasesErrorCode>(
    'releases_full',
    `the history of ${folder.country} has ${number - 1} steps and takes ${most} with a ${isRollback ? 'rollback' : 'release'} as the last; begin another folder of releases`,
  );
}

function incomingPath(folder: ReleasesFolder): string {
  return join(countryFolder(folder), 'incoming', randomUUID());
}
