import { type Asked, type Document } from './document.ts';
import { distractorsOf } from './distractors.ts';
import { type Figures, figuresOf, type Place, placesOf } from './figures.ts';
import { type FullText } from './full-text.ts';
import { ownSearch } from './own-search.ts';
import { type Speed, speedOf } from './speed.ts';
import { tunedWords } from './tuned-words.ts';
import { type Bm25Settings } from './word-bm25.ts';
import { type QuestionSet } from './xquad.ts';

export type ArmName = 'parlance' | 'words' | 'postgres';
/** `together`: every document of every language may be the answer, and nothing tells the search which language it is. `apart`: the language is known. */
export type Mode = 'together' | 'apart';

/** What one arm finds in one language. */
export interface Measured {
  readonly all: Figures;
  readonly tuning: Figures;
  readonly confirming: Figures;
}

export interface ModeResults {
  readonly settings: Bm25Settings;
  /** By language; PostgreSQL is null where there is none. */
  readonly languages: Readonly<Record<string, Readonly<Record<ArmName, Measured | null>>>>;
  readonly speed: Speed;
}

export interface Results {
  readonly documents: number;
  readonly questions: number;
  readonly modes: Readonly<Record<Mode, ModeResults>>;
}

/** The paragraphs of the set, and the passages and cards of the shipped packs. */
async function corpusOf({ documents }: QuestionSet): Promise<readonly Document[]> {
  return [...documents, ...(await Promise.all(['ee', 'de', 'ma'].map(distractorsOf))).flat()];
}

export async function measure(
  set: QuestionSet,
  openFullText: (documents: readonly Document[]) => Promise<FullText | null>,
): Promise<Results> {
  const documents = await corpusOf(set);
  const fullText = await openFullText(documents);
  try {
    const modes = {
      together: await measureMode({ set, documents, fullText, together: true }),
      apart: await measureMode({ set, documents, fullText, together: false }),
    };
    return { documents: documents.length, questions: set.asked.length, modes };
  } finally {
    await fullText?.close();
  }
}

interface ModeInput {
  readonly set: QuestionSet;
  readonly documents: readonly Document[];
  readonly fullText: FullText | null;
  readonly together: boolean;
}

async function measureMode({ set, documents, fullText, together }: ModeInput): Promise<ModeResults> {
  const { asked, languages } = set;
  const words = tunedWords(documents, asked, { together });
  const own = () => ownSearch(documents, { together });
  const found = {
    parlance: placesOf(own(), asked),
    words: placesOf(words.search, asked),
    postgres: (await fullText?.places(asked, { together })) ?? null,
  };
  const of = (places: readonly Place[] | null, language: string): Measured | null =>
    places === null ? null : measured(places, asked, language);
  const rows = languages.map((language) => [
    language,
    { parlance: of(found.parlance, language), words: of(found.words, language), postgres: of(found.postgres, language) },
  ]);
  return {
    settings: words.settings,
    languages: Object.fromEntries(rows) as ModeResults['languages'],
    speed: speedOf(own, words.search, asked),
  };
}

function measured(places: readonly Place[], asked: readonly Asked[], language: string): Measured {
  const among = (isWanted: (each: Asked) => boolean): Figures =>
    figuresOf(places.filter((_, index) => asked[index]?.language === language && isWanted(asked[index])));
  return {
    all: among(() => true),
    tuning: among(({ half }) => half === 'tuning'),
    confirming: among(({ half }) => half === 'confirming'),
  };
}
