import { shown } from '../format/pack-issue.ts';
import { type TextFault } from './free-text.ts';
import { languageOf, lexiconFor } from './lexicon/lexicons.ts';
import { type WordClass } from './lexicon/word-class.ts';
import { plainWords } from './meaning/plain-words.ts';
import { type Hits, wordHits } from './meaning/word-hits.ts';
import { checkWording } from './wording.ts';

interface Sense {
  readonly ids: RegExp;
  readonly wordClass: WordClass;
  readonly code: string;
  readonly expected: string;
  readonly mend: string;
}

/** What a wording has to say in its own language, so that no translation turns an omission into something else. */
const said: readonly Sense[] = [
  {
    ids: /^(?:omission\.|left-out$)/,
    wordClass: 'omit',
    code: 'omission-unsaid',
    expected: 'a word for leaving out',
    mend: 'Say plainly that something was left out.',
  },
  {
    ids: /^(?:omission\.notice\.law|ending\.law|cause\.law|law)$/,
    wordClass: 'law',
    code: 'law-unsaid',
    expected: 'a word for law',
    mend: 'Say that the cause is a law.',
  },
  {
    ids: /^object$/,
    wordClass: 'object',
    code: 'objection-unsaid',
    expected: 'a word for objecting',
    mend: 'Say that one can object here.',
  },
];

const causedElsewhere = /^(?:omission\.|ending\.(?:law|charter|operator)|cause\.)/;

/** What a wording must not say. */
const unsaid: readonly Sense[] = [
  {
    ids: /^(?:omission\.|type\.|cause\.|ending\.(?:law|charter|operator|quota)|(?:left-out|cause|law|object)$)/,
    wordClass: 'euphemism',
    code: 'euphemism',
    expected: 'the plain cause',
    mend: 'Remove the words that make the omission look like a service, a chance or nothing at all.',
  },
  {
    ids: /^(?:omission\.|cause\.|(?:addition\.label|left-out|cause|law)$)/,
    wordClass: 'reader',
    code: 'wrong-cause',
    expected: 'a wording that leaves the reader out of it',
    mend: 'Name the cause alone; the reader has neither asked for it nor brought it about.',
  },
  {
    ids: RegExp(`${causedElsewhere.source}|^(?:addition\\.label|left-out|cause|law)$`),
    wordClass: 'bot',
    code: 'wrong-cause',
    expected: 'a wording that leaves the model out of it',
    mend: 'Name the cause alone; the model did not do this.',
  },
];

/** Whether the wording of a notice, or of a word of the pages, still says what the charter's own wording says (S16), as far as its language has a lexicon. */
export function senseFaults(tag: string, id: string, wording: string): readonly TextFault[] {
  const lexicon = lexiconFor(tag);
  if (lexicon === undefined) return [];
  const variants = hitsOf(wording, languageOf(tag) ?? '');
  const lacks = said.filter(
    ({ ids, wordClass }) => ids.test(id) && lexicon.has(wordClass) && variants.some((hits) => !hits.has(wordClass)),
  );
  const has = unsaid.filter(({ ids, wordClass }) => ids.test(id) && variants.some((hits) => hits.has(wordClass)));
  return [...lacks, ...has].map(({ code, expected, mend }) => ({ rule: 'S16', code, expected, received: shown(wording), mend }));
}

/** What is known of each of the wordings that a message chooses from. One that cannot be parsed is reported elsewhere. */
function hitsOf(wording: string, language: string): readonly Hits[] {
  const read = checkWording(wording);
  const variants = 'code' in read ? [] : read.variants;
  return variants.map(({ words }) => wordHits(plainWords(words)).get(language) ?? new Map<WordClass, never>());
}
