import { CodedError } from '@parlance/core';
import { type Config } from '../config/config.ts';
import { type PackSource } from '../country/country-keeper.ts';
import { folderMark } from './folder-mark.ts';
import { loadCountry } from './load-country.ts';
import { packFolder } from './pack-folder.ts';

/** The packs that the settings name. What is in force depends on the files and on the day (`YYYY-MM-DD`). */
export function packSource(config: Pick<Config, 'packs' | 'country' | 'mode'>, today: () => string): PackSource {
  return {
    async mark() {
      try {
        return `${today()} ${await folderMark(packFolder(config))}`;
      } catch (error) {
        return `none ${error instanceof CodedError ? error.message : ''}`;
      }
    },
    load: () => loadCountry(config, today()),
  };
}
