import { CodedError } from '@parlance/core';
import { fullWidth, type LeafOf } from '@parlance/log';
import { type Files, nodeFiles, readBundle } from '@parlance/log/node';
import { factsReader, type LeafFacts, type MediationFacts } from '../facts/read-facts.ts';
import { type RegisterCell, type RegisterDecision } from '../../store/register-row.ts';
import { type RegisterStore } from '../../store/register-store.ts';
import { type CellBook, cellBook, cellNames, mostWaiting } from './cell-book.ts';
import { addTally, decided, isElsewhere } from '../facts/totals.ts';
import { planChange, planStrike, type ReadStretch } from './plan-change.ts';

/** A log as it is published. */
export interface FollowedLog {
  /** Origin. */
  readonly log: string;
  /** Folder with the checkpoint and the tiles. */
  readonly folder: string;
  /** Leaves that are published. */
  readonly size: bigint;
}

export interface FollowOptions {
  readonly store: Pick<RegisterStore, 'sizes' | 'cells' | 'apply' | 'blocks' | 'isStruck'>;
  /** Leaves that are read before they are written to the database. */
  readonly step: number;
  /** Of each log the cells as they were after the last step, for whoever follows it again and again. */
  readonly books?: Map<string, KeptBook>;
  readonly files?: Files;
  /** Told after each step. */
  readonly onStep?: (done: bigint, size: bigint) => void;
  /** Between two steps nothing more is begun once this says so. */
  readonly isStopped?: () => boolean;
}

export interface KeptBook {
  /** Leaves that had been read. */
  readonly size: bigint;
  readonly book: CellBook;
}

/** Reads what the register has not read of a log, step by step, each all or nothing. Gives how many leaves have been read. Throws `log_corrupt`, `register_leaf`, `register_ahead`, and what the store throws. */
export async function followLog(log: FollowedLog, options: FollowOptions): Promise<bigint> {
  const follower: Follower = { ...options, log, files: options.files ?? nodeFiles, read: factsReader() };
  let size = await readSize(follower);
  if (size === log.size) return size;
  if (size > log.size) throw ahead(log, size);
  let book = keptBook(options, log, size) ?? (await readBook(follower));
  while (size < log.size && options.isStopped?.() !== true) {
    const next = await step(follower, book, size);
    if (next === null) {
      // Somebody else reads the same log.
      [size, book] = [await readSize(follower), await readBook(follower)];
      continue;
    }
    size = next;
    options.books?.set(log.log, { size, book });
    options.onStep?.(size, log.size);
  }
  return size;
}

/** None where somebody else has read the log meanwhile. */
function keptBook({ books }: FollowOptions, { log }: FollowedLog, size: bigint): CellBook | null {
  const kept = books?.get(log);
  return kept?.size === size ? kept.book : null;
}

/** A copy of the log was put back, or another log has its name: what was read is not what will be read. */
function ahead({ log, size }: FollowedLog, read: bigint): CodedError<'register_ahead'> {
  return new CodedError(
    'register_ahead',
    `${log}: the register has ${String(read)} leaves of a log of ${String(size)}; stop the server and run parlance register rebuild`,
  );
}

interface Follower extends Omit<FollowOptions, 'files'> {
  readonly log: FollowedLog;
  readonly files: Files;
  readonly read: (bytes: Uint8Array) => LeafFacts;
}

async function readSize({ store, log }: Follower): Promise<bigint> {
  return (await store.sizes()).get(log.log) ?? 0n;
}

async function readBook({ store, log }: Follower): Promise<CellBook> {
  return cellBook((await store.cells()).filter((cell) => cell.log === log.log));
}

/** Up to where the log has been read after it; null when another has read it meanwhile. */
async function step(follower: Follower, book: CellBook, from: bigint): Promise<bigint | null> {
  const { stretch, amend } = await readStretch(follower, from);
  if (stretch.to > stretch.from) {
    const change = planChange(book, stretch);
    if (!(await follower.store.apply(change))) return null;
    book.put(change.cells);
  }
  if (amend === null) return stretch.to;
  const struck = planStrike({ log: follower.log.log, at: stretch.to, ...(await struckBy(follower, book, amend)) });
  if (!(await follower.store.apply(struck))) return null;
  book.put(struck.cells);
  return struck.to;
}

type Amend = LeafOf<'amend'>;

interface FoundStretch {
  readonly stretch: ReadStretch;
  /** The correction behind the stretch, which is worked off by itself. */
  readonly amend: Amend | null;
}

