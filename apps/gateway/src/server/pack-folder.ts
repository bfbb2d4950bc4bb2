import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Config } from '../config/config.ts';
import { packRefusal } from './pack-refusal.ts';

/** Of several packs in a folder this one answers when no country is named, so that a fresh clone starts. */
const example = 'ee';

/** The folder itself when it is a pack, else the pack of the country in it. Throws `pack_not_loaded`. */
export function packFolder({ packs, country }: Pick<Config, 'packs' | 'country'>): string {
  if (isPack(packs)) return packs;
  const found = isFolder(packs) ? readdirSync(packs).filter((name) => isPack(join(packs, name))) : [];
  if (found.length === 0)
    throw packRefusal(packs, ['it holds no pack (a folder with pack.yaml); point PARLANCE_PACKS at a folder that does']);
  const wanted = country?.toLowerCase() ?? (found.length === 1 ? found[0] : example);
  if (wanted !== undefined && found.includes(wanted)) return join(packs, wanted);
  throw packRefusal(packs, [`it holds ${found.join(', ')}; name the country of one of them in PARLANCE_COUNTRY`]);
}

function isPack(folder: string): boolean {
  return existsSync(join(folder, 'pack.yaml'));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
