import { interfaceMessages } from '@parlance/charter';
import { type JsonValue } from '@parlance/core';
import { changesBetween, type PackChange, type PackFiles } from '@parlance/pack';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimalPack } from '../../../../packages/pack/src/check/minimal-pack.ts';
import { packWith } from '../../../../packages/pack/src/release/testing/released-pack.ts';
import { tellChange } from './tell-change.ts';

const before = packWith();
const nameOf = (message: string): string => `<${message}>`;
const told = (one: PackFiles, other: PackFiles) => changesBetween(one, other).map((change) => tellChange(change, nameOf));

function edited(file: string, from: string, to: string): PackFiles {
  const text = minimalPack[file] ?? '';
  expect(text.split(from).length, `${from} stands in ${file}`).toBeGreaterThan(1);
  return packWith({ [file]: text.replace(from, to) });
}

function without(file: string): PackFiles {
  return new Map([...before].filter(([path]) => path !== file));
}

const restriction = 'restrictions/tobacco-promotion.yaml';
const addition = 'additions/ai-notice.yaml';
const card = 'services/passport.yaml';
const passage = 'knowledge/en/challenge.md';

describe('a change at a field has a sentence of its own', () => {
  const edits: readonly (readonly [sentence: string, file: string, from: string, to: string])[] = [
    ['changes.version', 'pack.yaml', 'version: 0.1.0', 'version: 0.2.0'],
    ['changes.charter', 'pack.yaml', 'charter: 0.3.0', 'charter: 0.4.0'],
    ['changes.contact', 'pack.yaml', 'phone: "1247"', 'phone: "1248"'],
    ['changes.help', 'safety.yaml', 'number: "112"', 'number: "113"'],
    ['changes.law', restriction, 'instrument: Reklaamiseadus', 'instrument: Tubakaseadus'],
    ['changes.law', restriction, 'article: § 17', 'article: § 18'],
    ['changes.law', addition, 'article: Article 50(1)', 'article: Article 50(2)'],
    ['changes.authority', restriction, 'en: Consumer Board', 'en: Another Board'],
    ['changes.since', restriction, 'in_force: 2008-11-01', 'in_force: 2008-11-02'],
    ['changes.since', addition, 'in_force: 2026-08-02', 'in_force: 2026-08-03'],
    ['changes.review-by', restriction, 'review_by: 2027-11-01', 'review_by: 2028-11-01'],
    ['changes.type', restriction, 'type: advertising', 'type: medicines'],
    ['changes.rationale', restriction, 'in order to protect health', 'to protect health'],
    ['changes.scope', restriction, 'audience: all', 'audience: adult'],
    ['changes.scope', addition, 'audience: all', 'audience: adult'],
    ['changes.redress', restriction, 'en: Chancellor of Justice', 'en: Ombudsman'],
    ['changes.matcher', restriction, '- order cheap cigarettes', '- buy cheap cigarettes'],
    ['changes.fixtures', restriction, '- Smoking harms your health.', '- Smoking harms you.'],
    ['changes.purpose', addition, 'purpose: ai-notice', 'purpose: legal-notice'],
    ['changes.text', addition, 'You are talking to', 'You talk to'],
    ['changes.place', addition, 'place: start', 'place: end'],
    ['changes.minimised', 'privacy.yaml', 'minimise: [ee.isikukood, iban]', 'minimise: [ee.isikukood]'],
    ['changes.recognised', 'privacy.yaml', 'identifiers: [ee.isikukood, iban, phone, email]', 'identifiers: [iban]'],
    ['changes.retention', 'privacy.yaml', 'max_days: 30', 'max_days: 31'],
    ['changes.manner', 'locale/en.yaml', 'value: plain', 'value: easy'],
    ['changes.notice', 'notices/en.yaml', 'left out', 'removed'],
    ['changes.interface', 'interface/en.yaml', 'ask: ', 'ask: "Now: " #'],
    ['changes.service', card, 'costs 60 euros', 'costs 65 euros'],
    ['changes.passage', passage, '30 days', '31 days'],
    ['changes.general', 'sectors/citizen-services.yaml', 'value: socratic', 'value: direct'],
    ['changes.general', 'pack.yaml', 'en: Test office', 'en: Another office'],
    ['changes.general-added', 'pack.yaml', 'languages:', 'interface_languages: {tr: {review: none}}\nlanguages:'],
    ['changes.general-removed', 'sectors/citizen-services.yaml', 'curriculum: [reading]\n', ''],
    ['changes.respelt', restriction, 'article: § 17', 'article: "§ 17"'],
    ['changes.file', restriction, 'type: advertising', 'type: [advertising'],
  ];

  test.each(edits.map((edit) => ({ edit })))('$edit', ({ edit: [sentence, file, from, to] }) => {
    const changes = told(before, edited(file, from, to));
    expect(new Set(changes.map((change) => change.sentence))).toEqual(new Set([sentence]));
    expect(changes.every((change) => change.file === file)).toBe(true);
  });
});

