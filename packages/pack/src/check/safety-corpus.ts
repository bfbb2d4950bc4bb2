import { safetyCorpus } from '@parlance/charter';
import { findMatches, type Screen } from '@parlance/disclosure';
import { type PackIssue } from '../format/pack-issue.ts';
import { type CheckContext, issueIn } from './check-context.ts';

interface SafetyText {
  readonly text: string;
  readonly what: string;
}

/** No restriction touches what people need in danger or to use their rights (S6). One hit refuses the pack. */
export function safetyHits(context: CheckContext, screen: Screen): readonly PackIssue[] {
  const { pack, draft } = context;
  const reported = new Set<string>();
  const restrictions = new Map(pack.restrictions.map((restriction) => [restriction.id, restriction]));
  const issues: PackIssue[] = [];
  for (const { text, what } of [...corpusTexts(), ...ownTexts(context)]) {
    for (const { rule } of findMatches(screen, text)) {
      const restriction = restrictions.get(rule);
      if (restriction === undefined || reported.has(`${rule} ${what}`)) continue;
      reported.add(`${rule} ${what}`);
      const facts = {
        code: 'touches-safety',
        expected: `no match in safety information (${what})`,
        received: 'a match',
        mend: 'Narrow the matcher until it leaves safety information alone.',
      };
      issues.push(issueIn(draft, draft.fileOf.get(restriction) ?? '', { rule: 'S6', path: 'match', ...facts }));
    }
  }
  return [...issues, ...maskedNumbers(context, screen)];
}

function corpusTexts(): readonly SafetyText[] {
  return Object.entries(safetyCorpus).flatMap(([language, texts]) =>
    texts.map(({ topic, text }) => ({ text, what: `${topic}, ${language}` })),
  );
}

function ownTexts({ pack }: CheckContext): readonly SafetyText[] {
  const resources = pack.safety.flatMap(({ id, number, name, what, hours }) =>
    [number, ...[name, what, hours ?? {}].flatMap((localized) => Object.values(localized))].map((text) => ({
      text,
      what: `resource ${id}`,
    })),
  );
  const contacts = [...pack.contacts.values()].flatMap(({ id, name, phone, email, url }) =>
    [...Object.values(name), phone, email, url].filter((text) => text !== null).map((text) => ({ text, what: `contact ${id}` })),
  );
  return [...resources, ...contacts];
}

/** The recognisers of personal data leave the pack's own numbers alone. */
function maskedNumbers({ draft, pack }: CheckContext, screen: Screen): readonly PackIssue[] {
  return pack.safety.flatMap(({ number, id }, index): readonly PackIssue[] => {
    const isMasked = findMatches(screen, number).some(({ rule }) => rule.startsWith('privacy.'));
    if (!isMasked) return [];
    const facts = {
      code: 'masked-number',
      expected: 'a number that no recogniser takes for personal data',
      received: `resource ${id}`,
      mend: 'Report the recogniser; published numbers have to be exempt.',
    };
    return [issueIn(draft, 'safety.yaml', { rule: 'S6', path: `resources.${index}.number`, ...facts })];
  });
}
