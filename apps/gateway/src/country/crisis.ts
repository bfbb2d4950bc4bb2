import { crisisIntent, crisisKinds, type CrisisKind } from '@parlance/charter';
import { type AddRule, compile, findMatches, type Rule } from '@parlance/disclosure';
import { type Pack, type SafetyResource } from '@parlance/pack';
import { CodedError } from '@parlance/core';
import { type SafetyObject } from '@parlance/wire';
import { type Words } from './country.ts';

const phrases = Object.values(crisisIntent).flat();

const screen = compileCrisis();

function compileCrisis() {
  const rules = crisisKinds.map((kind): Rule => ({
    kind: 'omit',
    id: kind,
    version: '1',
    cause: 'charter',
    type: 'personal-identifier',
    matcher: { terms: phrases.filter((phrase) => phrase.kind === kind).map(({ phrase }) => phrase) },
    rationale: {},
  }));
  const compiled = compile(rules);
  if (compiled.screen === null) throw new CodedError('charter_invalid', 'the crisis phrases of the charter do not compile');
  return compiled.screen;
}

/** Whether a person says that they or somebody else is in acute distress or danger, in any language of the charter; null when not. */
export function crisisIn(text: string): CrisisKind | null {
  const found = new Set(findMatches(screen, text).map(({ rule }) => rule));
  return crisisKinds.find((kind) => found.has(kind)) ?? null;
}

/** Resource kinds of a pack that answer each kind of crisis, the first first. The emergency number is always among them. */
const helping = {
  'self-harm': ['crisis', 'emergency', 'child-helpline'],
  violence: ['emergency', 'victim-support', 'crisis'],
  poison: ['emergency', 'poison'],
  medical: ['emergency', 'health-advice'],
  child: ['child-helpline', 'emergency'],
} as const satisfies Record<CrisisKind, readonly string[]>;

export function resourcesFor(pack: Pack, crisis: CrisisKind): readonly SafetyResource[] {
  return helping[crisis].flatMap((kind) => pack.safety.filter((resource) => resource.kind === kind));
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

/** The charter's own addition: verified resources, before anything else that is said. */
export function safetyAddition(resources: readonly SafetyObject[], words: Words, charterVersion: string): AddRule {
  const lines = resources.map(({ number, name, what }) => `${number} – ${name}. ${what}`);
  return {
    kind: 'add',
    id: 'charter.safety-resources',
    version: charterVersion,
    cause: 'charter',
    purpose: 'safety-resource',
    place: 'start',
    when: 'always',
    text: { [words.language]: [words.format('safety.heading'), ...lines].join('\n') },
  };
}
