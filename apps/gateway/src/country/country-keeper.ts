import { CodedError } from '@parlance/core';
import { type PackFiles } from '@parlance/pack';
import { type InForce } from '../record/rule-leaves.ts';
import { type Country } from './country.ts';

/** A pack that may act, ready to answer. */
export interface LoadedCountry {
  readonly country: Country;
  readonly inForce: InForce;
  readonly warnings: readonly string[];
}

/** Where packs come from. */
export interface PackSource {
  /** Changes whenever `load` might give something else. Cheap, and never throws. */
  mark(): Promise<string>;
  /** What is to be in force now. Throws `CodedError` with every reason when that is nothing. */
  load(): Promise<LoadedCountry>;
  /** The files of a pack by its digest, in force or not; null when they are not kept. */
  find(digest: string): Promise<PackFiles | null>;
}

export interface KeeperOptions {
  readonly first: LoadedCountry;
  /** Mark of the source, taken before `first` was loaded, so that nothing that came after is missed. */
  readonly mark: string;
  readonly source: PackSource;
  /** Whether a pack has ever acted here: others may lie among the releases, and nobody is shown them. */
  readonly wasInForce: (digest: string) => Promise<boolean>;
  /** Makes a pack public before it acts. */
  readonly publish: (inForce: InForce) => Promise<void>;
  /** Told once of a pack that came into force. */
  readonly onReplaced: (loaded: LoadedCountry) => void;
  /** Told once of each reason for which another pack does not come into force; the one in force answers on. */
  readonly onRefused: (reason: string) => void;
}

/** The pack that answers, and how it is replaced while the server runs. */
export interface CountryKeeper {
  current(): Country;
  /** The files of the pack in force, or of one that was in force before, by digest; null when they are not kept. */
  find(digest: string): Promise<PackFiles | null>;
  /** Code of what is wrong with the pack that is there now and does not act; null when the one in force is the one that is there. */
  refused(): string | null;
  /** Looks whether another pack is there, and puts it into force. `isCertain`: somebody says so, so it is not waited until the files are quiet. One look at a time: `keepPack` queues them. */
  look(isCertain?: boolean): Promise<void>;
}

/**
 * Keeps one pack in force. Another one is loaded whole and checked whole, made public, and only then put in its place, in one step; whatever fails on the way leaves
 * the one in force untouched, and is tried again.
 */
export function createCountryKeeper({ first, mark, ...options }: KeeperOptions): CountryKeeper {
  const state: State = { current: first, past: [], refused: null, seen: mark, next: 'nothing', rest: 0 };
  return {
    current: () => state.current.country,
    find: (digest) => find(state, digest, options),
    refused: () => state.refused?.code ?? null,
    look: (isCertain = false) => look(state, isCertain, options),
  };
}

type Options = Omit<KeeperOptions, 'first' | 'mark'>;

interface State {
  current: LoadedCountry;
  /** Packs that were replaced, the newest first. */
  past: readonly { readonly digest: string; readonly files: PackFiles }[];
  refused: { readonly code: string; readonly message: string } | null;
  /** Mark of the last look. */
  seen: string;
  /** What there is to do: load what the mark stands for, or make public what was loaded. */
  next: LoadedCountry | 'load' | 'nothing';
  /** Looks to let pass before what was refused is loaded again. */
  rest: number;
}

/** Looks between two tries of what was refused: its cause may be gone without a trace in the mark, as when a pack arrives after the step that names it. */
const longestRest = 12;
const mostPast = 16;

/** Files are still being written while their mark changes from look to look, so a pack is loaded when two looks see the same. */
async function look(state: State, isCertain: boolean, options: Options): Promise<void> {
  const mark = await options.source.mark();
  if (mark !== state.seen || isCertain) {
    Object.assign(state, { seen: mark, next: 'load', rest: 0 });
    if (!isCertain) return;
  }
  if (state.next === 'load' && state.rest-- <= 0) state.next = await load(state, options);
  if (typeof state.next === 'string') return;
  await publish(state, state.next, options);
}

/** What is there now, unless it is what is in force. What is refused is loaded again later. */
async function load(state: State, { source, onRefused }: Options): Promise<State['next']> {
  try {
    const found = await source.load();
    const isThere = isInForce(state.current, found);
    state.refused = null;
    return isThere ? 'nothing' : found;
  } catch (error) {
    refuse(state, error, onRefused);
    state.rest = longestRest;
    return 'load';
  }
}

/** When the log cannot be written now, it is tried again with the next look. */
async function publish(state: State, next: LoadedCountry, { publish: putInForce, onReplaced, onRefused }: Options): Promise<void> {
  try {
    await putInForce(next.inForce);
  } catch (error) {
    refuse(state, error, onRefused);
    return;
  }
  const { pack, files } = state.current.country;
  state.past = [{ digest: pack.digest, files }, ...state.past].slice(0, mostPast);
  Object.assign(state, { current: next, next: 'nothing', refused: null });
  onReplaced(next);
}

function refuse(state: State, error: unknown, onRefused: Options['onRefused']): void {
  const { code, message } = error instanceof CodedError ? { code: String(error.code), message: error.message } : unknownFault;
  const isNews = state.refused?.message !== message;
  state.refused = { code, message };
  if (isNews) onRefused(message);
}

const unknownFault = { code: 'unknown', message: 'another pack does not come into force, for a reason that is not known' };

/** The same files under other signatures are a release of their own. Throws when it is the pack of another country. */
function isInForce(current: LoadedCountry, { country: { pack }, inForce }: LoadedCountry): boolean {
  const { id, digest } = current.country.pack;
  if (pack.id !== id)
    throw new CodedError('pack_not_loaded', `the pack in force is that of ${id}; to answer for ${pack.id}, start a server with it`);
  return pack.digest === digest && JSON.stringify(inForce.release) === JSON.stringify(current.inForce.release);
}

async function find({ current, past }: State, digest: string, { source, wasInForce }: Options): Promise<PackFiles | null> {
  if (current.country.pack.digest === digest) return current.country.files;
  const remembered = past.find((each) => each.digest === digest);
  if (remembered !== undefined) return remembered.files;
  return (await wasInForce(digest)) ? source.find(digest) : null;
}
