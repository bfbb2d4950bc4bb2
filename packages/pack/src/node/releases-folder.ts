import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError, type Digest } from '@parlance/core';
import { digestOfPack } from '../format/pack-digest.ts';
import { type PackFiles } from '../format/pack-files.ts';
import { type ReadHistory, readHistory } from '../release/history.ts';
import { type Trust } from '../release/trust.ts';
import { verifyInForce } from '../release/verify-in-force.ts';
import { type VerifiedInForce } from '../release/verify-step.ts';
import { readPackFolder } from './read-pack-folder.ts';

/**
 * ```
 * <releases>/ee/packs/<64 hexadecimal digits>/pack.yaml ...   whole packs with pack.sig and reviews/
 * <releases>/ee/history/000001-release.json                   signed steps
 * <releases>/ee/incoming/                                     what is being written; nobody reads it
 * ```
 */
export interface ReleasesFolder {
  readonly releases: string;
  /** As in packs, `EE`. */
  readonly country: string;
}

export type ReleasesErrorCode = 'releases_damaged' | 'releases_occupied' | 'releases_number_taken' | 'releases_full';

export function countryFolder({ releases, country }: ReleasesFolder): string {
  return join(releases, country.toLowerCase());
}

export function releasedPackFolder(folder: ReleasesFolder, digest: Digest): string {
  return join(countryFolder(folder), 'packs', digest.replace('sha256:', ''));
}

/**
 * The steps of a country's packs; none where nothing was released yet. An issue names a file that is damaged, missing or foreign, and there is no
 * history then. Throws `PackFolderErrorCode` for links and what is no file.
 */
export async function readReleases(folder: ReleasesFolder): Promise<ReadHistory> {
  const path = join(countryFolder(folder), 'history');
  if (!(await isThere(path))) return { history: [], issues: [] };
  const files = await readPackFolder(path);
  return readHistory(new Map([...files].map(([name, bytes]) => [`history/${name}`, bytes])), folder.country);
}

/** All files of a released pack, or null when it is not there. Throws `releases_damaged` when the files are not those of its digest. */
export async function readReleasedPack(folder: ReleasesFolder, digest: Digest): Promise<PackFiles | null> {
  const path = releasedPackFolder(folder, digest);
  if (!(await isThere(path))) return null;
  const files = await readPackFolder(path);
  const found = digestOfPack(files);
  if (found === digest) return files;
  throw new CodedError<ReleasesErrorCode>(
    'releases_damaged',
    `${path} holds other files than were released: their digest is ${found}; put it back from a copy`,
  );
}

/** What is in force on a day according to the folder, verified; a damaged history puts nothing in force. */
export async function readInForce(
  folder: ReleasesFolder,
  { trust, today }: { readonly trust: Trust; readonly today: string },
): Promise<VerifiedInForce> {
  const { history, issues } = await readReleases(folder);
  if (history === null) return { inForce: null, issues };
  return verifyInForce({ history, trust, today, readPack: (digest) => readReleasedPack(folder, digest) });
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
