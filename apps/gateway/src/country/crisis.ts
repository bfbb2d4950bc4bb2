import { charterRules, crisisIntent, type CrisisKind, youthConcerns } from '@parlance/charter';
import { type AddRule, findMatches } from '@parlance/disclosure';
import { type Pack, type SafetyResource } from '@parlance/pack';
import { type SafetyObject } from '@parlance/wire';
import { type Words } from './country.ts';
import { starredWords } from './starred-words.ts';
import { compileWords, wordRule } from './word-screen.ts';

const youthScreen = compileWords([wordRule('concern', starredWords(Object.values(youthConcerns).flat()))]);

/** Whether a reader under 18 says that something begins to go wrong. */
export function isYouthConcern(text: string): boolean {
  return findMatches(youthScreen, text).length > 0;
}

/** Resource kinds of a pack that answer each kind of crisis, the first first. The emergency number is always among them. */
const helping = {
  'self-harm': ['crisis', 'emergency', 'child-helpline'],
  violence: ['emergency', 'victim-support', 'crisis'],
  poison: ['emergency', 'poison'],
  medical: ['emergency', 'health-advice'],
  child: ['child-helpline', 'emergency'],
} as const satisfies Record<CrisisKind, readonly string[]>;

/** For readers under 18 the helpline for children is always there too: first where a person has to be found to talk to, behind the emergency number where life is in danger. */
const helpingTheYoung = {
  'self-harm': ['child-helpline', 'emergency', 'crisis'],
  violence: ['emergency', 'child-helpline', 'victim-support'],
  poison: ['emergency', 'poison', 'child-helpline'],
  medical: ['emergency', 'child-helpline', 'health-advice'],
  child: ['child-helpline', 'emergency'],
} as const satisfies Record<CrisisKind, readonly string[]>;

/** What helps in the first crisis, then what else helps in the others. */
export function resourcesFor(pack: Pack, crises: readonly CrisisKind[], isYoung: boolean): readonly SafetyResource[] {
  const kinds: readonly string[] = crises.flatMap((crisis) => (isYoung ? helpingTheYoung : helping)[crisis]);
  return [...new Set(kinds)].flatMap((kind) => pack.safety.filter((resource) => resource.kind === kind));
}

/** For somebody who is sad and in no danger: a line where people listen, and no number for emergencies. */
export function listeningFor(pack: Pack, isYoung: boolean): readonly SafetyResource[] {
  const kinds: readonly string[] = isYoung ? ['child-helpline', 'crisis'] : ['crisis'];
  return kinds.flatMap((kind) => pack.safety.filter((resource) => resource.kind === kind));
}

/** Whether a cry for help is recognised in a language. */
export function isListenedTo(language: string): boolean {
  return Object.hasOwn(crisisIntent, language);
}

/** For somebody whose language nobody here understands: whether they are in danger cannot be heard. */
export function unheardFor(pack: Pack, isYoung: boolean): readonly SafetyResource[] {
  const kinds: readonly string[] = isYoung ? ['emergency', 'child-helpline', 'crisis'] : ['emergency', 'crisis'];
  return kinds.flatMap((kind) => pack.safety.filter((resource) => resource.kind === kind));
}

export function safetyObjects(resources: readonly SafetyResource[], language: string): readonly SafetyObject[] {
  return resources.map((resource) => ({
    id: resource.id,
    kind: resource.kind,
    number: resource.number,
    name: resource.name[language] ?? resource.name['en'] ?? resource.id,
    what: resource.what[language] ?? resource.what['en'] ?? '',
    source: resource.source.url,
  }));
}

/** What stands over the resources: whoever is sad and in no danger is not spoken to as if they were. */
export function safetyHeading({ format }: Pick<Words, 'format'>, isSorrow: boolean): string {
  return format(isSorrow ? 'safety.sorrow' : 'safety.heading');
}

/** The charter's own addition: verified resources, before anything else that is said. */
export function safetyAddition(
  resources: readonly SafetyObject[],
  words: Words,
  { charterVersion, isSorrow = false }: { readonly charterVersion: string; readonly isSorrow?: boolean },
): AddRule {
  const lines = resources.map(({ number, name, what }) => `${number} – ${name}. ${what}`);
  return { ...safetyRule(charterVersion), text: { [words.language]: [safetyHeading(words, isSorrow), ...lines].join('\n') } };
}

/** The rule as the log names it: the resources that a person in distress is given are the pack's; that they are given is the charter's rule. */
export function safetyRule(charterVersion: string): AddRule {
  return {
    kind: 'add',
    id: charterRules['safety-resources'].id,
    version: charterVersion,
    cause: 'charter',
    purpose: 'safety-resource',
    place: 'start',
    when: 'always',
    text: {},
  };
}
