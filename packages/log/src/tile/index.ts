export { decodeEntryBundle, encodeEntryBundle, largestEntry } from './entry-bundle.ts';
export { hashesFromTile, hashInTile, tileBytes } from './tile-hashes.ts';
export { entryBundlePath, parseEntryBundlePath, parseTilePath, tilePath } from './tile-path.ts';
export { consistencyProofFromTiles, hashAtFromTiles, inclusionProofFromTiles, type ReadTile, rootFromTiles } from './tile-reader.ts';
export { type EntryBundle, fullWidth, type Tile, tileHeight, tileHolding, tilesOf } from './tile.ts';
