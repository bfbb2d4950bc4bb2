import { describe, expect, test } from 'vitest';
import { parseTrust } from './parse-trust.ts';
import { testSigner } from './testing/signers.ts';

const { vkey, keyId } = await testSigner('lea.language');
const other = await testSigner('lars.legal');
const entry = (more: string, key = vkey) => `keys:\n  - {key: ${key}, ${more}}\n`;

/** Two keys of one name with one id, which has four bytes: found by trying a hundred thousand. */
const twin = 'lea.language+8dedc451+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAFne';
const otherTwin = 'lea.language+8dedc451+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAZB6';

describe('trust.yaml', () => {
  test('tells keys, persons, roles, countries and days, and may hold comments', () => {
    const { trust, issues } = parseTrust(
      `# of the ministry\n${entry('person: lea, roles: [language], packs: [EE], from: 2026-01-01, retired: 2026-12-31')}`,
    );
    expect(issues).toEqual([]);
    expect(trust?.keys.get(keyId)).toMatchObject({
      person: 'lea',
      roles: ['language'],
      packs: ['EE'],
      from: '2026-01-01',
      end: { kind: 'retired', day: '2026-12-31' },
    });
  });

  test.each([
    ['nothing', '', ''],
    ['no keys', 'keys: []\n', 'keys'],
    ['an unknown field', entry('person: lea, roles: [language], admin: yes'), 'keys.0.admin'],
    ['an unknown role', entry('person: lea, roles: [king]'), 'keys.0.roles.0'],
    ['no role', entry('person: lea, roles: []'), 'keys.0.roles'],
    ['no person', entry('roles: [legal]'), 'keys.0.person'],
    ['a country that is none', entry('person: lea, roles: [legal], packs: [ee]'), 'keys.0.packs.0'],
    ['a day that does not exist', entry('person: lea, roles: [legal], retired: 2026-02-30'), 'keys.0.retired'],
    ['two ends', entry('person: lea, roles: [legal], retired: 2026-02-03, revoked: 2026-02-03'), 'keys.0.retired'],
    ['a key whose id is another', entry('person: lea, roles: [legal]', vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+')), 'keys.0.key'],
    ['a key of a witness', entry('person: lea, roles: [legal]', 'w+a4b0c2d1+BAAA'), 'keys.0.key'],
    ['a key twice', `${entry('person: lea, roles: [legal]')}  - {key: ${vkey}, person: lars, roles: [safety]}\n`, 'keys.1.key'],
    [
      'two keys of one id',
      `${entry('person: lea, roles: [legal]', twin)}  - {key: ${otherTwin}, person: lars, roles: [safety]}\n`,
      'keys.1.key',
    ],
    ['an alias', `keys:\n  - &a {key: ${vkey}, person: lea, roles: [legal]}\n  - *a\n`, ''],
  ])('with %s is refused whole, and names the field and how to mend it', (_name, text, path) => {
    const { trust, issues } = parseTrust(text);
    expect(trust).toBeNull();
    expect(issues.map((issue) => issue.path)).toContain(path);
    for (const issue of issues) expect([issue.mend, issue.expected, issue.file]).not.toContain('');
  });

  test('takes two keys of one person', () => {
    const { trust } = parseTrust(`${entry('person: lea, roles: [legal]')}  - {key: ${other.vkey}, person: lea, roles: [safety]}\n`);
    expect(trust?.keys.size).toBe(2);
  });
});
