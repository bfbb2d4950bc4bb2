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
export async function loadCountry(config: Pick<Config, 'packs' | 'mode'>, today: string): Promise<LoadedCountry> {
  const folder = packFolder(config.packs);
  const files = await readPackFolder(folder);
  const { pack, issues } = checkPack(files, { today });
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (pack === null) throw refusal(folder, [...errors.slice(0, mostShown).map(issueLine), ...more(errors.length)]);
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

/** The folder itself when it is a pack, else the one pack in it. */
function packFolder(packs: string): string {
  if (existsSync(join(packs, 'pack.yaml'))) return packs;
  const found = isFolder(packs) ? readdirSync(packs).filter((name) => existsSync(join(packs, name, 'pack.yaml'))) : [];
  const [only] = found;
  if (only !== undefined && found.length === 1) return join(packs, only);
  const reason = found.length === 0 ? 'it holds no pack (a folder with pack.yaml)' : `it holds several packs: ${found.join(', ')}`;
  throw refusal(packs, [`${reason}; point PARLANCE_PACKS at one, for example ./packs/${only ?? 'ee'}`]);
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