describe('a file that comes or goes is told with what it is about', () => {
  test.each([
    ['changes.restriction-removed', restriction, { type: '<type.advertising>', law: 'Reklaamiseadus, § 17' }],
    ['changes.addition-removed', addition, { purpose: '<purpose.ai-notice>', law: 'Regulation (EU) 2024/1689, Article 50(1)' }],
    ['changes.service-removed', card, { name: 'passport' }],
    ['changes.passage-removed', passage, { name: 'challenge' }],
    ['changes.file-removed', 'privacy.yaml', { file: 'privacy.yaml' }],
  ])('%s, and the same the other way round', (sentence, file, slots) => {
    const [gone] = told(before, without(file));
    expect(gone).toMatchObject({ sentence, slots });
    const [came] = told(without(file), before);
    expect(came).toMatchObject({ sentence: sentence.replace('-removed', '-added'), slots });
  });

  test('so is an office, and a number for help', () => {
    const more = edited('pack.yaml', 'contacts:\n', 'contacts:\n  other: {name: {en: Other}, url: https://www.eesti.ee/}\n');
    expect(told(before, more)).toMatchObject([{ sentence: 'changes.contact-added', slots: { name: 'other' } }]);
    expect(told(more, before)).toMatchObject([{ sentence: 'changes.contact-removed', slots: { name: 'other' } }]);
    const help = edited('safety.yaml', 'resources:\n', 'resources:\n  - {id: fire, number: "113"}\n');
    expect(told(before, help)).toMatchObject([
      { sentence: 'changes.help-added', slots: { name: 'fire' }, before: null, after: 'id: fire\nnumber: 113' },
    ]);
    expect(told(help, before)).toMatchObject([{ sentence: 'changes.help-removed', slots: { name: 'fire' } }]);
  });
});

test('what a rule looks for is told as changed, and its words stand in the data and not on the page', () => {
  const [change] = told(before, edited(restriction, '- order cheap cigarettes', '- buy cheap cigarettes'));
  expect(change).toMatchObject({ areWordsShown: false, before: 'order cheap cigarettes', after: 'buy cheap cigarettes' });
});

const anyField = fc.constantFrom(
  '',
  'id',
  'legal_basis.article',
  'match.terms.0',
  'contacts.a.phone',
  'resources',
  'x',
  '__proto__',
  'text.en',
);
const anyFile = fc.oneof(fc.constantFrom(...Object.keys(minimalPack)), fc.string());
const anyValue = fc.oneof(fc.constant(null), fc.jsonValue({ maxDepth: 2 })) as fc.Arbitrary<JsonValue>;

test('every change is told: with a sentence whose slots are all there, and with its place', () => {
  const anyChange: fc.Arbitrary<PackChange> = fc.record({
    kind: fc.constantFrom('added', 'removed', 'changed', 'respelt'),
    file: anyFile,
    field: anyField,
    before: anyValue,
    after: anyValue,
    class: fc.constantFrom('default', 'legal', 'safety'),
  });
  fc.assert(
    fc.property(anyChange, (change) => {
      const { sentence, slots, file, field } = tellChange(change, nameOf);
      const needed: readonly string[] = interfaceMessages[`transparency.${sentence}`];
      expect([file, field]).toEqual([change.file, change.field]);
      expect(needed.filter((slot) => typeof slots[slot] !== 'string')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('nothing is left out between two packs, whatever was edited, taken out or put in', () => {
  const anyEdit = fc.record({ file: fc.constantFrom(...Object.keys(minimalPack)), place: fc.nat(), kind: fc.constantFrom('line', 'file') });
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (edits) => {
      const after = new Map(before);
      for (const { file, place, kind } of edits) {
        const lines = (minimalPack[file] ?? '').split('\n');
        if (kind === 'file') after.delete(file);
        else after.set(file, Buffer.from(lines.filter((_, line) => line !== place % lines.length).join('\n')));
      }
      const changed = [...before.keys()].filter((file) => !Buffer.from(after.get(file) ?? []).equals(before.get(file) ?? Buffer.alloc(0)));
      expect(new Set(told(before, after).map(({ file }) => file))).toEqual(new Set(changed));
      expect(told(before, after)).toHaveLength(changesBetween(before, after).length);
    }),
    { numRuns: 40 },
  );
});
