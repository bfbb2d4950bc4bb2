import { checkPack } from '@parlance/pack';
import { readOrganisation } from '@parlance/pack/node';
import { createCountry } from '../country/country.ts';
import { type LoadedCountry } from '../country/country-keeper.ts';
import { findPack, type PackConfig } from './find-pack.ts';
import { issueLine } from './issue-line.ts';
import { packRefusal } from './pack-refusal.ts';

/**
 * Reads and checks the pack that is to answer on a day (`YYYY-MM-DD`). A pack with an error does not load, in any mode; production mode also refuses what was not reviewed
 * and signed, or has expired. Throws `pack_not_loaded` or `organisation_unusable` with every reason, and what `findPack` throws.
 */
export async function loadCountry(config: PackConfig, today: string): Promise<LoadedCountry> {
  const { folder, files, release, warnings } = await findPack(config, today);
  const { pack, issues } = checkPack(files, { today });
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (pack === null) throw packRefusal(folder, [...errors.slice(0, mostShown).map(issueLine), ...more(errors.length)]);
  if (config.country !== null && pack.id !== config.country)
    throw packRefusal(folder, [
      `it is the pack of ${pack.id}, and PARLANCE_COUNTRY is ${config.country}; point PARLANCE_PACKS at the folder above it, or change the country`,
    ]);
  const organisation = config.organisation === null ? {} : readOrganisation(config.organisation, pack);
  return {
    country: createCountry(pack, files, organisation),
    inForce: { pack, release },
    warnings: [...warnings, ...issues.filter(({ severity }) => severity === 'warning').map(issueLine)],
  };
}

const mostShown = 50;

function more(count: number): readonly string[] {
  return count > mostShown ? [`... and ${count - mostShown} more; npx parlance pack check shows all`] : [];
}
