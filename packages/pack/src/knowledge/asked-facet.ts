import { type Facet, facetWords } from './facet-words.ts';
import { fold, foldedWords } from './grams.ts';

export interface AskedFacet {
  readonly facet: Facet;
  /** Nothing else can be meant. */
  readonly isSure: boolean;
}

const facets = ['fee', 'deadline', 'step', 'form', 'phone', 'office'] as const satisfies readonly Facet[];

interface Cue extends AskedFacet {
  readonly words: readonly string[];
}

const cuesOf = new Map(
  Object.entries(facetWords).map(([language, { sure, likely }]) => [language, [...cues(sure, true), ...cues(likely, false)]]),
);

/** Which side of a thing a question asks for; null: none that is known by a word. What is said for certain goes before what may be meant, and more words before fewer. */
export function askedFacet(question: string, language: string): AskedFacet | null {
  const asked = foldedWords(question);
  const [best] = (cuesOf.get(language) ?? [])
    .filter(({ words }) => asked.some((_, place) => words.every((word, offset) => fits(asked[place + offset], word))))
    .sort((one, other) => Number(other.isSure) - Number(one.isSure) || other.words.length - one.words.length);
  return best === undefined ? null : { facet: best.facet, isSure: best.isSure };
}

/** Whether a folded word is one of asking and doing, which is said of every service. */
export function besideWords(language: string): { readonly has: (folded: string) => boolean; readonly words: readonly string[] } {
  const listed = facetWords[language];
  if (listed === undefined) return { has: () => false, words: [] };
  const alone = [...cues(listed.sure, true), ...cues(listed.likely, false)].flatMap(({ words }) => (words.length === 1 ? words : []));
  const all = [...new Set([...alone, ...listed.beside.split(',').map((word) => fold(word.trim()))])];
  const whole = new Set(all.filter((word) => !word.endsWith('*')));
  const stems = all.filter((word) => word.endsWith('*'));
  return {
    has: (folded) => whole.has(folded) || stems.some((stem) => fits(folded, stem)),
    words: all.map((word) => word.replace('*', '')),
  };
}

function cues(listed: Readonly<Partial<Record<Facet, string>>>, isSure: boolean): readonly Cue[] {
  return facets.flatMap((facet) =>
    (listed[facet] ?? '')
      .split(',')
      .filter((each) => each.trim() !== '')
      .map((each) => ({ facet, isSure, words: fold(each).trim().split(' ') })),
  );
}

function fits(asked: string | undefined, word: string): boolean {
  if (asked === undefined) return false;
  return word.endsWith('*') ? asked.startsWith(word.slice(0, -1)) : asked === word;
}
