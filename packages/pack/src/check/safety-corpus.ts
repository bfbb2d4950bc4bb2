import { safetyCorpus } from '@parlance/charter';
import { findMatches, type Localized, type Screen } from '@parlance/disclosure';
import { baseOf } from '../language/base-language.ts';
import { type IssueFacts, type PackIssue } from '../format/pack-issue.ts';
import { type Restriction } from '../pack.ts';
import { type CheckContext, issueIn } from './check-context.ts';
import { ordinarySpeech } from './ordinary-speech/ordinary-speech.ts';

interface SafetyText {
  readonly text: string;
  readonly what: string;
  readonly harm: Harm;
}

/** What it means that a restriction matches a text. */
type Harm = Pick<IssueFacts, 'rule' | 'code' | 'mend' | 'severity'>;

const touchesSafety: Harm = {
  rule: 'S6',
  code: 'touches-safety',
  mend: 'Narrow the matcher until it leaves safety information alone.',
};
/** A warning: each omission is disclosed, and an author may want to hear of it and nothing more. */
const touchesOwnText: Harm = {
  rule: 'S6',
  code: 'touches-own-text',
  severity: 'warning',
  mend: 'Narrow the matcher until it leaves alone what the pack itself tells people.',
};
const touchesSpeech: Harm = {
  rule: 'S5',
  code: 'touches-ordinary-speech',
  mend: 'Narrow the matcher until it leaves alone what anybody may write of those who govern, of voting, of complaints and of groups of people.',
};

/** No restriction touches what people need in danger or to use their rights (S6), nor what anybody may write (S5). One hit refuses the pack. */
export function safetyHits(context: CheckContext, screen: Screen): readonly PackIssue[] {
  const { pack, draft } = context;
  const touched = new Map<string, Touched>();
  const restrictions = new Map(pack.restrictions.map((restriction) => [restriction.id, restriction]));
  for (const { text, what, harm } of [...corpusTexts(), ...speechTexts(), ...resourceTexts(context), ...ownTexts(context)]) {
    for (const { rule } of findMatches(screen, text)) {
      const restriction = restrictions.get(rule);
      if (restriction === undefined) continue;
      const key = `${rule} ${harm.code}`;
      const known = touched.get(key) ?? { restriction, harm, whats: new Set<string>() };
      touched.set(key, known);
      known.whats.add(what);
    }
  }
  const issues = [...touched.values()].map(({ restriction, harm, whats }) => {
    const facts = { ...harm, path: 'match', expected: `no match in ${listed([...whats])}`, received: 'a match' };
    return issueIn(draft, draft.fileOf.get(restriction) ?? '', facts);
  });
  return [...issues, ...withoutCorpus(context), ...maskedNumbers(context, screen)];
}

/** What one restriction matches that it must not, of one kind. */
interface Touched {
  readonly restriction: Restriction;
  readonly harm: Harm;
  readonly whats: Set<string>;
}

const mostListed = 5;

function listed(whats: readonly string[]): string {
  const more = whats.length - mostListed;
  return `${whats.slice(0, mostListed).join(', ')}${more > 0 ? ` and in ${more} more` : ''}`;
}

/** In a language of which the charter has no safety information, nothing shows that a matcher leaves it alone. */
function withoutCorpus({ draft, pack }: CheckContext): readonly PackIssue[] {
  return pack.languages.flatMap((language, index): readonly PackIssue[] => {
    if (Object.hasOwn(safetyCorpus, baseOf(language))) return [];
    const facts = {
      code: 'no-safety-corpus',
      expected: `one of: ${Object.keys(safetyCorpus).join(', ')}`,
      received: language,
      mend: 'Nothing was tried in this language: let somebody who speaks it read every matcher, or add safety information in it to the charter.',
    };
    return [issueIn(draft, 'pack.yaml', { rule: 'S6', path: `languages.${index}`, severity: 'warning', ...facts })];
  });
}

function corpusTexts(): readonly SafetyText[] {
  return Object.entries(safetyCorpus).flatMap(([language, texts]) =>
    texts.map(({ topic, text }) => ({ text, what: `safety information (${topic}, ${language})`, harm: touchesSafety })),
  );
}

function speechTexts(): readonly SafetyText[] {
  return Object.entries(ordinarySpeech).flatMap(([language, texts]) =>
    texts.map((text) => ({ text, what: `ordinary speech (${language})`, harm: touchesSpeech })),
  );
}

function resourceTexts({ pack }: CheckContext): readonly SafetyText[] {
  const resources = pack.safety.flatMap(({ id, number, name, what, hours }) =>
    [number, ...localizedTexts(name, what, hours ?? {})].map((text) => ({ text, what: `safety information (resource ${id})` })),
  );
  const contacts = [...pack.contacts.values()].flatMap(({ id, name, phone, email, url }) =>
    [...Object.values(name), phone, email, url]
      .filter((text) => text !== null)
      .map((text) => ({ text, what: `safety information (contact ${id})` })),
  );
  return [...resources, ...contacts].map((text) => ({ ...text, harm: touchesSafety }));
}

/** What the pack itself tells people in cards and passages. */
function ownTexts({ pack }: CheckContext): readonly SafetyText[] {
  const cards = pack.services.flatMap(({ id, title, questions, facts }) =>
    [...localizedTexts(title, ...facts.map(({ text }) => text)), ...Object.values(questions).flat()].map((text) => ({
      text,
      what: `the card ${id}`,
    })),
  );
  const passages = pack.knowledge.map(({ id, title, text }) => ({ text: `${title}\n${text}`, what: `the passage ${id}` }));
  return [...cards, ...passages].map((text) => ({ ...text, harm: touchesOwnText }));
}

function localizedTexts(...localized: readonly Localized[]): readonly string[] {
  return localized.flatMap((texts) => Object.values(texts));
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
