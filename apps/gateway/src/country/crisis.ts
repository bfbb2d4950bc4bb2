import { crisisIntent, crisisKinds, type CrisisKind, crisisPairs, mostBetween, partingWords, youthConcerns } from '@parlance/charter';
import { type AddRule, findMatches, type Match } from '@parlance/disclosure';
import { type Pack, type SafetyResource } from '@parlance/pack';
import { type SafetyObject } from '@parlance/wire';
import { type Words } from './country.ts';
import { starredWords } from './starred-words.ts';
import { compileWords, wordRule } from './word-screen.ts';

const phrases = Object.values(crisisIntent).flat();
const pairs = Object.values(crisisPairs).flat();
const screen = compileWords([
  ...crisisKinds.map((kind) => wordRule(kind, { terms: phrases.filter((phrase) => phrase.kind === kind).map(({ phrase }) => phrase) })),
]);
const sides = pairs.flatMap(({ kind, first, second }, index) => [
  { id: `${index} first`, partner: `${index} second`, kind, words: first },
  { id: `${index} second`, partner: `${index} first`, kind, words: second },
]);
const sideOf: ReadonlyMap<string, (typeof sides)[number]> = new Map(sides.map((side) => [side.id, side]));
const pairScreen = compileWords(sides.map(({ id, words }) => wordRule(id, starredWords(words))));
const youthScreen = compileWords([wordRule('concern', starredWords(Object.values(youthConcerns).flat()))]);

/** Whether a person says that they or somebody else is in acute distress or danger, in any language of the charter; null when not. */
export function crisisIn(text: string): CrisisKind | null {
  const found = new Set<string>([...findMatches(screen, text).map(({ rule }) => rule), ...pairsIn(text)]);
  return crisisKinds.find((kind) => found.has(kind)) ?? null;
}

/** Whether a reader under 18 says that something begins to go wrong. */
export function isYouthConcern(text: string): boolean {
  return findMatches(youthScreen, text).length > 0;
}

/** Looks from each word only as far as its partner may stand, so that no text takes longer than its length. */
function pairsIn(text: string): readonly CrisisKind[] {
  const matches = findMatches(pairScreen, text).toSorted((one, other) => one.start - other.start);
  return matches.flatMap((one, index) => {
    const side = sideOf.get(one.rule);
    for (const other of following(matches, index)) if (other.rule === side?.partner && areNear(text, one, other)) return [side.kind];
    return [];
  });
}

function* following(matches: readonly Match[], index: number): Generator<Match> {
  const end = matches[index]?.end ?? 0;
  for (let next = index + 1; next < matches.length; next++) {
    const other = matches[next];
    if (other === undefined || other.start - end > longestGap) return;
    yield other;
  }
}

type Place = Pick<Match, 'start' | 'end'>;

const parting: ReadonlySet<string> = new Set(partingWords);

/** Longest stretch that three words fill; beyond it nothing is looked at, so that a long text costs no more than its matches. */
const longestGap = 60;

function areNear(text: string, one: Place, other: Place): boolean {
  if (other.start < one.end) return false;
  const between = text.slice(one.end, other.start);
  if (/[.!?;:…؟۔\n]/u.test(between)) return false;
  const words = between.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length <= mostBetween && !words.some((word) => parting.has(word));
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

export function resourcesFor(pack: Pack, crisis: CrisisKind, isYoung: boolean): readonly SafetyResource[] {
  const kinds: readonly string[] = (isYoung ? helpingTheYoung : helping)[crisis];
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
