import { encodeUtf8 } from '@parlance/core/bytes';
import { describe, expect, test } from 'vitest';
import { minimalPack } from '../check/minimal-pack.ts';
import { digestOfPack } from '../format/pack-digest.ts';
import { type PackFiles } from '../format/pack-files.ts';
import { changeClass, changesBetween } from './pack-changes.ts';
import { packWith } from './testing/released-pack.ts';

const before = packWith();

function after(file: string, from: string, to: string): PackFiles {
  const text = minimalPack[file] ?? '';
  expect(text.split(from).length, `${from} stands in ${file}`).toBeGreaterThan(1);
  return packWith({ [file]: text.replace(from, to) });
}

const addition = 'additions/ai-notice.yaml';
const restriction = 'restrictions/tobacco-promotion.yaml';

describe('the class of a change', () => {
  const edits: readonly (readonly [change: string, file: string, from: string, to: string])[] = [
    ['safety', 'safety.yaml', 'number: "112"', 'number: "113"'],
    ['safety', 'safety.yaml', 'Call when life is in danger.', 'Call on weekdays.'],
    ['safety', 'pack.yaml', 'phone: "1247"', 'phone: "1248"'],
    ['safety', 'pack.yaml', '    phone: "1247"\n', ''],
    ['safety', 'privacy.yaml', 'max_days: 30', 'max_days: 31'],
    ['safety', 'privacy.yaml', 'minimise: [ee.isikukood, iban]', 'minimise: [ee.isikukood]'],
    ['safety', 'privacy.yaml', 'identifiers: [ee.isikukood, iban, phone, email]', 'identifiers: [ee.isikukood, iban, phone]'],
    ['safety', restriction, 'audience: all', 'audience: adult'],
    ['safety', addition, 'purpose: ai-notice', 'purpose: safety-resource'],
    ['safety', 'sectors/citizen-services.yaml', 'value: under-18', 'value: all'],
    ['safety', 'sectors/citizen-services.yaml', 'value: every-10-turns', 'value: never'],
    ['default', 'sectors/citizen-services.yaml', 'value: socratic', 'value: direct'],
    ['legal', 'privacy.yaml', 'max_days: 30', 'max_days: 29'],
    ['legal', 'privacy.yaml', 'minimise: [ee.isikukood, iban]', 'minimise: [ee.isikukood, iban, phone]'],
    ['legal', restriction, 'order cheap cigarettes', 'buy cheap cigarettes'],
    ['legal', restriction, 'sectors: [citizen-services]', 'sectors: [citizen-services, education]'],
    ['legal', addition, 'You are talking to', 'You talk to'],
    ['legal', 'pack.yaml', 'review: example', 'review: reviewed'],
    ['legal', 'pack.yaml', 'email: info@example.ee', 'email: help@example.ee'],
    ['legal', 'notices/en.yaml', 'left out', 'removed'],
    ['legal', 'notices/en.yaml', 'addition.label', 'other.label'],
    ['legal', 'interface/en.yaml', 'ask: ', 'ask: "Now: " #'],
    ['safety', 'interface/en.yaml', 'emergency-heading: ', 'emergency-heading: "Later" #'],
    ['legal', 'pack.yaml', 'languages:', 'interface_languages: {tr: {review: none}}\nlanguages:'],
    ['safety', 'services/passport.yaml', 'office: state-information', 'office: other'],
    ['legal', 'sectors/citizen-services.yaml', 'services: all', 'services: [passport]'],
    ['default', 'locale/en.yaml', 'value: plain', 'value: easy'],
    ['default', 'services/passport.yaml', 'costs 60 euros', 'costs 65 euros'],
    ['default', 'terminology/en.csv', 'A request to review', 'A demand to review'],
    ['default', 'knowledge/en/challenge.md', '30 days', '31 days'],
    ['default', 'pack.yaml', 'version: 0.1.0', 'version: 0.2.0'],
  ];

  test.each(edits.map((edit) => ({ edit })))('is as told for $edit', ({ edit: [expected, file, from, to] }) => {
    const changes = changesBetween(before, after(file, from, to));
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((change) => change.file === file)).toBe(true);
    expect(changeClass(changes)).toBe(expected);
  });

  test.each([
    ['safety', 'safety.yaml'],
    ['safety', 'privacy.yaml'],
    ['legal', restriction],
    ['legal', addition],
    ['safety', 'sectors/citizen-services.yaml'],
    ['safety', 'services/passport.yaml'],
    ['legal', 'notices/en.yaml'],
    ['safety', 'interface/en.yaml'],
    ['default', 'evals/cases.yaml'],
  ])('is %s when %s comes or goes', (expected, file) => {
    const without = new Map([...before].filter(([path]) => path !== file));
    expect(changeClass(changesBetween(before, without))).toBe(expected);
    expect(changeClass(changesBetween(without, before))).toBe(expected);
  });

  test('is safety when a card gets a telephone number, and names the fact alone', () => {
    const text = minimalPack['services/passport.yaml'] ?? '';
    const phone =
      '  - kind: phone\n    source: ppa\n    number: "612 3000"\n    text: {en: Call., fr: A., es: B., ru: C., ar: D., zh: E.}\n';
    const changes = changesBetween(before, packWith({ 'services/passport.yaml': text.replace('facts:\n', `facts:\n${phone}`) }));
    expect(changes).toMatchObject([{ kind: 'added', field: 'facts.0', class: 'safety' }]);
  });

  test('is the strictest where a file cannot be read as what it is', () => {
    const changes = changesBetween(before, packWith({ 'locale/en.yaml': 'a: [' }));
    expect(changes).toMatchObject([{ file: 'locale/en.yaml', field: '', class: 'safety' }]);
  });
});

describe('changes between two packs', () => {
  test('are none if and only if the digest is the same, whatever was signed', () => {
    const signed = new Map([...before, ['pack.sig', encodeUtf8('x')], ['reviews/a-00000000.json', encodeUtf8('x')]] as const);
    expect(changesBetween(before, signed)).toEqual([]);
    expect(digestOfPack(signed)).toBe(digestOfPack(before));
    for (const path of before.keys()) {
      const files = new Map([...before, [path, Uint8Array.of(...(before.get(path) ?? []), 0x0a)]] as const);
      expect(digestOfPack(files)).not.toBe(digestOfPack(before));
      expect(changesBetween(before, files)).not.toEqual([]);
    }
  });

  test('say what stood there and what stands there now', () => {
    expect(changesBetween(before, after('safety.yaml', 'number: "112"', 'number: "113"'))).toEqual([
      { kind: 'changed', file: 'safety.yaml', field: 'resources.emergency.number', before: '112', after: '113', class: 'safety' },
    ]);
  });

  test('tell other bytes that say the same from other words', () => {
    expect(changesBetween(before, after('privacy.yaml', 'retention: {max_days: 30}', 'retention:\n  max_days: "30"'))).toMatchObject([
      { kind: 'respelt', file: 'privacy.yaml', class: 'default' },
    ]);
  });
});
