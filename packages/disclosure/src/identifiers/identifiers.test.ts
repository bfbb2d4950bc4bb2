import { describe, expect, test } from 'vitest';
import { findMatches } from '../find-matches.ts';
import { compiled, privacyRule } from '../testing/sample-rules.ts';
import { type IdentifierId, identifiers } from './index.ts';

const everyIdentifier = compiled([privacyRule]);

function found(id: IdentifierId, text: string): readonly string[] {
  const matches = findMatches(everyIdentifier, text).filter((match) => match.identifier === id);
  return matches.map((match) => text.slice(match.start, match.end));
}

describe('isikukood', () => {
  test.each(['37605030299', '49403136526', '376 0503 0299', '3 760503 0299', '3-760503-0299'])('%s is one', (code) => {
    expect(found('ee.isikukood', `Kood ${code}.`)).toContain(code);
  });

  test.each([
    ['a wrong check digit', '37605030298'],
    ['a month that is none', '37613030299'],
    ['a day that is none', '37602300291'],
    ['century nine', '97605030299'],
    ['century zero', '07605030299'],
    ['ten digits', '3760503029'],
    ['twelve digits', '376050302990'],
    ['all digits alike', '11111111111'],
  ])('with %s it is none', (_what, code) => {
    expect(found('ee.isikukood', `Kood ${code}.`)).toEqual([]);
  });
});

describe('IBAN', () => {
  test.each([
    'EE382200221020145685',
    'EE38 2200 2210 2014 5685',
    'ee382200221020145685',
    'DE89 3704 0044 0532 0130 00',
    'GB82WEST12345698765432',
  ])('%s is one', (number) => {
    expect(found('iban', `Konto ${number}!`)).toContain(number);
  });

  test.each([
    ['wrong check digits', 'EE392200221020145685'],
    ['two digits changed over', 'EE382200221020146585'],
    ['a digit missing', 'EE38220022102014568'],
    ['a country that has none', 'XX382200221020145685'],
    ['the start alone', 'EE38 2200 2210'],
  ])('with %s it is none', (_what, number) => {
    expect(found('iban', `Konto ${number}!`)).toEqual([]);
  });
});

describe('telephone number', () => {
  test.each([
    '+372 5123 4567',
    '+37251234567',
    '(+372) 5123 4567',
    '+372-5123-4567',
    '+372.5123.4567',
    '00372 5123 4567',
    '+44 20 7946 0958',
  ])('%s is one without any word', (number) => {
    expect(found('phone', `See ${number}, jah`)).toContain(number);
  });

  test.each(['Tel 5123 4567', 'telefonil 512 34567', 'mob: 51234567', 'call me 51 23 45 67', 'телефон 612 1360'])(
    '%s holds one',
    (text) => {
      expect(found('phone', text)).not.toEqual([]);
    },
  );

  test.each([
    ['without a context word', 'nr 5123 4567'],
    ['with the word after it', '5123 4567 tel'],
    ['with the word far away', `tel ${'ja nii '.repeat(6)}5123 4567`],
    ['with part of a longer word', 'hotel 5123 4567'],
    ['an emergency number', 'tel 112'],
    ['a help line', 'tel 116 111'],
    ['an amount', 'tel maksab 149,90 eurot'],
    ['a year', 'tel 2026'],
    ['a number that no plan knows', '+999 123 4567'],
  ])('%s it is none', (_what, text) => {
    expect(found('phone', text)).toEqual([]);
  });

  test('forms of one number have one key', () => {
    const keys = ['+372 612 1360', '00372 6121360', '6121360', '٦١٢١٣٦٠'].map((number) => identifiers.phone.key(number));
    expect(new Set(keys).size).toBe(1);
  });
});

describe('e-mail address', () => {
  test.each([
    'mari@example.ee',
    'mari.maasikas+x@mail.example.co.uk',
    "o'neil@example.ee",
    'MARI@EXAMPLE.EE',
    'õun@näide.ee',
    'a@xn--nide-loa.xn--p1ai',
  ])('%s is one', (address) => {
    expect(found('email', `<${address}>`)).toContain(address);
  });

  test.each(['@mari', 'mari@', 'root@localhost', 'a @ b.ee', 'a@b', 'a@b.c', 'a@.ee', 'mari at example.ee', '3@4'])(
    '%s is none',
    (text) => {
      expect(found('email', `so ${text}, jah`)).toEqual([]);
    },
  );
});

test('dates, law references, prices and references are no identifiers', () => {
  const text =
    '21.11.2026, 2026-11-21, § 12 lg 2, RT I, 21.11.2025, 3, 1 234 567,89 €, arve 2026-000123, viide 123456789, ISBN 978-9949-85-123-4, 10.0.0.1';
  expect(findMatches(everyIdentifier, text)).toEqual([]);
});

describe('telephone number of a country', () => {
  test.each([
    ['de.phone', 'Tel.: 030 / 90 18 20 00', '030 / 90 18 20 00'],
    ['fr.phone', 'Tél : 01.42.68.53.00', '01.42.68.53.00'],
    ['br.phone', 'telefone (11) 98765-4321', '(11) 98765-4321'],
    ['in.phone', 'मेरा मोबाइल ९८७६५ ४३२१० है', '९८७६५ ४३२१०'],
  ] as const)('%s: %s holds one', (id, text, value) => {
    const matches = findMatches(compiled([{ ...privacyRule, matcher: { identifiers: [id] } }]), text);
    expect(matches.map(({ start, end }) => text.slice(start, end))).toContain(value);
  });

  test.each([
    ['de.phone', 'Bestellung 030 90182000'],
    ['fr.phone', 'commande 01 42 68 53 00'],
    ['gb.phone', 'call 999'],
    ['de.phone', 'Tel. 115 oder 1999'],
  ] as const)('%s: %s holds none', (id, text) => {
    expect(findMatches(compiled([{ ...privacyRule, matcher: { identifiers: [id] } }]), text)).toEqual([]);
  });
});
