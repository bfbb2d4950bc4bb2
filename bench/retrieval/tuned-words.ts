import { type Asked, type Document, type Search } from './document.ts';
import { figuresOf, placesOf } from './figures.ts';
import { bm25Grid, type Bm25Settings, indexWords, wordSearch } from './word-bm25.ts';

export interface TunedWords {
  readonly settings: Bm25Settings;
  readonly search: Search;
}

/** Word BM25 with the settings that find most on the tuning half. `together`: the language of the question is not used to choose among documents. */
export function tunedWords(
  documents: readonly Document[],
  asked: readonly Asked[],
  { together }: { readonly together: boolean },
): TunedWords {
  const languages = [...new Set(documents.map(({ language }) => language))];
  const one = together ? indexWords(documents) : null;
  const each = new Map(
    languages.map((language) => [language, one ?? indexWords(documents.filter((document) => document.language === language))]),
  );
  const searchWith = (settings: Bm25Settings): Search => {
    const searches = new Map([...new Set(each.values())].map((index) => [index, wordSearch(index, settings)]));
    return (question, language, limit) => {
      const index = each.get(language);
      return (index === undefined ? undefined : searches.get(index))?.(question, language, limit) ?? [];
    };
  };
  const tuning = asked.filter(({ half }) => half === 'tuning');
  const tried = bm25Grid.map((settings) => ({ settings, recall: figuresOf(placesOf(searchWith(settings), tuning)).recall1 }));
  const best = tried.reduce((one, other) => (other.recall > one.recall ? other : one));
  return { settings: best.settings, search: searchWith(best.settings) };
}
