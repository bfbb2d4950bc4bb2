import {
  clauseWords,
  crisisIntent,
  crisisKinds,
  type CrisisKind,
  type CrisisPair,
  crisisPairs,
  crisisWords,
  mostBetween,
  pairsOf,
  partingWords,
} from '@parlance/charter';
import { findMatches } from '@parlance/disclosure';
import { loosely, type LooseWord, looseWords } from './loose-spelling.ts';
import { compileWords, wordRule } from './word-screen.ts';
import { createWordTree, type Found } from './word-tree.ts';

/** What is looked for: a phrase or one side of a pair. `partner` is the other side; `calm` names the list of which nothing may stand in the same clause. */
interface Sign {
  readonly kind: CrisisKind;
  readonly words: readonly string[];
  readonly partner?: string;
  readonly calm: string;
}

const calm = new Map<string, readonly string[]>();
const signs: ReadonlyMap<string, Sign> = new Map([...phraseSigns(), ...pairSigns()]);
const find = createWordTree([...[...signs].map(([id, { words }]) => [id, words] as const), ...calm]);
const parting: ReadonlySet<string> = new Set(partingWords.map(loosely));
const clauseEnds: ReadonlySet<string> = new Set(clauseWords.map(loosely));

/** Chinese is written without spaces, so that its phrases begin and end anywhere. */
const spaceless = compileWords(
  crisisKinds.map((kind) =>
    wordRule(kind, { terms: crisisIntent.zh.filter((phrase) => phrase.kind === kind).map(({ phrase }) => phrase) }),
  ),
);

/** Whether words of the charter tell that a person or somebody with them is in acute distress or danger; null when not. */
export function crisisInWords(text: string): CrisisKind | null {
  const found = new Set<string>([...kindsIn(looseWords(text, clauseEnds)), ...findMatches(spaceless, text).map(({ rule }) => rule)]);
  return crisisKinds.find((kind) => found.has(kind)) ?? null;
}

function kindsIn(words: readonly LooseWord[]): readonly CrisisKind[] {
  const all = find(words);
  const calmed = new Set(all.filter(({ list }) => calm.has(list)).map(({ list, first }) => clauseId(words, first, list)));
  const byPlace = new Map<number, Found[]>();
  for (const one of all) byPlace.set(one.first, [...(byPlace.get(one.first) ?? []), one]);
  return all.flatMap((one) => {
    const sign = signs.get(one.list);
    if (sign === undefined) return [];
    const isCalm = [one.first, one.last].some((place) => calmed.has(clauseId(words, place, sign.calm)));
    return !isCalm && isWhole(words, { one, partner: sign.partner, byPlace }) ? [sign.kind] : [];
  });
}

interface Half {
  readonly one: Found;
  readonly partner: string | undefined;
  readonly byPlace: ReadonlyMap<number, readonly Found[]>;
}

/** Whether the other side follows in the sentence, with few words between and none that begins another thought. */
function isWhole(words: readonly LooseWord[], { one, partner, byPlace }: Half): boolean {
  if (partner === undefined) return true;
  for (let place = one.last + 1; place <= one.last + 1 + mostBetween; place++) {
    if (words[place]?.sentence !== words[one.first]?.sentence) return false;
    if (byPlace.get(place)?.some(({ list }) => list === partner) === true) return true;
    if (parting.has(words[place]?.word ?? '')) return false;
  }
  return false;
}

function clauseId(words: readonly LooseWord[], place: number, list: string): string {
  return `${words[place]?.clause ?? 0} ${list}`;
}

/** The name of a list of words that make harmless; equal lists are one. */
function calmBy(words: readonly string[]): string {
  const name = `calm ${words.join(',')}`;
  calm.set(name, words);
  return name;
}

/** "I do not want to live" tells of danger, "I do not want to live in the city" does not. */
function phraseSigns(): readonly (readonly [string, Sign])[] {
  return Object.entries(crisisIntent).flatMap(([language, phrases]) => {
    const [, words] = Object.entries(crisisWords).find(([code]) => code === language) ?? [];
    const living = (words?.living ?? []).map((word) => ` ${loosely(word)} `);
    const speaksOfLiving = (phrase: string): boolean => living.some((word) => ` ${loosely(phrase)} `.includes(word));
    return crisisKinds.flatMap((kind): readonly (readonly [string, Sign])[] => {
      const ofKind = phrases.filter((phrase) => phrase.kind === kind).map(({ phrase }) => phrase);
      return [
        [`${language} ${kind}`, { kind, words: ofKind.filter((phrase) => !speaksOfLiving(phrase)), calm: calmBy([]) }],
        [`${language} ${kind} living`, { kind, words: ofKind.filter(speaksOfLiving), calm: calmBy(words?.dwelling ?? []) }],
      ];
    });
  });
}

function pairSigns(): readonly (readonly [string, Sign])[] {
  const pairs: readonly CrisisPair[] = [...Object.values(crisisPairs).flat(), ...Object.values(crisisWords).flatMap(pairsOf)];
  return pairs.flatMap(({ kind, first, second, unless = [] }, index): readonly (readonly [string, Sign])[] => [
    [`${index} first`, { kind, words: first, partner: `${index} second`, calm: calmBy(unless) }],
    [`${index} second`, { kind, words: second, partner: `${index} first`, calm: calmBy(unless) }],
  ]);
}
