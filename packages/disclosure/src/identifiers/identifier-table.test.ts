import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePattern } from '../matching/pattern.ts';
import { type Identifier } from './identifier.ts';
import { identifierTable } from './identifier-table.ts';
import { identifierIds, identifiers } from './index.ts';

const all: readonly Identifier[] = identifierIds.map((id) => identifiers[id]);
const countries = [...new Set(all.flatMap(({ country }) => (country === null ? [] : [country])))];

test('docs/identifiers.md holds the table of the code', () => {
  const page = readFileSync(new URL('../../../../docs/identifiers.md', import.meta.url), 'utf8');
  expect(page).toContain(identifierTable());
});

test('there are at least thirty countries, each with an identifier that has a checksum or a rule, a passport or a card, and a plate', () => {
  expect(countries.length).toBeGreaterThanOrEqual(30);
  for (const country of countries) {
    const classes = all.filter((identifier) => identifier.country === country).map((identifier) => identifier.class);
    expect(classes, country).toContain('plate');
    expect(
      classes.some((of) => of === 'passport' || of === 'identity-card'),
      country,
    ).toBe(true);
  }
});

test('an id begins with its country, and only what is alike everywhere has none', () => {
  for (const { id, country } of all) expect(id.startsWith(country === null ? '' : `${country.toLowerCase()}.`)).toBe(true);
  expect(all.filter(({ country }) => country === null).map(({ id }) => id)).toEqual(['iban', 'card', 'phone', 'email']);
});

describe('every form', () => {
  test.each(all.map(({ id, forms }) => ({ id, forms })))('of $id is a bounded pattern with a score of its own', ({ forms }) => {
    for (const { pattern, score } of forms) {
      expect(parsePattern(pattern), pattern).toMatchObject({ ok: true });
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  test('needs a context word, a checksum or a score at the floor', () => {
    for (const { id, forms, hasChecksum, context } of all) {
      const needsWord = forms.some(({ score }) => score < 0.4) && !hasChecksum;
      if (needsWord) expect(context.terms.length + context.patterns.length, id).toBeGreaterThan(0);
    }
  });
});
