import { type PackFiles } from '@parlance/pack';
import { minimalPack } from '../../../../../packages/pack/src/check/minimal-pack.ts';

type Edit = readonly [path: string, from: string, to: string];

/** The smallest right pack with edits by exact text. Throws when an edit changes nothing. */
export function packWith(edits: readonly Edit[] = []): PackFiles {
  const texts: Record<string, string> = { ...minimalPack, ...moreCards };
  for (const [path, from, to] of edits) {
    const text = texts[path] ?? '';
    if (!text.includes(from)) throw new Error(`${path} has no: ${from}`);
    texts[path] = text.replace(from, to);
  }
  return new Map(Object.entries(texts).map(([path, text]) => [path, new TextEncoder().encode(text)]));
}

/** The search knows a subject by what other subjects do not say, so one card alone is never found. */
const moreCards: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['pension', 'When is my pension paid?', 'A pension is paid on the fifth day of the month.'],
    ['tax-return', 'How do I declare my income?', 'Income is declared by the end of April.'],
    ['school-place', 'Where do I find a school for my child?', 'The municipality names a school.'],
  ].map(([id = '', question = '', fact = '']) => [
    `services/${id}.yaml`,
    (minimalPack['services/passport.yaml'] ?? '')
      .replace('id: passport', `id: ${id}`)
      .replace('How do I get a passport?', question)
      .replace('A passport costs 60 euros.', fact)
      .replace('en: Passport', `en: ${id}`),
  ]),
);

/** Another fee, a restriction that hits the card's own words, an addition under the card, and a case more. */
export const nextVersion: readonly Edit[] = [
  ['pack.yaml', 'version: 0.1.0', 'version: 0.2.0'],
  ['services/passport.yaml', 'A passport costs 60 euros.', 'A passport costs 72 euros. Order cheap passports here.'],
  ['restrictions/tobacco-promotion.yaml', '    - order cheap cigarettes', '    - order cheap cigarettes\n    - order cheap passports'],
  ['additions/ai-notice.yaml', 'purpose: ai-notice', 'purpose: legal-notice'],
  [
    'evals/cases.yaml',
    '  expect: {card: passport}\n',
    '  expect: {card: passport}\n- id: en-unknown\n  language: en\n  ask: Which telescope is best?\n  expect: {unknown: true}\n',
  ],
];
