import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError, type Digest } from '@parlance/core';
import { readReleasedPack } from '@parlance/pack/node';
import { type PackSource } from '../country/country-keeper.ts';
import { type PackConfig } from './find-pack.ts';
import { folderMark } from './folder-mark.ts';
import { loadCountry } from './load-country.ts';
import { packFolder } from './pack-folder.ts';

/** The packs that the settings name. What is in force depends on the files, on whose keys count, and on the day (`YYYY-MM-DD`). */
export function packSource(config: PackConfig, today: () => string): PackSource {
  let latest = '';
  // A clock that goes back changes nothing.
  const day = (): string => {
    const now = today();
    if (now > latest) latest = now;
    return latest;
  };
  return {
    mark: async () => [day(), await fileMark(config.trust), await fileMark(config.organisation), ...(await foldersMark(config))].join(' '),
    load: () => loadCountry(config, day()),
    find: async (digest) =>
      config.releases === null || !isDigest(digest)
        ? null
        : findReleased(config.releases, await countriesIn(config, config.releases), digest),
  };
}

/** A released pack never changes: only the history of its country does. */
async function foldersMark({ releases, ...config }: PackConfig): Promise<readonly string[]> {
  try {
    if (releases === null) return [await folderMark(packFolder(config))];
    const countries = await countriesIn(config, releases);
    const marks = await Promise.all(countries.map((country) => folderMark(join(releases, country, 'history'))));
    return [...countries, ...marks];
  } catch (error) {
    return ['none', error instanceof CodedError ? error.message : ''];
  }
}

/** Names of folders, in small letters. */
async function countriesIn({ country }: Pick<PackConfig, 'country'>, releases: string): Promise<readonly string[]> {
  if (country !== null) return [country.toLowerCase()];
  const names = await readdir(releases).catch(() => []);
  return names.filter((name) => /^[a-z]{2}$/.test(name)).sort();
}

async function findReleased(releases: string, countries: readonly string[], digest: Digest) {
  for (const country of countries) {
    const files = await readReleasedPack({ releases, country: country.toUpperCase() }, digest).catch(() => null);
    if (files !== null) return files;
  }
  return null;
}

function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

async function fileMark(path: string | null): Promise<string> {
  if (path === null) return 'none';
  const facts = await stat(path).catch(() => null);
  return facts === null ? 'gone' : `${facts.size} ${facts.mtimeMs} ${facts.ctimeMs} ${facts.ino}`;
}
