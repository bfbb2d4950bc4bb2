import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { appendPositions, decodePositions, encodePositions, type PositionBlock, positionsIn } from './position-block.ts';
import { type BlockPlace, decidedOutcomes, type RegisterCell, type RegisterChange, type RegisterTotals } from './register-row.ts';
import { type Tables } from './schema.ts';
import { answered } from './store-error.ts';

/** What was read of the logs for the register. It can be dropped at any time: the logs have everything. */
export interface RegisterStore {
  /** How many leaves of each log have been read. */
  sizes(): Promise<ReadonlyMap<string, bigint>>;
  /** Of all logs, in the order of their origins and numbers. */
  cells(): Promise<readonly RegisterCell[]>;
  /** Cells that were changed after their log had so many leaves; all of a log that is not named. In the same order. */
  changedCells(since: ReadonlyMap<string, bigint>): Promise<readonly RegisterCell[]>;
  /** What rates are made of. */
  totals(): Promise<RegisterTotals>;
  /** All or nothing. False: the log has been read further meanwhile, and nothing was written. */
  apply(change: RegisterChange): Promise<boolean>;
  /** Of each cell the two last blocks that begin before a position, where they reach to another; the last first. */
  blocks(place: BlockPlace): Promise<readonly PositionBlock[]>;
  /** Whether an entry was struck. */
  isStruck(log: string, position: bigint): Promise<boolean>;
  drop(): Promise<void>;
}

type Changing = Transaction<Tables>;

export function createRegisterStore(database: Kysely<Tables>): RegisterStore {
  return {
    async sizes() {
      const rows = await answered(database.selectFrom('register_log').selectAll().execute());
      return new Map(rows.map(({ log, size }) => [log, size]));
    },
    async cells() {
      const rows = await answered(
        database
          .selectFrom('register_cell')
          .selectAll()
          .orderBy(sql`log collate "C"`)
          .orderBy('cell')
          .execute(),
      );
      return rows.map(cellOf);
    },
    async changedCells(since) {
      return (await answered(changedSince(since).execute(database))).rows.map(cellOf);
    },
    totals: () => totals(database),
    apply: (change) => answered(database.transaction().execute((changing) => apply(changing, change))),
    async blocks(place) {
      const { rows } = await answered(blocksAt(place).execute(database));
      return (rows[0]?.blocks ?? '').split(',').filter(Boolean).map(blockOf);
    },
    async isStruck(log, position) {
      const query = database.selectFrom('register_struck').select('position').where('log', '=', log).where('position', '=', position);
      return (await answered(query.executeTakeFirst())) !== undefined;
    },
    async drop() {
      await answered(
        database.transaction().execute(async (changing) => {
          for (const table of [
            'register_log',
            'register_cell',
            'register_block',
            'register_struck',
            'register_month',
            'register_decision',
          ] as const)
            await changing.deleteFrom(table).execute();
        }),
      );
    },
  };
}

async function apply(changing: Changing, change: RegisterChange): Promise<boolean> {
  if (!(await goOn(changing, change))) return false;
  const { log, cells, added, answers, decisions, struck } = change;
  if (cells.length > 0) await writeCells(log, cells).execute(changing);
  if (added.length > 0) await addPositions(changing, change);
  if (answers.size > 0) await addAnswers(log, answers).execute(changing);
  if (decisions.length > 0) await addDecisions(log, decisions).execute(changing);
  if (struck !== null) await strike(changing, { log, ...struck });
  return true;
}

function cellOf(row: Selectable<Tables['register_cell']>): RegisterCell {
  return { ...row, count: Number(row.count), newest: decodePositions(row.newest) };
}

/** Log by log, so that the index finds what has changed. */
function changedSince(since: ReadonlyMap<string, bigint>) {
  return sql<Selectable<Tables['register_cell']>>`
    select cell.* from register_log
      left join unnest(${[...since.keys()]}::text[], ${[...since.values()].map(String)}::bigint[]) as known (log, size) using (log)
      cross join lateral (
        select * from register_cell where register_cell.log = register_log.log and register_cell.changed > coalesce(known.size, -1)
      ) as cell
    order by cell.log collate "C", cell.cell`;
}

async function totals(database: Kysely<Tables>): Promise<RegisterTotals> {
  const months = database
    .selectFrom('register_month')
    .select(['month', sql<bigint>`sum(answers)::bigint`.as('answers')])
    .groupBy('month');
  const decided = database
    .selectFrom(decidedOnce)
    .select(['rule', 'outcome', sql<bigint>`count(*)`.as('count')])
    .groupBy(['rule', 'outcome'])
    .orderBy(sql`rule collate "C"`)
    .orderBy(sql`outcome collate "C"`);
  const answers = new Map((await answered(months.execute())).map((row) => [row.month, Number(row.answers)]));
  const decisions = (await answered(decided.execute())).flatMap(({ rule, outcome: name, count }) => {
    const outcome = decidedOutcomes.find((each) => each === name);
    return outcome === undefined ? [] : [{ rule, outcome, count: Number(count) }];
  });
  return { answers, decisions };
}

/** Each decision as the first log tells it. Leaves of the first version have no name, and their position is one of their own log. */
const decidedOnce = sql<Pick<Selectable<Tables['register_decision']>, 'rule' | 'outcome'>>`(
  select distinct on (case when decision like 'leaf %' then log || ' ' || decision else decision end) rule, outcome from register_decision
  order by case when decision like 'leaf %' then log || ' ' || decision else decision end, log collate "C"
)`.as('decided');

