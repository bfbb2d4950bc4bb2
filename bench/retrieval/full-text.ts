import { type PostgresServer, startPostgres } from '../../apps/gateway/src/journal-postgres/testing/postgres-server.ts';
import { type Asked, type Document } from './document.ts';
import { figuresOf, type Place } from './figures.ts';

/** The text search configurations that PostgreSQL brings along. */
const configurations: Readonly<Record<string, string>> = {
  ...{ ar: 'arabic', de: 'german', el: 'greek', en: 'english', es: 'spanish', fr: 'french' },
  ...{ hi: 'hindi', ro: 'romanian', ru: 'russian', tr: 'turkish' },
};

const database = 'texts';
/** Normalization of ts_rank_cd: by the logarithm of the length. */
const normalization = 1;

export interface FullText {
  /** Places of the answers, in each language with the configuration that did best there on the tuning half. */
  places(asked: readonly Asked[], mode: { readonly together: boolean }): Promise<readonly Place[]>;
  close(): Promise<void>;
}

/** PostgreSQL's own full text search over the documents, on a server of its own. Throws when there is no PostgreSQL here. */
export async function openFullText(documents: readonly Document[]): Promise<FullText> {
  const server = await startPostgres();
  try {
    // In the locale C it would neither fold letters beyond ASCII nor tell them from punctuation.
    await server.asSuperuser('postgres', `create database ${database} template template0 locale 'C.UTF-8'`);
    await fill(server, documents);
    return {
      async places(asked, { together }) {
        const found: (readonly Place[])[] = [];
        for (const column of columns) found.push(await placesWith(server, asked, { column, together }));
        return bestOf(asked, found);
      },
      close() {
        server.remove();
        return Promise.resolve();
      },
    };
  } catch (error) {
    server.remove();
    throw error;
  }
}

async function fill(server: PostgresServer, documents: readonly Document[]): Promise<void> {
  await server.asSuperuser(
    database,
    'create table document (id text primary key, language text, simple tsvector, own tsvector)',
    'alter table document alter simple set storage external, alter own set storage external',
  );
  await server.query(
    database,
    `insert into document select id, language, to_tsvector('simple', body), to_tsvector(configuration::regconfig, body)
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as given (id, language, configuration, body)`,
    [
      documents.map(({ id }) => id),
      documents.map(({ language }) => language),
      documents.map(({ language }) => configurationOf(language)),
      documents.map(({ title, text }) => `${title}\n${text}`.normalize('NFKC')),
    ],
  );
}

const configurationOf = (language: string): string => configurations[language] ?? 'simple';

type Column = 'simple' | 'own';

const columns: readonly Column[] = ['simple', 'own'];

/** The words of a question joined by OR, ranked by cover density. Equal ranks go by id. */
async function placesWith(
  server: PostgresServer,
  asked: readonly Asked[],
  { column, together }: { readonly column: Column; readonly together: boolean },
): Promise<readonly Place[]> {
  const rows = await server.query<{ place: string | null }>(
    database,
    `select (
       select place from (
         select id, row_number() over (order by ts_rank_cd(${column}, words, ${normalization}) desc, id) as place
         from document where ${column} @@ words ${together ? '' : 'and document.language = asked.language'}
       ) as ranked where id = answer and place <= 10
     ) as place
     from (
       select number, language, answer, replace(plainto_tsquery(configuration::regconfig, question)::text, ' & ', ' | ')::tsquery as words
       from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality as given (question, language, answer, configuration, number)
     ) as asked order by number`,
    [
      asked.map(({ question }) => question.normalize('NFKC')),
      asked.map(({ language }) => language),
      asked.map(({ answeredBy }) => answeredBy),
      asked.map(({ language }) => (column === 'simple' ? 'simple' : configurationOf(language))),
    ],
  );
  return rows.map(({ place }) => (place === null ? null : Number(place)));
}

/** For each language the places of the configuration that finds most there on the tuning half. */
function bestOf(asked: readonly Asked[], found: readonly (readonly Place[])[]): readonly Place[] {
  const best = new Map<string, readonly Place[]>();
  for (const language of new Set(asked.map((each) => each.language))) {
    const tuned = (places: readonly Place[]): number =>
      figuresOf(places.filter((_, index) => asked[index]?.language === language && asked[index].half === 'tuning')).recall1;
    const [first] = found.toSorted((one, other) => tuned(other) - tuned(one));
    best.set(language, first ?? []);
  }
  return asked.map(({ language }, index) => best.get(language)?.[index] ?? null);
}
