import { type Kysely, sql } from 'kysely';
import { type RowGroup } from './batch-writer.ts';
import { type CitationRow, mergeCitations } from './citation-row.ts';
import { type Tables } from './schema.ts';
import { answered } from './store-error.ts';

export interface CitationStore {
  /** Adds a group to what is there, in one statement. A group that was written before, also unnoticed, is not added again. */
  addBatch(group: RowGroup<CitationRow>): Promise<void>;
  /** Rows of a pack of the days `from` to `to`, both `YYYY-MM-DD` and included, by day, publisher and language. */
  list(span: { readonly pack: string; readonly from: string; readonly to: string }): Promise<readonly CitationRow[]>;
}

export function createCitationStore(database: Kysely<Tables>, now: () => Date): CitationStore {
  return {
    async addBatch(group) {
      await answered(insertGroup(group, now()).execute(database));
    },
    async list({ pack, from, to }) {
      const query = database
        .selectFrom('citation_day')
        .selectAll()
        .where('pack', '=', pack)
        .where('day', '>=', from)
        .where('day', '<=', to);
      return answered(query.orderBy('day').orderBy('publisher').orderBy('language').execute());
    },
  };
}

/** The names of groups stand in the table of usage, which forgets them after a day. */
function insertGroup({ id, rows: given }: RowGroup<CitationRow>, at: Date) {
  const rows = mergeCitations(given);
  const column = <Key extends keyof CitationRow>(key: Key) => rows.map((row) => row[key]);
  return sql`
    with noted as (
      insert into usage_group (id, written_at) values (${id}::uuid, ${at}::timestamptz) on conflict (id) do nothing returning id
    )
    insert into citation_day as before (day, pack, publisher, language, shown, cited)
    select given.* from unnest(
      ${column('day')}::date[], ${column('pack')}::text[], ${column('publisher')}::text[], ${column('language')}::text[],
      ${column('shown')}::bigint[], ${column('cited')}::bigint[]
    ) as given
    where exists (select from noted)
    on conflict (day, pack, publisher, language) do update set
      shown = before.shown + excluded.shown,
      cited = before.cited + excluded.cited`;
}
