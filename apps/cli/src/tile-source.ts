import { CodedError } from '@parlance/core';
import { type Tile, tilePath } from '@parlance/log';
import { nodeFiles, readTile } from '@parlance/log/node';

/** Bytes of a full tile. */
const largestTile = 8192;
const fullWidth = 256;
/** Milliseconds that a tile may take. */
const patience = 20_000;

/** Tiles of a log from its folder or its address (tlog-tiles). What they say counts only once a proof made of them verifies. */
export function tileSource(place: string): (tile: Tile) => Promise<Uint8Array> {
  if (!/^https?:\/\//.test(place)) return (tile) => readTile({ files: nodeFiles, folder: place }, tile);
  const base = place.replace(/\/$/, '');
  return async (tile) => {
    // A partial tile may be gone once the full one is there.
    const bytes = (await fetched(`${base}/${tilePath(tile)}`)) ?? (await fetched(`${base}/${tilePath({ ...tile, width: fullWidth })}`));
    if (bytes === null) throw new CodedError('bad_usage', `--log: ${base} has no ${tilePath(tile)}`);
    return bytes.subarray(0, tile.width * 32);
  };
}

async function fetched(address: string): Promise<Uint8Array | null> {
  const reply = await fetch(address, { signal: AbortSignal.timeout(patience), redirect: 'error' }).catch((cause: unknown) => {
    throw new CodedError('bad_usage', `--log: ${address} cannot be reached`, { cause });
  });
  if (!reply.ok) {
    await reply.body?.cancel();
    return null;
  }
  const bytes = new Uint8Array(await reply.arrayBuffer());
  if (bytes.length > largestTile) throw new CodedError('bad_usage', `--log: ${address} is larger than any tile`);
  return bytes;
}
