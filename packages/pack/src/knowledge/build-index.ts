import { type Digest } from '@parlance/core';
import { type Pack, type Passage, type ServiceCard } from '../pack.ts';
import { collect, type Collection, type SearchedDocument } from './collection.ts';

/** What is searched, for one pack digest; never changed after it is built. */
export interface KnowledgeIndex {
  readonly digest: Digest;
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
export function buildIndex(pack: Pack): KnowledgeIndex {
  const inEach = (documents: (language: string) => readonly SearchedDocument[]): ReadonlyMap<string, Collection> =>
    new Map(pack.languages.map((language) => [language, collect(language, documents(language))]));
  return {
    digest: pack.digest,
    cards: inEach((language) => pack.services.map((card) => cardDocument(card, language))),
    passages: inEach((language) => pack.knowledge.filter((passage) => passage.language === language).map(passageDocument)),
  };
}

function cardDocument(card: ServiceCard, language: string): SearchedDocument {
  const fields = [
    { ...title, text: card.title[language] ?? '' },
    ...(card.questions[language] ?? []).map((asked) => ({ ...question, text: asked })),
    ...card.facts.map((fact) => ({ ...text, text: fact.text[language] ?? '' })),
  ];
  return { id: card.id, fields };
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
