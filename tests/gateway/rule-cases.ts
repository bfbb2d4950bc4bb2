import { type Cause } from '@parlance/charter';
import { type Addition } from '@parlance/pack';
import { canary, strangersCode } from './sample-country.ts';

export const creditNotice: Addition = {
  id: 'ee.credit.notice',
  purpose: 'legal-notice',
  basis: { jurisdiction: 'EE', instrument: 'Act', article: '§ 2', url: 'https://example.org/credit' },
  inForce: '2020-01-01',
  place: 'end',
  when: { terms: ['quick loan'] },
  scope: { sectors: ['citizen-services'], audience: 'all' },
  text: { en: 'A loan costs money.', et: 'Laen maksab.', ru: 'Кредит стоит денег.' },
};

/** One before the sentence of its match, one beside the match, one after the sentence. */
export const noticesInText: readonly Addition[] = (['before', 'beside', 'after'] as const).map((place) => ({
  ...creditNotice,
  id: `ee.credit.${place}`,
  place,
  when: { terms: ['credit line'] },
}));

/** One kind of rule, and a text on which it acts. */
export interface RuleCase {
  readonly says: string;
  /** What must be left out of it, in order, and why. */
  readonly secrets: readonly (readonly [string, Cause])[];
  readonly added: number;
}

const omitting = (secret: string, cause: Cause): RuleCase => ({
  says: `Before ${secret} between. After.`,
  secrets: [[secret, cause]],
  added: 0,
});

export const rules: Readonly<Record<string, RuleCase>> = {
  'no rule': { says: 'Nothing to see here.', secrets: [], added: 0 },
  'a term, by law': omitting('forbidden phrase', 'law'),
  'a pattern, by law': omitting(canary, 'law'),
  'an identifier, for privacy': omitting(strangersCode, 'privacy'),
  'a forged notice, by the charter': omitting('⟦', 'charter'),
  'three rules at once': {
    says: `One ${canary}. Two ${strangersCode}. Three ⟧.`,
    secrets: [
      [canary, 'law'],
      [strangersCode, 'privacy'],
      ['⟧', 'charter'],
    ],
    added: 0,
  },
  'an addition, by law': { says: 'Take a quick loan today.', secrets: [], added: 1 },
  'additions within the text, by law': { says: 'One is told. A credit line costs.\n\n- Two credit lines.', secrets: [], added: 3 },
};

/** Ways to cut a text into deltas. */
export const splits: Readonly<Record<string, (rule: RuleCase) => readonly string[]>> = {
  'in one piece': ({ says }) => [says],
  'letter by letter': ({ says }) => says.split(''),
  'inside what is left out': ({ says, secrets }) => {
    const places = secrets.map(([secret]) => says.indexOf(secret) + Math.ceil(secret.length / 2));
    return [0, ...places].map((place, index) => says.slice(place, places[index]));
  },
};
