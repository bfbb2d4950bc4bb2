import { type Digest } from '@parlance/core';
import { type Pack, type Passage, type ServiceCard } from '../pack.ts';
import { type Collection, gather, type Gathered, type SearchedDocument } from './collection.ts';
import { askedWords } from './asked-words.ts';
import { foldedWords } from './grams.ts';
import { matchAll } from './match.ts';
import { nearWords, type NearWords } from './near-words.ts';

/** What is searched, for one pack digest; never changed after it is built. */
export interface KnowledgeIndex {
  readonly digest: Digest;
  /** Numbers of all grams and whole words of all collections, so that one of a question is looked up once. */
  readonly grams: ReadonlyMap<string, number>;
  /** Every word of all collections. */
  readonly words: NearWords;
  /** What the cards are called, and nothing else of them; by language, in the order of `cards`. */
  readonly titles: ReadonlyMap<string, Collection>;
  /** Folded words that are the whole title of a card, whatever they pass for elsewhere; by language. */
  readonly nameWords: ReadonlyMap<string, ReadonlySet<string>>;
  /** How much the title of each card says, like `telling` of a match; by language and card. */
  readonly titlesSay: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By language. */
  readonly cards: ReadonlyMap<string, Collection>;
  /** By language. */
  readonly passages: ReadonlyMap<string, Collection>;
}

const title = { weight: 2, presence: 1 } as const;
const question = { weight: 1.5, presence: 1 } as const;
/** A word that stands only somewhere in the facts says less about what a card is about. */
const text = { weight: 1, presence: 0.6 } as const;

/** Indexes the cards and passages of a pack in each of its languages. */
export function buildIndex(pack: Pick<Pack, 'digest' | 'languages' | 'services' | 'knowledge'>): KnowledgeIndex {
  const gathered = (documents: (language: string) => readonly SearchedDocument[]): readonly (readonly [string, Gathered])[] =>
    pack.languages.map((language) => {
      const titled = new Set(pack.services.flatMap((card) => foldedWords(card.title[language] ?? '')));
      return [language, gather(language, documents(language), titled)];
    });
  const cards = gathered((language) => pack.services.map((card) => cardDocument(card, language)));
  const titles = gathered((language) => pack.services.map((card) => titleDocument(card, language)));
  const passages = gathered((language) => pack.knowledge.filter((passage) => passage.language === language).map(passageDocument));
  const grams = [...new Set([...cards, ...passages].flatMap(([, { postings }]) => [...postings.keys()]))];
  const numbered = (collections: readonly (readonly [string, Gathered])[]): ReadonlyMap<string, Collection> =>
    new Map(
      collections.map(([language, each]) => [
        language,
        {
          ids: each.ids,
          ignored: each.ignored,
          isBeside: each.isBeside,
          unseen: each.unseen,
          postings: [...grams.map((gram) => each.postings.get(gram)), undefined],
        },
      ]),
    );
  const vocabulary = {
    grams: new Map(grams.map((gram, number) => [gram, number])),
    words: nearWords([...cards, ...passages].flatMap(([, { words }]) => [...words])),
  };
  const called = numbered(titles);
  return {
    digest: pack.digest,
    ...vocabulary,
    titles: called,
    nameWords: new Map([...called].map(([language, collection]) => [language, nameWords(pack, language, collection)])),
    titlesSay: titlesSay(pack, vocabulary, called),
    cards: numbered(cards),
    passages: numbered(passages),
  };
}

/** `Payments` names a card that is called so, and is asked of every service elsewhere. */
function nameWords({ services }: Pick<Pack, 'services'>, language: string, { ignored }: Collection): ReadonlySet<string> {
  const titles = services.map(({ title: named }) => foldedWords(named[language] ?? '').filter((word) => !ignored.has(word)));
  return new Set(titles.flatMap((words) => (words.length === 1 ? words : [])));
}

/** A title is asked for as a question would be. */
function titlesSay(
  { services }: Pick<Pack, 'services'>,
  vocabulary: Pick<KnowledgeIndex, 'grams' | 'words'>,
  titles: KnowledgeIndex['titles'],
): KnowledgeIndex['titlesSay'] {
  const saidBy = (card: ServiceCard, language: string, collection: Collection): number =>
    matchAll(collection, askedWords(vocabulary, card.title[language] ?? '')).find(({ id }) => id === card.id)?.telling ?? 0;
  return new Map(
    [...titles].map(([language, collection]) => [language, new Map(services.map((card) => [card.id, saidBy(card, language, collection)]))]),
  );
}

function cardDocument(card: ServiceCard, language: string): SearchedDocument {
  const fields = [
    { ...title, text: card.title[language] ?? '' },
    ...(card.questions[language] ?? []).map((asked) => ({ ...question, text: asked })),
    ...card.facts.map((fact) => ({ ...text, text: fact.text[language] ?? '' })),
  ];
  return { id: card.id, fields };
}

function titleDocument({ id, title: named }: ServiceCard, language: string): SearchedDocument {
  return { id, fields: [{ ...title, text: named[language] ?? '' }] };
}

function passageDocument(passage: Passage): SearchedDocument {
  return {
    id: passage.id,
    fields: [
      { ...title, text: passage.title },
      { ...text, text: passage.text },
    ],
  };
}
