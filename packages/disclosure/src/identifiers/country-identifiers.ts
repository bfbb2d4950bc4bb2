import { type InformationType } from '@parlance/charter';
import { foldedString, isAscii } from '../text/fold.ts';
import { type Check } from './checks.ts';
import { contextWords } from './context-words.ts';
import { type Identifier, type IdentifierClass } from './identifier.ts';
import { scoreOf, verdictOf } from './score.ts';
import { writtenScore } from './written-score.ts';
import { classWords } from './words/class-words.ts';

/** One identifier of a country, as its file states it. */
export interface IdentifierFacts {
  readonly class: IdentifierClass;
  /** Forms with their base scores: 0.5 for what hardly anything else looks like, 0.3 and less for what needs a context word. */
  readonly forms: Readonly<Record<string, number>>;
  /** Passing makes the score 1, failing drops the candidate. */
  readonly checksum?: Check;
  /** One check digit over plain digits, which one ordinary number in ten passes by chance: in a form with a base score under 0.3 it counts only with a context word. */
  readonly oneCheckDigit?: true;
  /** Of numbers without check digit: failing drops the candidate, passing leaves its score. */
  readonly rule?: Check;
  /** Context words of its own, beside those of its class. */
  readonly words?: readonly string[];
  /** The spelling that is compared with published ones; letters and digits without this. */
  readonly key?: (candidate: string) => string;
}

export interface CountryFacts {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BCP 47; English goes with every country. */
  readonly languages: readonly string[];
  /** Whether people also name a number after it. */
  readonly contextFollows?: boolean;
  readonly identifiers: Readonly<Record<string, IdentifierFacts>>;
}

const typeOf: Readonly<Record<IdentifierClass, InformationType>> = {
  national: 'personal-identifier',
  tax: 'personal-identifier',
  health: 'personal-identifier',
  'social-security': 'personal-identifier',
  'identity-card': 'personal-identifier',
  passport: 'personal-identifier',
  'driving-licence': 'personal-identifier',
  plate: 'personal-identifier',
  'bank-account': 'financial-identifier',
  'payment-card': 'financial-identifier',
  phone: 'contact-detail',
  email: 'contact-detail',
};

export function countryIdentifiers(facts: CountryFacts): readonly Identifier[] {
  return Object.entries(facts.identifiers).map(([id, of]) => identifierOf(id, of, facts));
}

function identifierOf(id: string, facts: IdentifierFacts, { country, languages, contextFollows }: CountryFacts): Identifier {
  const spoken = [...languages, 'en'];
  const isChecked = facts.checksum !== undefined && facts.oneCheckDigit === undefined;
  const touchesLetters = isChecked && Object.keys(facts.forms).some(isOfDigits);
  const forms = Object.entries(facts.forms).map(([pattern, score]) => ({ pattern, score, touchesLetters }));
  const written = writtenScore(forms);
  const words = classWords(facts.class, spoken);
  return {
    id,
    type: typeOf[facts.class],
    class: facts.class,
    country,
    forms,
    hasChecksum: facts.checksum !== undefined,
    context: contextWords([...(facts.words ?? []), ...words]),
    languages: spoken,
    contextFollows: contextFollows ?? false,
    verdict: (candidate, base = written(candidate)) => {
      const text = compact(candidate);
      if (base === 0 || facts.rule?.(text) === false) return 'no';
      return verdictOf(scoreOf(base, facts.checksum?.(text) ?? null, facts.oneCheckDigit));
    },
    key: facts.key ?? compact,
  };
}

/** Without letters, other than in the escape for a digit. */
function isOfDigits(pattern: string): boolean {
  return !/\p{L}|\\/u.test(pattern.replaceAll('\\d', ''));
}

/** Capital letters and ASCII digits, whatever the script of the digits, width or padding. */
export function compact(candidate: string): string {
  // Folding ASCII changes nothing but case, space and controls.
  if (isAscii(candidate)) return candidate.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  return foldedString(candidate)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}