async function readStretch(follower: Follower, from: bigint): Promise<FoundStretch> {
  const { log, step: length } = follower;
  const end = from + BigInt(length) < log.size ? from + BigInt(length) : log.size;
  const mediations: { position: bigint; facts: MediationFacts }[] = [];
  const answers = new Map<string, number>();
  const decisions: RegisterDecision[] = [];
  const stretchTo = (to: bigint): ReadStretch => ({ log: log.log, from, to, mediations, answers, decisions });
  for (let position = from; position < end;) {
    for (const bytes of await entriesFrom(follower, position, end)) {
      const facts = readable(follower.read(bytes), log, position);
      if (facts.kind === 'mediation') mediations.push({ position, facts });
      else if (facts.leaf.leaf === 'amend' && strikes(facts.leaf)) return { stretch: stretchTo(position), amend: facts.leaf };
      else if (facts.leaf.leaf === 'tally') addTally(answers, facts.leaf);
      else if (facts.leaf.leaf === 'amend') decisions.push(...(await decisionOf(follower, facts.leaf, position)));
      position += 1n;
    }
  }
  return { stretch: stretchTo(end), amend: null };
}

/** The leaf of a rule that an objection was about, where it was decided; none for other corrections and other leaves. */
async function decisionOf(follower: Follower, amend: Amend, position: bigint): Promise<readonly RegisterDecision[]> {
  const about = BigInt(amend.position);
  if (!amend.outcome.startsWith('objection-')) return [];
  if (isElsewhere(amend, follower.log.log)) return decided(amend, 'elsewhere', position);
  // What is decided about stands before the decision.
  if (about >= position) return [];
  const [bytes = new Uint8Array()] = await entriesFrom(follower, about, about + 1n);
  const facts = readable(follower.read(bytes), follower.log, about);
  return facts.kind === 'mediation' ? [] : decided(amend, facts.leaf, position);
}

/** From a position to the end of its bundle, or to `end`. */
async function entriesFrom({ files, log: { folder, size } }: Follower, position: bigint, end: bigint): Promise<readonly Uint8Array[]> {
  const first = position - (position % BigInt(fullWidth));
  const width = Number(size - first < fullWidth ? size - first : fullWidth);
  const entries = await readBundle({ files, folder }, { index: first / BigInt(fullWidth), width });
  return entries.slice(Number(position - first), Number(end - first));
}

function readable(facts: LeafFacts, { folder }: FollowedLog, position: bigint): Exclude<LeafFacts, { kind: 'refused' }> {
  if (facts.kind !== 'refused') return facts;
  throw new CodedError(
    'register_leaf',
    `${folder}: leaf ${String(position)} cannot be read (${facts.issue.code}); parlance log audit says more`,
  );
}

function strikes({ outcome }: Amend): boolean {
  return outcome === 'withdrawn' || outcome === 'replaced';
}

interface Struck {
  readonly position: bigint;
  readonly cells: readonly { readonly cell: RegisterCell; readonly newest: readonly bigint[] }[];
}

/** The cells of the entry that a correction takes away; none where it is about another leaf, or about one that was taken away before. */
async function struckBy(follower: Follower, book: CellBook, amend: Amend): Promise<Struck> {
  const position = BigInt(amend.position);
  const { log, store } = follower;
  const none = { position, cells: [] };
  if (position >= log.size || (await store.isStruck(log.log, position))) return none;
  const [bytes = new Uint8Array()] = await entriesFrom(follower, position, position + 1n);
  const facts = readable(follower.read(bytes), log, position);
  if (facts.kind !== 'mediation') return none;
  const found = cellNames(facts).flatMap((name) => book.find(name) ?? []);
  const cells: Struck['cells'][number][] = [];
  for (const cell of found) cells.push({ cell, newest: await newestOf(follower, cell, position) });
  return { position, cells };
}

/** The newest entries of a cell without one of them. */
async function newestOf({ store, log }: Follower, { cell, newest }: RegisterCell, without: bigint): Promise<readonly bigint[]> {
  if (!newest.includes(without)) return newest;
  let found: readonly bigint[] = [];
  for (let before = log.size; found.length < mostWaiting;) {
    const blocks = await store.blocks({ log: log.log, cells: [cell], from: 0n, before });
    const oldest = blocks.at(-1)?.positions[0];
    if (oldest === undefined) break;
    found = [...blocks.toReversed().flatMap(({ positions }) => positions), ...found].filter((position) => position !== without);
    before = oldest;
  }
  return found.slice(-mostWaiting);
}
