import { compile } from '@parlance/disclosure';
import { describe, expect, test } from 'vitest';
import { minimalPack } from './check/minimal-pack.ts';
import { parsePack } from './format/parse-pack.ts';
import { type Pack, type Scope } from './pack.ts';
import { type RuleContext, rulesOf } from './rules.ts';

function readMinimal(): Pack {
  const { pack } = parsePack(new Map(Object.entries(minimalPack).map(([path, text]) => [path, new TextEncoder().encode(text)])));
  if (pack === null) throw new Error('the minimal pack does not load');
  return pack;
}

const pack = readMinimal();
const everybody: RuleContext = { sector: 'citizen-services', audience: 'all', today: '2026-11-21' };

function ids(context: Partial<RuleContext>, from: Pack = pack): readonly string[] {
  return rulesOf(from, { ...everybody, ...context }).map(({ id }) => id);
}

function withScope(audience: Scope['audience']): Pack {
  const scope = { sectors: ['citizen-services'], audience };
  return {
    ...pack,
    restrictions: pack.restrictions.map((restriction) => ({ ...restriction, scope })),
    additions: pack.additions.map((addition) => ({ ...addition, scope })),
  };
}

const law = 'ee.reks.17.tobacco-promotion';
const notice = 'ee.aia.50.ai-notice';
const privacy = ['isikukood', 'identity-document', 'passport', 'plate']
  .map((name) => `privacy.ee.${name}`)
  .concat(['privacy.iban', 'privacy.card', 'privacy.phone', 'privacy.email']);

describe('the rules of a pack', () => {
  test('are restrictions, then privacy, then additions, and they compile', () => {
    expect(ids({})).toEqual([law, ...privacy, notice]);
    expect(compile(rulesOf(pack, everybody)).issues).toEqual([]);
  });

  test('a restriction is law with its instrument, and nothing else is', () => {
    const rules = rulesOf(pack, everybody);
    expect(rules[0]).toMatchObject({
      kind: 'omit',
      cause: 'law',
      basis: { article: '§ 17' },
      since: '2008-11-01',
      redress: 'https://www.oiguskantsler.ee/',
      version: '0.1.0',
    });
    for (const rule of rules) expect(rule.basis !== undefined).toBe(rule.cause === 'law');
  });

  test('privacy has a reason in the words of the charter and no law', () => {
    const rule = rulesOf(pack, everybody).find(({ id }) => id === 'privacy.ee.isikukood');
    expect(rule).toMatchObject({ kind: 'omit', cause: 'privacy', type: 'personal-identifier', matcher: { identifiers: ['ee.isikukood'] } });
    expect(rule).not.toHaveProperty('basis');
  });

  test.each([
    ['before it takes force', '2008-10-31', false],
    ['on the day it takes force', '2008-11-01', true],
    ['on the day of its review', '2027-11-01', true],
    ['after the day of its review', '2027-11-02', false],
  ])('a restriction %s', (_, today, isActive) => {
    expect(ids({ today }).includes(law)).toBe(isActive);
  });

  test('an addition is left out before it takes force', () => {
    expect(ids({ today: '2026-08-01' })).not.toContain(notice);
    expect(ids({ today: '2026-08-02' })).toContain(notice);
  });

  test('a sector that a rule does not list is not touched by it, and privacy holds everywhere', () => {
    expect(ids({ sector: 'education' })).toEqual(privacy);
  });

  test.each([
    { scope: 'all', audience: 'adult', found: [law, notice] },
    { scope: 'all', audience: 'under-18', found: [law, notice] },
    { scope: 'under-18', audience: 'adult', found: [] },
    { scope: 'under-18', audience: 'under-18', found: [law, notice] },
    { scope: 'under-18', audience: 'all', found: [law, notice] },
    { scope: 'adult', audience: 'adult', found: [law, notice] },
    { scope: 'adult', audience: 'under-18', found: [law] },
    { scope: 'adult', audience: 'all', found: [law, notice] },
  ] as const)('rules for $scope, read by $audience, are $found', ({ scope, audience, found }) => {
    expect(ids({ audience }, withScope(scope)).filter((id) => !privacy.includes(id))).toEqual(found);
  });
});
