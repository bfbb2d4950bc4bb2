import { expect, test } from 'vitest';
import { parsePack, type Pack } from '@parlance/pack';
import { minimalPack } from '../../../../packages/pack/src/check/minimal-pack.ts';
import { leavesInForce } from './rule-leaves.ts';

const file = 'restrictions/tobacco-promotion.yaml';
const hour = '2026-11-21T13Z';

/** The minimal pack with the longest names that a pack may give. */
function longestPack(): Pack {
  const name = 'a'.repeat(128 - 'ee.reks.17.'.length);
  const law = (minimalPack[file] ?? '')
    .replace('ee.reks.17.tobacco-promotion', `ee.reks.17.${name}`)
    .replace('https://www.riigiteataja.ee/akt/111062013006', `https://www.riigiteataja.ee/${'a'.repeat(272)}`)
    .replace('Reklaamiseadus', 'õ'.repeat(300))
    .replace('§ 17', '§'.repeat(200))
    .replace('Consumer Board', 'õ'.repeat(200));
  const others = Object.fromEntries(Object.entries(minimalPack).filter(([path]) => path !== file));
  const manifest = (minimalPack['pack.yaml'] ?? '').replace('version: 0.1.0', `version: 0.1.0-${'a'.repeat(26)}`);
  const files = { ...others, 'pack.yaml': manifest, [`restrictions/${name}.yaml`]: law };
  const { pack, issues } = parsePack(new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])));
  expect(issues).toEqual([]);
  return pack ?? expect.fail('the pack does not load');
}

test('whatever a pack may say of a rule, the log has room for it', () => {
  const pack = longestPack();
  const leaves = leavesInForce({ pack, release: null }, hour).map(
    ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>,
  );
  expect(leaves.find(({ id }) => id === pack.restrictions[0]?.id)).toMatchObject({ leaf: 'rule', basis: { instrument: 'õ'.repeat(300) } });
});

test('a rule that the log has no form for is named', () => {
  const pack = longestPack();
  const [restriction] = pack.restrictions;
  if (restriction === undefined) return expect.fail('no restriction');
  const broken = { ...restriction, basis: { ...restriction.basis, url: 'http://example.org/' } };
  expect(() => leavesInForce({ pack: { ...pack, restrictions: [broken] }, release: null }, hour)).toThrow(`rule ${restriction.id}: `);
});
