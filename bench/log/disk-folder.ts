import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `TMPFS_MAGIC` and `RAMFS_MAGIC` of Linux. */
const inMemory: readonly number[] = [0x01021994, 0x858458f6];

export interface DiskFolder {
  readonly path: string;
  remove(): void;
}

/** An empty folder on a real disk: in memory, syncing costs nothing, and nothing would be said. */
export function diskFolder(parent = tmpdir()): DiskFolder {
  if (inMemory.includes(statfsSync(parent).type)) throw new Error(`${parent} is in memory; name a folder on a disk with --folder`);
  const path = mkdtempSync(join(parent, 'parlance-bench-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true });
    },
  };
}
