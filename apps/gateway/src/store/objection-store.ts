import { type Kysely, type Selectable, sql } from 'kysely';
import { type NewObjection, type ObjectionCount, type ObjectionOutcome, type StoredObjection } from './objection-row.ts';
import { type Tables } from './schema.ts';
import { answered } from './store-error.ts';

interface ObjectionDecision {
  readonly number: bigint;
  readonly outcome: ObjectionOutcome;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly by: string | null;
  readonly reasons: string;
  /** Day on which the texts are deleted. */
  readonly forget: string;
}

export interface ObjectionStore {
  /** `known`: one with this code is there, and it stays as it is. `full`: so many wait for a decision. */
  add(objection: NewObjection, mostOpen: number): Promise<'added' | 'known' | 'full'>;
  findByCode(codeHash: Uint8Array): Promise<StoredObjection | null>;
  find(number: bigint): Promise<StoredObjection | null>;
  /** Those that wait the ones that are due first, then the decided ones, the newest first. */
  list(which: { readonly state: 'open' | 'all'; readonly most: number }): Promise<readonly StoredObjection[]>;
  /** False: there is none that waits for a decision. */
  decide(decision: ObjectionDecision): Promise<boolean>;
  /** Remembers where the log tells the decision. */
  noteLeaf(leaf: { readonly number: bigint; readonly log: string; readonly position: bigint }): Promise<void>;
  /** As it was when the day `YYYY-MM-DD` began, by rule. */
  counts(day: string): Promise<readonly ObjectionCount[]>;
  /** Deletes what was written where its time is over on a day. Gives the number of objections. */
  forget(day: string): Promise<bigint>;
}

export function createObjectionStore(database: Kysely<Tables>): ObjectionStore {
  const rows = database.selectFrom('objection').selectAll();
  return {
    add: (objection, mostOpen) => add(database, objection, mostOpen),
    async findByCode(codeHash) {
      return storedOrNull(await answered(rows.where('code_hash', '=', codeHash).executeTakeFirst()));
    },
    async find(number) {
      return storedOrNull(await answered(rows.where('number', '=', number).executeTakeFirst()));
    },
    async list({ state, most }) {
      const waiting = sql<boolean>`state = 'open'`;
      const named = state === 'open' ? rows.where('state', '=', 'open') : rows;
      const query = named
        .orderBy(waiting, 'desc')
        .orderBy(sql`case when state = 'open' then due end`)
        .orderBy('decided', 'desc');
      return (await answered(query.orderBy('number').limit(most).execute())).map(stored);
    },
    async decide({ number, outcome, day, by, reasons, forget }) {
      const decided = { state: outcome, decided: day, decided_by: by, reasons, forget } as const;
      const query = database.updateTable('objection').set(decided).where('number', '=', number).where('state', '=', 'open');
      return (await answered(query.executeTakeFirst())).numUpdatedRows === 1n;
    },
    async noteLeaf({ number, log, position }) {
      await answered(database.updateTable('objection').set({ log, position }).where('number', '=', number).execute());
    },
    async counts(day) {
      return (await answered(countsAt(day).execute(database))).rows;
    },
    async forget(day) {
      const over = database.updateTable('objection').set({ text: '', reasons: null, forget: null }).where('forget', '<=', day);
      return (await answered(over.executeTakeFirst())).numUpdatedRows;
    },
  };
}

/** The bound may be passed by as many as come at the same moment: it keeps the disk, and is no promise. */
async function add(database: Kysely<Tables>, objection: NewObjection, mostOpen: number): Promise<'added' | 'known' | 'full'> {
  const { codeHash, rule, version, pack, law, office, answer, reason, language, received, due, text } = objection;
  const { rows } = await answered(
    sql<{ readonly number: bigint }>`
      insert into objection (code_hash, rule, version, pack, law, office, answer, reason, language, received, due, text)
      select ${codeHash}::bytea, ${rule}, ${version}, ${pack}, ${law}::text, ${office}::text, ${answer}::text, ${reason}, ${language},
        ${received}::date, ${due}::date, ${text}
      where (select count(*) from objection where state = 'open') < ${mostOpen}
      on conflict (code_hash) do nothing
      returning number`.execute(database),
  );
  if (rows.length > 0) return 'added';
  const known = await answered(database.selectFrom('objection').select('number').where('code_hash', '=', codeHash).executeTakeFirst());
  return known === undefined ? 'full' : 'known';
}

function countsAt(day: string) {
  const decidedAs = (outcome: ObjectionOutcome) => sql`count(*) filter (where state = ${outcome} and decided < ${day}::date)`;
  const isOpen = sql`(state = 'open' or decided >= ${day}::date)`;
  return sql<ObjectionCount>`
    select rule, law, count(*) as received,
      count(*) filter (where ${isOpen}) as open,
      count(*) filter (where ${isOpen} and due < ${day}::date) as overdue,
      ${decidedAs('upheld')} as upheld, ${decidedAs('corrected')} as corrected, ${decidedAs('rejected')} as rejected
    from objection where received < ${day}::date
    group by rule, law order by rule, law`;
}

function storedOrNull(row: Selectable<Tables['objection']> | undefined): StoredObjection | null {
  return row === undefined ? null : stored(row);
}

function stored(row: Selectable<Tables['objection']>): StoredObjection {
  const { number, rule, version, pack, law, office, answer, reason, language, received, due, state, decided } = row;
  const isForgotten = state !== 'open' && row.forget === null;
  const leaf = row.log === null || row.position === null ? null : { log: row.log, position: row.position };
  return {
    ...{ number, rule, version, pack, law, office, answer, reason, language, received, due },
    text: isForgotten ? null : row.text,
    decision:
      state === 'open' || decided === null ? null : { outcome: state, day: decided, by: row.decided_by, reasons: row.reasons, leaf },
  };
}
