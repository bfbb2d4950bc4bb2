import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { checkPack, type PackIssue } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { type Config } from '../config/config.ts';
import { type Country, createCountry } from '../country/country.ts';

export interface LoadedCountry {
  readonly country: Country;
  readonly warnings: readonly string[];
}

/**
 * Reads and checks the pack. A pack with an error does not load, in any mode; production mode also refuses what nobody has reviewed and signed.
 * Throws `pack_not_loaded` with every reason.
 */
export async function loadCountry(config: Pick<Config, 'packs' | 'country' | 'mode'>, today: string): Promise<LoadedCountry> {
  const folder = packFolder(config);
  const files = await readPackFolder(folder);
  const { pack, issues } = checkPack(files, { today });
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (pack === null) throw refusal(folder, [...errors.slice(0, mostShown).map(issueLine), ...more(errors.length)]);
  if (config.country !== null && pack.id !== config.country)
    throw refusal(folder, [
      `it is the pack of ${pack.id}, and PARLANCE_COUNTRY is ${config.country}; point PARLANCE_PACKS at the folder above it, or change the country`,
    ]);
  if (config.mode === 'production')
    throw refusal(folder, [
      'production mode takes only packs that were reviewed by two people and signed, and this version cannot verify a signature yet; use PARLANCE_MODE=development',
    ]);
  return { country: createCountry(pack, files), warnings: issues.filter(({ severity }) => severity === 'warning').map(issueLine) };
}

const mostShown = 50;

function more(count: number): readonly string[] {
  return count > mostShown ? [`... and ${count - mostShown} more; npx parlance pack check shows all`] : [];
}

/** Of several packs in a folder this one answers when no country is named, so that a fresh clone starts. */
const example = 'ee';

/** The folder itself when it is a pack, else the pack of the country in it. */
function packFolder({ packs, country }: Pick<Config, 'packs' | 'country'>): string {
  if (isPack(packs)) return packs;
  const found = isFolder(packs) ? readdirSync(packs).filter((name) => isPack(join(packs, name))) : [];
  if (found.length === 0) throw refusal(packs, ['it holds no pack (a folder with pack.yaml); point PARLANCE_PACKS at a folder that does']);
  const wanted = country?.toLowerCase() ?? (found.length === 1 ? found[0] : example);
  if (wanted !== undefined && found.includes(wanted)) return join(packs, wanted);
  throw refusal(packs, [`it holds ${found.join(', ')}; name the country of one of them in PARLANCE_COUNTRY`]);
}

function isPack(folder: string): boolean {
  return existsSync(join(folder, 'pack.yaml'));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function issueLine(issue: PackIssue): string {
  return `${issue.file}:${issue.line}:${issue.column} ${issue.rule} ${issue.path}: expected ${issue.expected}, received ${issue.received}. ${issue.mend}`;
}

function refusal(folder: string, reasons: readonly string[]): CodedError<'pack_not_loaded'> {
  return new CodedError('pack_not_loaded', `the pack ${folder} does not load:\n${reasons.map((reason) => `  ${reason}`).join('\n')}`);
}
