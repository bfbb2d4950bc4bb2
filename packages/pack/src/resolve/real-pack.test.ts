import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parsePack } from '../format/parse-pack.ts';
import { type PackFiles } from '../format/pack-files.ts';
import { readPackFolder } from '../node/index.ts';
import { type Pack } from '../pack.ts';
import { explain, explainAll } from './explain.ts';
import { type Explanation } from './explanations.ts';

const folder = fileURLToPath(new URL('../../../../packs/ee', import.meta.url));
let files: PackFiles;
let pack: Pack;

beforeAll(async () => {
  files = await readPackFolder(folder);
  pack = parsePack(files).pack!;
});

function explained(sector: string, key: string): Explanation {
  const explanation = explain(pack, key, { sector });
  if (!('origin' in explanation)) throw new Error(`${key} is not explained`);
  return explanation;
}

function keysOf(sector: string): readonly string[] {
  const all = explainAll(pack, { sector });
  return 'code' in all ? [] : all.map(({ key }) => key);
}

/** The line that an explanation points at. */
function lineAt({ origin: { position } }: Explanation): string {
  const lines = new TextDecoder().decode(files.get(position?.file ?? '')).split('\n');
  return lines[(position?.line ?? 0) - 1] ?? '';
}

describe('the Estonian pack', () => {
  test('every value that the charter does not set has a place in a file', () => {
    for (const sector of pack.sectors.keys()) {
      for (const key of keysOf(sector)) {
        const explanation = explained(sector, key);
        if (explanation.origin.layer !== 'charter') expect(lineAt(explanation), key).not.toBe('');
      }
    }
  });

  test('every restriction and addition is placed at the line that holds its id', () => {
    const rules = keysOf('education').filter((key) => /^(restrictions|additions)\./.test(key));
    expect(rules.length).toBe(pack.restrictions.length + pack.additions.length);
    for (const key of rules) expect(lineAt(explained('education', key))).toBe(`id: ${key.replace(/^[a-z]+\./, '')}`);
  });

  test('a knob is placed at the line that holds its value, and so is the one it overrides', () => {
    const level = explained('education', 'locale.et.reading_level');
    expect(lineAt(level)).toContain(level.value);
    const [country] = level.overridden;
    expect(lineAt({ ...level, ...country! })).toContain(country!.value);
    expect(level.value).not.toBe(country!.value);
  });

  test('an emergency number is placed at its line or the one that begins its entry', () => {
    expect(explained('education', 'safety.emergency.number').origin.position?.file).toBe('safety.yaml');
  });
});
