import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkPack, type PackFiles, type PackIssue, parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { minimalPack } from '../../packages/pack/src/check/minimal-pack.ts';
import { mutations } from './mutated-files.ts';

const shipped = fileURLToPath(new URL('../../packs/', import.meta.url));
const today = '2026-11-22';

interface NamedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

let packs: readonly PackFiles[];
let files: readonly NamedFile[];

beforeAll(async () => {
  const folders = readdirSync(shipped, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const small = new Map(Object.entries(minimalPack).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  packs = [small, ...(await Promise.all(folders.map(({ name }) => readPackFolder(`${shipped}${name}`))))];
  files = packs.flatMap((pack) => [...pack].map(([path, bytes]) => ({ path, bytes })));
});

/** An issue that helps: it says where, what was expected and what to do, and shows nothing that cannot be seen. */
function helps({ file, line, column, expected, mend, received }: PackIssue): boolean {
  return file !== '' && line >= 1 && column >= 1 && expected !== '' && mend !== '' && !/\p{Cc}/u.test(received + mend + expected);
}

function isSound({ pack, issues }: { readonly pack: unknown; readonly issues: readonly PackIssue[] }): boolean {
  return issues.every(helps) && (pack === null) === issues.some(({ severity }) => severity === 'error');
}

describe('broken packs', () => {
  test('100,000 mutated files are read or refused with issues that help, and nothing is thrown', () => {
    const one = fc.tuple(fc.nat(), mutations);
    const unsound: string[] = [];
    fc.assert(
      fc.property(one, ([index, mutate]) => {
        const { path, bytes } = files[index % files.length] ?? expect.fail('there is a file');
        const read = parsePack(new Map([[path, mutate(bytes)]]));
        // Alone it is no whole pack, so something is always refused.
        if (read.pack !== null || !isSound(read)) unsound.push(path);
      }),
      { numRuns: 100_000, seed: 20_261_121 },
    );
    expect(unsound).toEqual([]);
  }, 900_000);

  test('they load while nothing is broken', () => {
    for (const pack of packs) expect(checkPack(pack, { today }).issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('1,000 packs with several mutated files are loaded whole or not at all', () => {
    const change = fc.record({ pack: fc.nat(), changes: fc.array(fc.tuple(fc.nat(), mutations), { minLength: 1, maxLength: 5 }) });
    let loaded = 0;
    fc.assert(
      fc.property(change, ({ pack: number, changes }) => {
        // The small pack most of the time: a big one takes twenty times as long.
        const pack = packs[number % 10 === 0 ? number % packs.length : 0] ?? expect.fail('there is a pack');
        const broken = new Map(pack);
        const paths = [...pack.keys()];
        for (const [index, mutate] of changes) {
          const path = paths[index % paths.length] ?? '';
          broken.set(path, mutate(broken.get(path) ?? new Uint8Array()));
        }
        const checked = checkPack(broken, { today });
        if (checked.pack !== null) loaded++;
        return isSound(checked);
      }),
      { numRuns: 1000, seed: 20_261_121 },
    );
    expect(loaded).toBeLessThan(300);
  }, 900_000);
});
