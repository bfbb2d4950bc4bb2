import { CodedError, type Digest } from '@parlance/core';
import { headOf, type History, type PackFiles, packOf } from '@parlance/pack';
import { readPackFolder, readReleasedPack, readReleases, type ReleasesFolder } from '@parlance/pack/node';

/** A pack as a command names it: a folder, or `EE@0.1.0`, `EE@sha256:...` or `EE@last` out of the releases. Throws `bad_usage` where there is none. */
export async function readNamedPack(named: string, releases: string | undefined): Promise<PackFiles> {
  const released = releasedName(named, releases);
  if (released === null) return readPackFolder(named);
  const { folder, which } = released;
  const digest = digestOfNamed(await historyOf(folder), which);
  const files = digest === null ? null : await readReleasedPack(folder, digest);
  if (files === null) throw noSuchPack(named);
  return files;
}

export function noSuchPack(named: string): CodedError<'bad_usage'> {
  return new CodedError('bad_usage', `${named}: no such pack was released; give a version, a digest or the word last`);
}

/** What `EE@0.1.0` says; null for a folder. */
export function releasedName(
  named: string,
  releases: string | undefined,
): { readonly folder: ReleasesFolder; readonly which: string } | null {
  const [, country, which] = /^([A-Z]{2})@(.+)$/.exec(named) ?? [];
  if (country === undefined || which === undefined) return null;
  if (releases === undefined) throw new CodedError('bad_usage', `${named} is a released pack: --releases has to say where`);
  return { folder: { releases, country }, which };
}

/** Throws `releases_damaged` with every issue: nothing is added to a history that is not whole. */
export async function historyOf(folder: ReleasesFolder): Promise<History> {
  const { history, issues } = await readReleases(folder);
  if (history !== null) return history;
  const lines = issues.map(({ file, expected, received, mend }) => `  ${file}: expected ${expected}, received ${received}. ${mend}`);
  throw new CodedError('releases_damaged', [`the history of ${folder.country} in ${folder.releases} is damaged:`, ...lines].join('\n'));
}

/** By version, digest or the word `last`. */
export function digestOfNamed(history: History, which: string): Digest | null {
  if (which === 'last') return headOf(history);
  const entry = history.find((each) => (each.kind === 'release' && each.statement.version === which) || packOf(each) === which);
  return entry === undefined ? null : packOf(entry);
}
