import { expect, test } from 'vitest';
import { findMatches } from './find-matches.ts';
import { type PassContext } from './pass-context.ts';
import { finish, startPass, step } from './pass.ts';
import { compile } from './screen.ts';

const { screen } = compile(
  [
    {
      kind: 'omit',
      id: 'x',
      version: '1',
      cause: 'privacy',
      type: 'personal-identifier',
      matcher: { identifiers: ['email', 'phone'] },
      rationale: { en: 'x' },
    },
  ],
  { exempt: ['office@example.org'] },
);

/** Comparing each with each would take longer than a test may. */
const many = 30_000;

test('a text that is full of published and other addresses is read', () => {
  expect(findMatches(screen!, 'office@example.org a@example.net '.repeat(many))).toHaveLength(many);
});

test('a text that is full of numbers and the words that make them count is read', () => {
  expect(findMatches(screen!, '51234567 tel '.repeat(many)).length).toBeGreaterThan(0);
});

test('an answer that is full of things to leave out is screened, in one piece', () => {
  const context: PassContext = {
    choice: 0,
    channel: 'content',
    language: 'en',
    wording: { marker: () => 'left out', notice: () => 'notice', unjudged: () => '', additionLabel: () => 'added' },
    prose: true,
    typed: [],
  };
  const [pass, first] = step(startPass(screen!, context), 'a@example.net\n'.repeat(many));
  expect([...first.disclosures, ...finish(pass).disclosures]).toHaveLength(many);
});
