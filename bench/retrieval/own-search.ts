import { buildIndex, type Pack, searchPassages } from '@parlance/pack';
import { type Document, type Search } from './document.ts';

/** `und` is BCP 47 for a language that is not known. */
const unknownLanguage = 'und';

/**
 * The search of a pack as it is served. `together`: every document stands in one collection whose language is not known, so that nothing but the words tells
 * a paragraph from its translations. Else each language has its own, and the language of the question is known.
 */
export function ownSearch(documents: readonly Document[], { together }: { readonly together: boolean }): Search {
  const languages = together ? [unknownLanguage] : [...new Set(documents.map(({ language }) => language))];
  const knowledge = documents.map(({ id, language, title, text }) => ({
    ...{ id, title, text, language: together ? unknownLanguage : language },
    ...{ publisher: '', source: '', licence: '', date: '' },
  }));
  const index = buildIndex({ ...nothingElse, languages, knowledge });
  return (question, language, limit) =>
    searchPassages(index, question, { language: together ? unknownLanguage : language, limit }).map(({ id }) => id);
}

const nothingElse: Pick<Pack, 'digest' | 'services'> = { digest: 'sha256:none', services: [] };
