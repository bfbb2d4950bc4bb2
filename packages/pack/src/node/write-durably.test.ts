import { mkdtemp, type open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const synced = vi.hoisted((): string[] => []);

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<{ readonly open: typeof open }>();
  return {
    ...original,
    open: async (...args: Parameters<typeof open>) => {
      const handle = await original.open(...args);
      const sync = handle.sync.bind(handle);
      handle.sync = () => {
        synced.push(String(args[0]));
        return sync();
      };
      return handle;
    },
  };
});

// Another test file of this worker may have loaded the module with the real file system.
vi.resetModules();
const { replaceFile, writeFirst, writeFolder } = await import('./write-durably.ts');

let home = '';
const names = (): readonly string[] => synced.map((path) => relative(home, path));

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'parlance-durable-'));
  synced.length = 0;
});

afterEach(() => rm(home, { recursive: true }));

test('a folder is on the disk with every folder in it and every new one around it', async () => {
  const files = new Map([['knowledge/en/challenge.md', Uint8Array.of(1)]]);
  await writeFolder(join(home, 'releases/ee/packs/a'), files, join(home, 'releases/ee/incoming/a'));
  const inside = ['.', 'knowledge', 'knowledge/en', 'knowledge/en/challenge.md'].map((path) => join('releases/ee/incoming/a', path));
  expect(names()).toEqual(expect.arrayContaining(['', 'releases', 'releases/ee', 'releases/ee/incoming', 'releases/ee/packs', ...inside]));
  expect(names().at(-1)).toBe('releases/ee/packs');
});

test('a file is on the disk with every new folder around it', async () => {
  await writeFirst(join(home, 'ee/history/000001.json'), Uint8Array.of(1), join(home, 'ee/incoming/a'));
  expect(names()).toEqual(expect.arrayContaining(['', 'ee', 'ee/incoming/a', 'ee/history']));
  synced.length = 0;
  await replaceFile(join(home, 'pack/reviews/b.json'), Uint8Array.of(1), join(home, 'pack/reviews/b.json.new'));
  expect(names()).toEqual(expect.arrayContaining(['', 'pack', 'pack/reviews/b.json.new', 'pack/reviews']));
});
