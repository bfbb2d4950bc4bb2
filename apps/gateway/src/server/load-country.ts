import { checkPack, type PackFiles, type PackIssue } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { type Config } from '../config/config.ts';
import { createCountry } from '../country/country.ts';
import { type LoadedCountry } from '../country/country-keeper.ts';
import { packFolder } from './pack-folder.ts';
import { packRefusal } from './pack-refusal.ts';

/**
 * Reads and checks the pack. A pack with an error does not load, in any mode; production mode also refuses what nobody has reviewed and signed.
 * Throws `pack_not_loaded` with every reason, and what `readPackFolder` throws.
 */
export async function loadCountry(config: Pick<Config, 'packs' | 'country' | 'mode'>, today: string): Promise<LoadedCountry> {
  const folder = packFolder(config);
  return countryOf(await readPackFolder(folder), { folder, config, today });
}

interface Place {
  /** For messages. */
  readonly folder: string;
  readonly config: Pick<Config, 'country' | 'mode'>;
  readonly today: string;
}

function countryOf(files: PackFiles, { folder, config, today }: Place): LoadedCountry {
  const { pack, issues } = checkPack(files, { today });
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (pack === null) throw packRefusal(folder, [...errors.slice(0, mostShown).map(issueLine), ...more(errors.length)]);
  if (config.country !== null && pack.id !== config.country)
    throw packRefusal(folder, [
      `it is the pack of ${pack.id}, and PARLANCE_COUNTRY is ${config.country}; point PARLANCE_PACKS at the folder above it, or change the country`,
    ]);
  if (config.mode === 'production')
    throw packRefusal(folder, [
      'production mode takes only packs that were reviewed by two people and signed, and this version cannot verify a signature yet; use PARLANCE_MODE=development',
    ]);
  return {
    country: createCountry(pack, files),
    inForce: { pack, release: null },
    warnings: issues.filter(({ severity }) => severity === 'warning').map(issueLine),
  };
}

const mostShown = 50;

function more(count: number): readonly string[] {
  return count > mostShown ? [`... and ${count - mostShown} more; npx parlance pack check shows all`] : [];
}

function issueLine(issue: PackIssue): string {
  return `${issue.file}:${issue.line}:${issue.column} ${issue.rule} ${issue.path}: expected ${issue.expected}, received ${issue.received}. ${issue.mend}`;
}
