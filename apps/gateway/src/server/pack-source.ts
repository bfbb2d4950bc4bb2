import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { type PackSource } from '../country/country-keeper.ts';
import { type PackConfig } from './find-pack.ts';
import { folderMark } from './folder-mark.ts';
import { loadCountry } from './load-country.ts';
import { packFolder } from './pack-folder.ts';

/** The packs that the settings name. What is in force depends on the files, on whose keys count, and on the day (`YYYY-MM-DD`). */
export function packSource(config: PackConfig, today: () => string): PackSource {
  return {
    mark: async () => [today(), await fileMark(config.trust), ...(await foldersMark(config))].join(' '),
    load: () => loadCountry(config, today()),
  };
}

/** A released pack never changes: only the history of its country does. */
async function foldersMark({ releases, ...config }: PackConfig): Promise<readonly string[]> {
  try {
    if (releases === null) return [await folderMark(packFolder(config))];
    return [await folderMark(config.country === null ? releases : join(releases, config.country.toLowerCase(), 'history'))];
  } catch (error) {
    return ['none', error instanceof CodedError ? error.message : ''];
  }
}

async function fileMark(path: string | null): Promise<string> {
  if (path === null) return 'none';
  const facts = await stat(path).catch(() => null);
  return facts === null ? 'gone' : `${facts.size} ${facts.mtimeMs} ${facts.ino}`;
}
