import { join } from 'node:path';
import { type LogFiles } from './log-files.ts';

/** The paths of all files below `tile/`, inside the log, in the order of their names. What is a folder is told by its name. */
export async function* walkTiles(log: LogFiles, path = 'tile'): AsyncIterable<string> {
  for (const name of await log.files.list(join(log.folder, path))) {
    const below = `${path}/${name}`;
    if (isFolder(below)) yield* walkTiles(log, below);
    else yield below;
  }
}

function isFolder(path: string): boolean {
  return /^tile\/[^/]+$|\/x\d{3}$|\.p$/.test(path);
}
