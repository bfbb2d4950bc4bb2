import { compile, findMatches, identifierIds, type Rule } from '@parlance/disclosure';
import { type Finder } from './figures.ts';

/** What a pack of the country has switched on: its own identifiers and those without a country. */
export function ownFinder(country: string): Finder {
  const own = `${country.toLowerCase()}.`;
  const identifiers = identifierIds.filter((id) => id.startsWith(own) || !id.includes('.'));
  const facts = { version: '1', type: 'personal-identifier', rationale: { en: 'r' } } as const;
  const rule: Rule = { ...facts, kind: 'omit', id: 'privacy', cause: 'privacy', matcher: { identifiers } };
  const { screen, issues } = compile([rule]);
  if (screen === null)
    throw new Error(
      `the identifiers of ${country} do not compile: ${issues.map(({ expected, received }) => `${expected} (${received})`).join('; ')}`,
    );
  return (text) => findMatches(screen, text);
}
