import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { charterRuleOf, charterRules } from '@parlance/charter';
import { expect, test } from 'vitest';
import { samplePackOf } from '../../../../tests/gateway/sample-country.ts';
import { everyRule } from './rule-leaves.ts';

const pack = samplePackOf();
const packsOwn = new Set([...pack.restrictions, ...pack.additions].map(({ id }) => id));

test('whatever acts and is no rule of the pack is a rule that the charter tells the public of', () => {
  const acting = everyRule(pack).filter(({ id }) => !packsOwn.has(id));
  expect(acting.filter(({ id }) => charterRuleOf(id) === null)).toEqual([]);
});

test('the charter tells of no rule that does not act, and says of each rightly whether it leaves out or adds, and what', () => {
  for (const rule of Object.values(charterRules)) {
    const acting = everyRule(pack).filter(({ id }) => charterRuleOf(id)?.name === rule.name);
    expect(acting.length, rule.id).toBeGreaterThan(0);
    for (const each of acting)
      if (each.kind === 'add') expect(rule).toMatchObject({ kind: 'add', purpose: each.purpose });
      else expect(rule.kind === 'omit' ? rule.types : [], each.id).toContain(each.type);
  }
});

test('no id of such a rule is written anywhere but in the list, so that none can be forgotten there', () => {
  const root = join(import.meta.dirname, '../../../..');
  const sources = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group), { recursive: true, encoding: 'utf8' })
      .filter((path) => /^[^/]+\/src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path))
      .map((path) => join(root, group, path)),
  );
  const isWritten = (path: string): boolean => /\bid: ['"`](charter|privacy)\./.test(readFileSync(path, 'utf8'));
  expect(sources.filter(isWritten).map((path) => path.slice(root.length + 1))).toEqual(['packages/charter/src/charter-rules.ts']);
});
