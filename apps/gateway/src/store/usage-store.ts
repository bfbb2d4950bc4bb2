import { type Kysely, sql } from 'kysely';
import { type RowGroup } from './batch-writer.ts';
import { type Tables, type TenantId } from './schema.ts';
import { answered } from './store-error.ts';
import { mergeUsage, type UsageRow } from './usage-row.ts';

export type UsageGroup = RowGroup<UsageRow>;

export interface UsageStore {
  /** Adds a group to what is there, in one statement. A group that was written before, also unnoticed, is not added again. */
  addBatch(group: UsageGroup): Promise<void>;
  /** Rows of the days `from` to `to`, both `YYYY-MM-DD` and included, by day, key and language. */
  list(span: { readonly tenant: TenantId; readonly from: string; readonly to: string }): Promise<readonly UsageRow[]>;
}

const day = 86_400_000;

export function createUsageStore(database: Kysely<Tables>, now: () => Date): UsageStore {
  let forgottenAt = 0;
  return {
    async addBatch(group) {
      const at = now();
      await answered(insertGroup(group, at).execute(database));
      if (at.getTime() - forgottenAt < day / 24) return;
      forgottenAt = at.getTime();
      await answered(forgetGroups(new Date(at.getTime() - day)).execute(database));
    },
    async list({ tenant, from, to }) {
      const query = database
        .selectFrom('usage_day')
        .selectAll()
        .where('tenant_id', '=', tenant)
        .where('day', '>=', from)
        .where('day', '<=', to);
      const rows = await answered(query.orderBy('day').orderBy('key_id').orderBy('language').execute());
      return rows.map(({ tenant_id, key_id, input_tokens, output_tokens, ...rest }) => ({
        ...rest,
        tenant: tenant_id,
        key: key_id,
        inputTokens: input_tokens,
        outputTokens: output_tokens,
      }));
    },
  };
}

/** The name of the group and its rows become true together, or not at all. */
function insertGroup({ id, rows: given }: UsageGroup, at: Date) {
  const rows = mergeUsage(given);
  const column = <Key extends keyof UsageRow>(key: Key) => rows.map((row) => row[key]);
  return sql`
    with noted as (
      insert into usage_group (id, written_at) values (${id}::uuid, ${at}::timestamptz) on conflict (id) do nothing returning id
    )
    insert into usage_day as before (tenant_id, key_id, day, language, requests, input_tokens, output_tokens, omitted, added)
    select given.* from unnest(
      ${column('tenant')}::text[], ${column('key')}::uuid[], ${column('day')}::date[], ${column('language')}::text[],
      ${column('requests')}::bigint[], ${column('inputTokens')}::bigint[], ${column('outputTokens')}::bigint[],
      ${column('omitted')}::bigint[], ${column('added')}::bigint[]
    ) as given
    where exists (select from noted)
    on conflict (tenant_id, key_id, day, language) do update set
      requests = before.requests + excluded.requests,
      input_tokens = before.input_tokens + excluded.input_tokens,
      output_tokens = before.output_tokens + excluded.output_tokens,
      omitted = before.omitted + excluded.omitted,
      added = before.added + excluded.added`;
}

/** No attempt lasts a day. Rows that another server is deleting are left to it. */
function forgetGroups(before: Date) {
  return sql`
    delete from usage_group where id in (
      select id from usage_group where written_at < ${before}::timestamptz order by id limit 10000 for update skip locked
    )`;
}
