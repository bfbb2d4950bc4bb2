import { identifierIds } from '@parlance/disclosure';
import { describe, expect, test } from 'vitest';
import { samplePack } from './resolve/sample-pack.ts';
import { privacyRules, protectedIdentifiers } from './rules.ts';

const nothing = { identifiers: [], minimise: [], retention: { max_days: 1 } };
const worldwide = ['iban', 'card', 'phone', 'email'];
const estonian = ['ee.isikukood', 'ee.identity-document', 'ee.passport', 'ee.plate'];
const packOf = (id: string) => samplePack({ id, privacy: nothing });

describe('a pack cannot switch the privacy line off', () => {
  test('with an empty list: those of every country and its own are protected', () => {
    expect(protectedIdentifiers(packOf('EE'), [])).toEqual([...estonian, ...worldwide]);
  });

  test.each([[['iban']], [['unknown']], [['']], [['-iban', '!phone']]])('by naming only %j', (named) => {
    expect(protectedIdentifiers(packOf('EE'), named)).toEqual([...estonian, ...worldwide]);
  });

  test('and each protected class has its rule on the way back, with privacy as its cause', () => {
    const rules = privacyRules(packOf('EE'));
    expect(rules.map(({ matcher }) => matcher.identifiers)).toEqual([...estonian, ...worldwide].map((id) => [id]));
    for (const rule of rules) expect(rule).toMatchObject({ kind: 'omit', cause: 'privacy' });
  });
});

describe('identifiers of other countries', () => {
  test.each(['XX', 'XE', 'EEE', 'E'])('are not protected in %s unless its pack names them', (id) => {
    expect(protectedIdentifiers(packOf(id), [])).toEqual(worldwide);
    expect(protectedIdentifiers(packOf(id), ['ee.isikukood'])).toEqual(['ee.isikukood', ...worldwide]);
  });

  test('naming an identifier twice, or all of them, adds none', () => {
    expect(protectedIdentifiers(packOf('EE'), [...identifierIds, ...identifierIds])).toEqual(identifierIds);
  });
});