/** Whoever comes first goes on; the row stays locked until that is written. */
async function goOn(changing: Changing, { log, from, to }: RegisterChange): Promise<boolean> {
  if (from === 0n) {
    const begun = sql`insert into register_log (log, size) values (${log}, ${to}) on conflict (log) do nothing returning log`;
    if ((await begun.execute(changing)).rows.length > 0) return true;
  }
  const query = changing.updateTable('register_log').set({ size: to }).where('log', '=', log).where('size', '=', from);
  return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

function writeCells(log: string, cells: readonly RegisterCell[]) {
  const column = <Key extends keyof RegisterCell>(key: Key) => cells.map((cell) => cell[key]);
  return sql`
    insert into register_cell as before (log, cell, month, subject, language, sector, count, newest, changed)
    select ${log}, cell, month, subject, language, sector, count, decode(newest, 'hex'), changed from unnest(
      ${column('cell')}::integer[], ${column('month')}::text[], ${column('subject')}::text[], ${column('language')}::text[],
      ${column('sector')}::text[], ${column('count')}::bigint[], ${cells.map(({ newest }) => hex(newest))}::text[],
      ${cells.map(({ changed }) => String(changed))}::bigint[]
    ) as given (cell, month, subject, language, sector, count, newest, changed)
    on conflict (log, cell) do update set count = excluded.count, newest = excluded.newest, changed = excluded.changed`;
}

function addAnswers(log: string, answers: RegisterChange['answers']) {
  return sql`
    insert into register_month as before (log, month, answers)
    select ${log}, month, answers from unnest(${[...answers.keys()]}::text[], ${[...answers.values()].map(String)}::bigint[]) as given (month, answers)
    on conflict (log, month) do update set answers = before.answers + excluded.answers`;
}

function addDecisions(log: string, decisions: RegisterChange['decisions']) {
  const column = (key: keyof RegisterChange['decisions'][number]) => decisions.map((each) => each[key]);
  return sql`
    insert into register_decision (log, decision, rule, outcome)
    select ${log}, decision, rule, outcome from unnest(
      ${column('decision')}::text[], ${column('rule')}::text[], ${column('outcome')}::text[]
    ) as given (decision, rule, outcome)
    on conflict (log, decision) do nothing`;
}

async function addPositions(changing: Changing, { log, added }: RegisterChange): Promise<void> {
  const { rows } = await lastBlocks(
    log,
    added.map(({ cell }) => cell),
  ).execute(changing);
  const last = new Map(rows.map(({ cell, positions }) => [cell, decodePositions(positions)]));
  const blocks = added.flatMap(({ cell, positions }) =>
    appendPositions(last.get(cell) ?? [], positions).map((each) => ({ cell, positions: each })),
  );
  await sql`
    insert into register_block (log, cell, first, positions)
    select ${log}, cell, first, decode(positions, 'hex') from unnest(
      ${blocks.map(({ cell }) => cell)}::integer[], ${blocks.map(({ positions }) => String(positions[0] ?? 0n))}::bigint[],
      ${blocks.map(({ positions }) => hex(positions))}::text[]
    ) as given (cell, first, positions)
    on conflict (log, cell, first) do update set positions = excluded.positions`.execute(changing);
}

interface BlockRow {
  readonly cell: number;
  readonly positions: Uint8Array;
}

function lastBlocks(log: string, cells: readonly number[]) {
  return sql<BlockRow>`
    select asked.cell, block.positions from unnest(${cells}::integer[]) as asked (cell) cross join lateral (
      select positions from register_block where log = ${log} and cell = asked.cell order by first desc limit 1
    ) as block`;
}

/** One row, because a page of everything reads more than a thousand. The last eight bytes of a block are its last position, and bytes stand in the order of their numbers. */
function blocksAt({ log, cells, from, before }: BlockPlace) {
  return sql<{ readonly blocks: string | null }>`
    select string_agg(asked.cell::text || ' ' || encode(block.positions, 'hex'), ',' order by asked.cell, block.first desc) as blocks
    from unnest(${cells}::integer[]) as asked (cell) cross join lateral (
      select first, positions from register_block where log = ${log} and cell = asked.cell and first < ${before} order by first desc limit 2
    ) as block where substring(block.positions from octet_length(block.positions) - 7) >= int8send(${from})`;
}

function blockOf(text: string): PositionBlock {
  const [cell = '', positions = ''] = text.split(' ');
  return { cell: Number(cell), positions: positionsIn(positions) };
}

interface Strike {
  readonly log: string;
  readonly position: bigint;
  readonly cells: readonly number[];
}

/** The row of the entry is written anew without it, or goes; the counts were changed with the cells. */
async function strike(changing: Changing, { log, position, cells }: Strike): Promise<void> {
  await changing.insertInto('register_struck').values({ log, position }).execute();
  for (const cell of cells) {
    const inCell = changing.selectFrom('register_block').selectAll().where('log', '=', log).where('cell', '=', cell);
    const block = await inCell.where('first', '<=', position).orderBy('first', 'desc').limit(1).executeTakeFirst();
    if (block === undefined) continue;
    const left = decodePositions(block.positions).filter((each) => each !== position);
    await changing.deleteFrom('register_block').where('log', '=', log).where('cell', '=', cell).where('first', '=', block.first).execute();
    const [first] = left;
    if (first === undefined) continue;
    await changing
      .insertInto('register_block')
      .values({ log, cell, first, positions: encodePositions(left) })
      .execute();
  }
}

/** Both drivers take lists of texts, and not both take lists of bytes. */
function hex(positions: readonly bigint[]): string {
  return Buffer.from(encodePositions(positions)).toString('hex');
}
