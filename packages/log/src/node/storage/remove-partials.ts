import { dirname, join } from 'node:path';
import { entryBundlePath, tileHeight, tilePath } from '../../tile/index.ts';
import { inParallel } from './in-parallel.ts';
import { type LogFiles } from './log-files.ts';
import { type LogStorage } from './log-storage.ts';

const progressFile = '.state/gcState';

/**
 * Removes the partial tiles and bundles whose full ones are published, which tlog-tiles allows: whoever asks for a partial one takes the full one instead.
 * How far that has come is kept as Tessera keeps it: `{"fromSize":512}`.
 */
export async function removePartials(storage: LogStorage, size: bigint): Promise<void> {
  await removePartialsOf(storage, { from: await readProgress(storage), to: size });
  await storage.writeAll([{ path: progressFile, bytes: new TextEncoder().encode(JSON.stringify({ fromSize: Number(size) })) }]);
}

/** The same for the tiles that a tree filled on its way from one size to another. Nobody writes there any more, so no lock is asked for; what a loss of power brings back can go again. */
export async function removePartialsOf(log: LogFiles, { from, to }: { readonly from: bigint; readonly to: bigint }): Promise<void> {
  for (let level = 0; to >> BigInt(tileHeight * (level + 1)) > 0n; level++) {
    const shift = BigInt(tileHeight * (level + 1));
    for (let index = from >> shift; index < to >> shift; index++) {
      await removeWidths(log, dirname(tilePath({ level, index, width: 1 })));
      if (level === 0) await removeWidths(log, dirname(entryBundlePath({ index, width: 1 })));
    }
  }
}

async function removeWidths({ files, folder }: LogFiles, widths: string): Promise<void> {
  const path = join(folder, widths);
  const names = await files.list(path);
  if (names.length === 0) return;
  await inParallel(names, (name) => files.remove(join(path, name)));
  await files.removeFolder(path);
}

/** Whatever cannot be read is begun again: removing twice removes nothing. */
async function readProgress({ files, folder }: LogStorage): Promise<bigint> {
  const bytes = await files.read(join(folder, progressFile));
  const [, digits = '0'] = /^\{"fromSize":(\d{1,15})\}$/.exec(new TextDecoder().decode(bytes ?? new Uint8Array())) ?? [];
  return BigInt(digits);
}
