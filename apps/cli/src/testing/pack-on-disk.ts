import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { minimalPack } from '../../../../packages/pack/src/check/minimal-pack.ts';

export interface PackOnDisk {
  readonly folder: string;
  write(file: string, text: string): void;
  /** Changes one file at one place. */
  change(file: string, from: string, to: string): void;
  remove(): void;
}

/** The smallest right pack, in a folder of its own. */
export function packOnDisk(): PackOnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-written-pack-'));
  const written = new Map(Object.entries(minimalPack));
  const write = (file: string, text: string): void => {
    written.set(file, text);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const [file, text] of Object.entries(minimalPack)) write(file, text);
  return {
    folder,
    write,
    change(file, from, to) {
      const before = written.get(file) ?? '';
      if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
      write(file, before.replace(from, to));
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
