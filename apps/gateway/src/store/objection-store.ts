import { randomBytes } from 'node:crypto';
import { CodedError } from '@parlance/core';
import { type Kysely, sql } from 'kysely';
import { type TextKeys } from './objection-keys.ts';
import { type NewObjection, type ObjectionCount, type ObjectionOutcome, type StoredObjection } from './objection-row.ts';
import { type Tables } from './schema.ts';
import { sealText } from './sealed-text.ts';
import { answered } from './store-error.ts';
import { storedObjection } from './stored-objection.ts';

interface ObjectionDecision {
  readonly number: bigint;
  readonly outcome: ObjectionOutcome;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly by: string | null;
  readonly reasons: string;
  /** Name of the log that is to state it, without the half-year. */
  readonly statedBy: string;
  /** Days for which the texts are kept from then on; fewer where the person was told fewer. */
  readonly keptDays: number;
}

export interface ObjectionStore {
  /** `known`: one with this code is there, and it stays as it is. `full`: so many wait for a decision. */
  add(objection: NewObjection, mostOpen: number): Promise<'added' | 'known' | 'full'>;
  findByCode(codeHash: Uint8Array): Promise<StoredObjection | null>;
  find(number: bigint): Promise<StoredObjection | null>;
  /** Those that wait the ones that are due first, then the decided ones, the newest first. */
  list(which: { readonly state: 'open' | 'all'; readonly most: number }): Promise<readonly StoredObjection[]>;
  /** False: there is none that waits for a decision. Throws `objection_sealed` where the key of its texts is not here. */
  decide(decision: ObjectionDecision): Promise<boolean>;
  /** Decided ones that the log does not tell, the oldest first. */
  unlogged(most: number): Promise<readonly StoredObjection[]>;
  /** Remembers where the log tells the decision. */
  noteLeaf(leaf: { readonly number: bigint; readonly log: string; readonly position: bigint }): Promise<void>;
  /** As it was when the day `YYYY-MM-DD` began, by rule. */
  counts(day: string): Promise<readonly ObjectionCount[]>;
  /**
   * Destroys the keys of what was written where its time is over on a day, and of what was decided on another day or before: the time may be shorter by now. Gives the number of objections.
   */
  forget(day: string, decidedUpTo?: string): Promise<bigint>;
}

export function createObjectionStore(database: Kysely<Tables>, keys: TextKeys): ObjectionStore {
  const rows = database.selectFrom('objection').selectAll();
  const storedAll = async (query: typeof rows): Promise<readonly StoredObjection[]> =>
    Promise.all((await answered(query.execute())).map((row) => storedObjection(row, keys)));
  const first = async (query: typeof rows): Promise<StoredObjection | null> => (await storedAll(query))[0] ?? null;
  return {
    add: (objection, mostOpen) => add({ database, keys }, objection, mostOpen),
    findByCode: (codeHash) => first(rows.where('code_hash', '=', codeHash)),
    find: (number) => first(rows.where('number', '=', number)),
    list({ state, most }) {
      const waiting = sql<boolean>`state = 'open'`;
      const named = state === 'open' ? rows.where('state', '=', 'open') : rows;
      const query = named
        .orderBy(waiting, 'desc')
        .orderBy(sql`case when state = 'open' then due end`)
        .orderBy('decided', 'desc');
      return storedAll(query.orderBy('number').limit(most));
    },
    decide: (decision) => decide({ database, keys }, decision),
    unlogged: (most) => storedAll(rows.where('state', '<>', 'open').where('position', 'is', null).orderBy('number').limit(most)),
    async noteLeaf({ number, log, position }) {
      await answered(database.updateTable('objection').set({ log, position }).where('number', '=', number).execute());
    },
    async counts(day) {
      return (await answered(countsAt(day).execute(database))).rows;
    },
    forget: (day, decidedUpTo) => forget({ database, keys }, day, decidedUpTo),
  };
}

interface Place {
  readonly database: Kysely<Tables>;
  readonly keys: TextKeys;
}

/** The bound may be passed by as many as come at the same moment: it keeps the disk, and is no promise. */
async function add({ database, keys }: Place, objection: NewObjection, mostOpen: number): Promise<'added' | 'known' | 'full'> {
  const { codeHash, rule, version, pack, law, office, answer, reason, language, received, due, keptDays, text } = objection;
  const isKnown = database.selectFrom('objection').select('number').where('code_hash', '=', codeHash);
  if ((await answered(isKnown.executeTakeFirst())) !== undefined) return 'known';
  // A key whose row never came, because the database went away, opens nothing and stays; one thrown away too soon would take a text with it.
  const key = await keys.make();
  const { rows } = await answered(
    sql<{ readonly number: bigint }>`
      insert into objection (code_hash, rule, version, pack, law, office, answer, reason, language, received, due, kept_days, text_key, sealed_text)
      select ${codeHash}::bytea, ${rule}, ${version}, ${pack}, ${law}::text, ${office}::text, ${answer}::text, ${reason}, ${language},
        ${received}::date, ${due}::date, ${keptDays}::integer, ${key.name}, ${sealText(key, 'text', text)}::bytea
      where (select count(*) from objection where state = 'open') < ${mostOpen}
      on conflict (code_hash) do nothing
      returning number`.execute(database),
  );
  if (rows.length > 0) return 'added';
  await keys.destroy(key.name);
  return (await answered(isKnown.executeTakeFirst())) === undefined ? 'full' : 'known';
}

async function decide({ database, keys }: Place, decision: ObjectionDecision): Promise<boolean> {
  const { number, outcome, day, by, reasons, statedBy, keptDays } = decision;
  const waiting = database.selectFrom('objection').select('text_key').where('number', '=', number).where('state', '=', 'open');
  const row = await answered(waiting.executeTakeFirst());
  if (row === undefined) return false;
  const key = row.text_key === null ? null : await keys.find(row.text_key);
  if (key === null)
    throw new CodedError(
      'objection_sealed',
      'the key of this objection is not in objection-keys of the data folder; ask the server that has it',
    );
  const decided = {
    ...{ state: outcome, decided: day, decided_by: by, stated_by: statedBy },
    forget: sql<string>`${day}::date + least(kept_days, ${keptDays}::integer)`,
    decision_id: randomBytes(16).toString('hex'),
    sealed_reasons: sealText(key, 'reasons', reasons),
  };
  const query = database.updateTable('objection').set(decided).where('number', '=', number).where('state', '=', 'open');
  return (await answered(query.executeTakeFirst())).numUpdatedRows === 1n;
}

/** The keys first: where this breaks off, the next look finds the same rows and has less to do. */
async function forget({ database, keys }: Place, day: string, decidedUpTo: string = noDay): Promise<bigint> {
  const isOver = sql<boolean>`(forget <= ${day}::date or decided <= ${decidedUpTo}::date)`;
  const over = await answered(
    database.selectFrom('objection').select('text_key').where('text_key', 'is not', null).where(isOver).execute(),
  );
  const names = over.flatMap(({ text_key: name }) => (name === null ? [] : [name]));
  for (const name of names) await keys.destroy(name);
  if (names.length === 0) return 0n;
  const nothing = { text_key: null, sealed_text: null, sealed_reasons: null, forget: null };
  const query = database.updateTable('objection').set(nothing).where('text_key', 'in', names);
  return (await answered(query.executeTakeFirst())).numUpdatedRows;
}

/** Before any decision. */
const noDay = '1970-01-01';

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
