import { CodedError, type Digest } from '@parlance/core';
import { headOf, type History, historyBefore, identityOf, type PackFiles, packOf, releaseOf } from '@parlance/pack';
import { readPackFolder, readReleasedPack, readReleases, type ReleasesFolder } from '@parlance/pack/node';

/** A pack as a command names it: a folder, or `EE@0.1.0`, `EE@sha256:...` or `EE@last` out of the releases. Throws `bad_usage` where there is none. */
export async function readNamedPack(named: string, releases: string | undefined): Promise<PackFiles> {
  const [, country, which] = /^([A-Z]{2})@(.+)$/.exec(named) ?? [];
  if (country === undefined || which === undefined) return readPackFolder(named);
  if (releases === undefined) throw new CodedError('bad_usage', `${named} is a released pack: --releases has to say where`);
  const folder = { releases, country };
  const digest = digestOfNamed(await historyOf(folder), which);
  const files = digest === null ? null : await readReleasedPack(folder, digest);
  if (files === null) throw new CodedError('bad_usage', `${named}: no such pack was released; give a version, a digest or the word last`);
  return files;
}

/** The pack that another follows: as it is named, or out of the releases: the one before it, or the last when it is new; null when it is the first. */
export async function readPredecessor(
  files: PackFiles,
  { before, releases }: { readonly before?: string; readonly releases?: string },
): Promise<PackFiles | null> {
  if (before !== undefined) return readNamedPack(before, releases);
  const identity = identityOf(files);
  if (releases === undefined || identity === null) return null;
  const folder = { releases, country: identity.id };
  const history = await historyOf(folder);
  const own = releaseOf(history, identity.digest);
  const head = headOf(own === null ? history : historyBefore(history, own));
  return head === null ? null : readReleasedPack(folder, head);
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
