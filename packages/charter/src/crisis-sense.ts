import { type CrisisPair } from './crisis-pair.ts';
import { type CrisisKind } from './crisis-phrase.ts';

/** Kinds of words that speak of a wish to die, of harm to oneself and of what may follow, so that one list of each holds what many phrases would have to. */
export const crisisSenses = [
  ...(['wish', 'death', 'weary', 'living', 'unable', 'enduring', 'harming', 'self', 'somebody', 'their-death'] as const),
  ...([
    'remedy',
    'too-much',
    'height',
    'leap',
    'others',
    'without-me',
    'suicidal',
    'person',
    'voices',
    'order',
    'farewell',
    'kin',
  ] as const),
  ...(['way-out', 'none', 'pain', 'for-ever', 'last-day', 'settled', 'weapon', 'hiding', 'held', 'by-force', 'elder', 'touching'] as const),
] as const;
type CrisisSense = (typeof crisisSenses)[number];

/** Words that say that a sentence is about something else: a story, a dwelling, a mishap. */
export const calmSenses = ['story', 'dwelling', 'mishap'] as const;
type CalmSense = (typeof calmSenses)[number];

/** Words of one language, in the form of a `CrisisPair`. */
export type CrisisWords = Readonly<Record<CrisisSense | CalmSense, readonly string[]>>;

interface CrisisRule {
  readonly kind: CrisisKind;
  readonly first: CrisisSense;
  readonly second: CrisisSense;
  readonly unless: readonly CalmSense[];
}

export const crisisRules: readonly CrisisRule[] = [
  { kind: 'self-harm', first: 'wish', second: 'death', unless: ['story', 'mishap'] },
  { kind: 'self-harm', first: 'weary', second: 'living', unless: ['story', 'dwelling'] },
  { kind: 'self-harm', first: 'unable', second: 'enduring', unless: ['story', 'dwelling'] },
  { kind: 'self-harm', first: 'harming', second: 'self', unless: ['story', 'mishap'] },
  { kind: 'self-harm', first: 'somebody', second: 'their-death', unless: ['story', 'mishap'] },
  { kind: 'self-harm', first: 'remedy', second: 'too-much', unless: ['story'] },
  { kind: 'self-harm', first: 'height', second: 'leap', unless: ['story'] },
  { kind: 'self-harm', first: 'others', second: 'without-me', unless: ['story'] },
  { kind: 'self-harm', first: 'suicidal', second: 'person', unless: ['story'] },
  { kind: 'self-harm', first: 'voices', second: 'order', unless: ['story'] },
  { kind: 'self-harm', first: 'farewell', second: 'kin', unless: ['story'] },
  { kind: 'self-harm', first: 'way-out', second: 'none', unless: ['story', 'dwelling', 'mishap'] },
  { kind: 'self-harm', first: 'pain', second: 'for-ever', unless: ['story'] },
  { kind: 'self-harm', first: 'last-day', second: 'settled', unless: ['story', 'mishap'] },
  { kind: 'violence', first: 'weapon', second: 'hiding', unless: ['story', 'mishap'] },
  { kind: 'violence', first: 'held', second: 'by-force', unless: ['story'] },
  { kind: 'child', first: 'elder', second: 'touching', unless: ['story'] },
];

/** The pairs that the rules make of a language's words. */
export function pairsOf(words: CrisisWords): readonly CrisisPair[] {
  return crisisRules.map(({ kind, first, second, unless }) => ({
    kind,
    first: words[first],
    second: words[second],
    unless: unless.flatMap((sense) => words[sense]),
  }));
}
