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
  const asked = foldedWords(question).map(withoutPrefixes);
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
    has(folded) {
      if (whole.has(folded)) return true;
      const forms = withoutPrefixes(folded);
      return stems.some((stem) => fits(forms, stem));
    },
    words: all.map((word) => word.replace('*', '')),
  };
}

/** Whether a folded word names no thing where nothing else is said. */
export function passingWords(language: string): (folded: string) => boolean {
  return passingOf.get(language) ?? (() => false);
}

const passingOf = new Map(Object.entries(facetWords).map(([language, { passing }]) => [language, listedIn(passing)]));

/** Whether a folded word is one of those that are listed, parted by commas. */
export function listedIn(words: string): (folded: string) => boolean {
  const all = [...new Set(words.split(',').map((word) => fold(word.trim())))];
  const whole = new Set(all);
  const stems = all.filter((word) => word.endsWith('*'));
  return (folded) => {
    const forms = withoutPrefixes(folded);
    return forms.some((form) => whole.has(form)) || stems.some((stem) => fits(forms, stem));
  };
}

/** Whether a folded word belongs to a way of asking for one side of a thing: `papers` of `what papers`. */
export function cueWords(language: string): (folded: string) => boolean {
  return cueWordsOf.get(language) ?? (() => false);
}

const cueWordsOf = new Map([...cuesOf].map(([language, all]) => [language, listedIn(all.flatMap(({ words }) => words).join(','))]));

function cues(listed: Readonly<Partial<Record<Facet, string>>>, isSure: boolean): readonly Cue[] {
  return facets.flatMap((facet) =>
    (listed[facet] ?? '')
      .split(',')
      .filter((each) => each.trim() !== '')
      .map((each) => ({ facet, isSure, words: fold(each).trim().split(' ') })),
  );
}

/** Whether one of the forms of a folded word is a listed one. */
function fits(forms: readonly string[] | undefined, word: string): boolean {
  if (forms === undefined) return false;
  const stem = word.endsWith('*') ? word.slice(0, -1) : null;
  return forms.some((form) => (stem === null ? form === word : form.startsWith(stem)));
}

/** Arabic writes "and", "the", "will" and the like, and "its" and "their", as part of the word. */
const arabicPrefix = /^[وف]?(?:[بكل]?ال|لل)?(?=\p{Script=Arabic}{3})/u;
const arabicFuture = /^[وف]?س(?=[أيتن]\p{Script=Arabic}{2})/u;
const arabicPossessive = /(?<=\p{Script=Arabic}{3})(?:ها|هما|هم|ه|ي|ك)$/u;

const arabic = /\p{Script=Arabic}/u;

/** A folded word as it is written, and without what Arabic joins to it. */
export function withoutPrefixes(word: string): readonly string[] {
  if (!arabic.test(word)) return [word];
  const bare = word.replace(arabicPrefix, '');
  return [
    ...new Set([
      word,
      word.replace(/^[وف](?=\p{Script=Arabic}{2})/u, ''),
      bare,
      bare.replace(arabicPossessive, ''),
      word.replace(arabicFuture, ''),
    ]),
  ];
}
