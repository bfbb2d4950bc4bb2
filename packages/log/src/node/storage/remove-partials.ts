import { dirname, join } from 'node:path';
import { entryBundlePath, tileHeight, tilePath } from '../../tile/index.ts';
import { type LogStorage } from './log-storage.ts';

const progressFile = '.state/gcState';

/**
 * Removes the partial tiles and bundles whose full ones are published, which tlog-tiles allows: whoever asks for a partial one takes the full one instead.
 * How far that has come is kept as Tessera keeps it: `{"fromSize":512}`.
 */
export async function removePartials(storage: LogStorage, size: bigint): Promise<void> {
  const from = await readProgress(storage);
  for (let level = 0; size >> BigInt(tileHeight * (level + 1)) > 0n; level++) {
    const shift = BigInt(tileHeight * (level + 1));
    for (let index = from >> shift; index < size >> shift; index++) {
      await removeWidths(storage, dirname(tilePath({ level, index, width: 1 })));
      if (level === 0) await removeWidths(storage, dirname(entryBundlePath({ index, width: 1 })));
    }
  }
  await storage.writeAll([{ path: progressFile, bytes: new TextEncoder().encode(JSON.stringify({ fromSize: Number(size) })) }]);
}

async function removeWidths(storage: LogStorage, folder: string): Promise<void> {
  const names = await storage.files.list(join(storage.folder, folder));
  if (names.length === 0) return;
  await storage.remove(names.map((name) => `${folder}/${name}`));
  await storage.files.removeFolder(join(storage.folder, folder));
}

/** Whatever cannot be read is begun again: removing twice removes nothing. */
async function readProgress({ files, folder }: LogStorage): Promise<bigint> {
  const bytes = await files.read(join(folder, progressFile));
  const [, digits = '0'] = /^\{"fromSize":(\d{1,15})\}$/.exec(new TextDecoder().decode(bytes ?? new Uint8Array())) ?? [];
  return BigInt(digits);
}
