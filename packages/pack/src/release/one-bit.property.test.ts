import { expect, test } from 'vitest';
import fc from 'fast-check';
import { parseTrust } from './parse-trust.ts';
import { releaseThreats } from './testing/release-threats.ts';
import { verifyRelease } from './verify-release.ts';
import { propertyRuns } from '../../../../tests/property-runs.ts';

const make = releaseThreats['first-release-by-four-people']?.[1];
if (make === undefined) throw new Error('no such case');
const { pack, today, trust: text } = await make();
const { trust } = parseTrust(text);
const bits = [...pack].flatMap(([path, bytes]) => Array.from({ length: bytes.length * 8 }, (_, bit) => ({ path, bit })));

test('a released pack with any single bit flipped, in any file or envelope, is refused', async () => {
  if (trust === null) throw new Error('no trust');
  const verify = async (files: typeof pack) => (await verifyRelease({ files, trust, today, before: null })).release;
  expect(await verify(pack)).not.toBeNull();
  expect(new Set(bits.map(({ path }) => path))).toEqual(new Set(pack.keys()));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...bits), async ({ path, bit }) => {
      const bytes = Uint8Array.from(pack.get(path) ?? []);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await verify(new Map([...pack, [path, bytes]]))).toBeNull();
    }),
    { numRuns: propertyRuns(3000) },
  );
});
