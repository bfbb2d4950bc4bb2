import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PackFiles, type PackIssue, releaseFile, type Trust, verifyRelease } from '@parlance/pack';
import { readInForce, readPackFolder, readTrust } from '@parlance/pack/node';
import { type Config } from '../config/config.ts';
import { type InForce } from '../record/rule-leaves.ts';
import { issueLine } from './issue-line.ts';
import { packFolder } from './pack-folder.ts';
import { packRefusal } from './pack-refusal.ts';

export type PackConfig = Pick<Config, 'packs' | 'releases' | 'trust' | 'country' | 'mode' | 'organisation'>;

/** Files that may be a pack, and who signed for them. */
export interface FoundPack {
  /** Where it lies, for messages. */
  readonly folder: string;
  readonly files: PackFiles;
  readonly release: InForce['release'];
  readonly warnings: readonly string[];
}

/**
 * The pack that is to answer on a day (`YYYY-MM-DD`): the release in force, or what lies in the folder of packs. In production mode it is signed, reviewed and not expired.
 * Throws `pack_not_loaded` with every reason, `trust_unusable`, and what `readPackFolder` and `readInForce` throw.
 */
export async function findPack(config: PackConfig, today: string): Promise<FoundPack> {
  const trust = config.trust === null ? null : readTrust(config.trust);
  if (config.releases === null) return inFolder(config, trust, today);
  if (trust !== null) return inReleases(config.releases, { config, trust, today });
  throw packRefusal(config.releases, ['nobody knows whose signatures count; name the file with their keys in PARLANCE_TRUST']);
}

interface Asking {
  readonly config: PackConfig;
  readonly trust: Trust;
  readonly today: string;
}

async function inReleases(releases: string, { config, trust, today }: Asking): Promise<FoundPack> {
  const country = countryIn(releases, config.country);
  const { inForce, issues } = await readInForce({ releases, country }, { trust, today });
  if (inForce === null)
    throw packRefusal(
      join(releases, country.toLowerCase()),
      issues.length === 0 ? [`nothing of it is in force on ${today}; release a pack with: parlance pack release`] : issues.map(issueLine),
    );
  const { release, putInForceBy, files } = inForce;
  const signedBy = [...new Set([putInForceBy, ...release.signedBy])];
  return {
    folder: join(releases, country.toLowerCase()),
    files,
    release: { change: release.change, signedBy },
    warnings: issues.map(issueLine),
  };
}

/** The country that is named, or the only one that has releases. */
function countryIn(releases: string, named: string | null): string {
  const found = existsSync(releases) ? readdirSync(releases).filter((name) => /^[a-z]{2}$/.test(name)) : [];
  const [only, ...others] = found;
  if (named !== null) return named;
  if (only !== undefined && others.length === 0) return only.toUpperCase();
  const there = found.length === 0 ? 'it holds no releases' : `it holds those of ${found.join(', ')}`;
  throw packRefusal(releases, [`${there}; name the country in PARLANCE_COUNTRY`]);
}

async function inFolder(config: PackConfig, trust: Trust | null, today: string): Promise<FoundPack> {
  const folder = packFolder(config);
  const files = await readPackFolder(folder);
  const found = { folder, files, release: null };
  if (trust === null) {
    if (config.mode === 'production') throw packRefusal(folder, [needsTrust]);
    return { ...found, warnings: [] };
  }
  if (config.mode === 'development' && !files.has(releaseFile)) return { ...found, warnings: [unsigned] };
  const { release, issues } = await verifyRelease({ files, trust, today, before: null });
  if (release !== null)
    return { ...found, release: { change: release.change, signedBy: release.signedBy }, warnings: issues.map(issueLine) };
  if (config.mode === 'production') throw packRefusal(folder, errorLines(issues));
  return { ...found, warnings: [unsigned, ...issues.map(issueLine)] };
}

const unsigned = 'nobody who counts has signed for this pack; production mode would refuse it';
const needsTrust =
  'production mode takes only packs that were reviewed and signed; name the file with the keys that count in PARLANCE_TRUST (docs/release-a-pack.md), or use PARLANCE_MODE=development';

function errorLines(issues: readonly PackIssue[]): readonly string[] {
  return issues.filter(({ severity }) => severity === 'error').map(issueLine);
}
