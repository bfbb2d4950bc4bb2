import { CodedError } from '@parlance/core';
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
}

export interface KeeperOptions {
  readonly first: LoadedCountry;
  readonly source: PackSource;
  /** Makes a pack public before it acts. */
  readonly publish: (inForce: InForce) => Promise<void>;
  /** Told once of a pack that came into force. */
  readonly onReplaced: (loaded: LoadedCountry) => void;
  /** Told once of each pack that was refused; the one in force answers on. */
  readonly onRefused: (reason: string) => void;
}

/** The pack that answers, and how it is replaced while the server runs. */
export interface CountryKeeper {
  current(): Country;
  /** Code of what is wrong with the pack that is there now and was refused; null when the one in force is the one that is there. */
  refused(): string | null;
  /** Looks whether another pack is there, and puts it into force. */
  look(): Promise<void>;
}

/**
 * Keeps one pack in force. Another one is loaded whole and checked whole, made public, and only then put in its place, in one step; whatever fails on the way leaves
 * the one in force untouched. What was refused is not tried again until something changes.
 */
export async function createCountryKeeper({ first, source, ...rest }: KeeperOptions): Promise<CountryKeeper> {
  const state: State = { current: first, refused: null, seen: await source.mark(), next: 'nothing' };
  let looking: Promise<void> | null = null;
  return {
    current: () => state.current.country,
    refused: () => state.refused,
    look: () => (looking ??= look(state, { source, ...rest }).finally(() => (looking = null))),
  };
}

interface State {
  current: LoadedCountry;
  refused: string | null;
  /** Mark of the last look. */
  seen: string;
  /** What there is to do: load what the mark stands for, or make public what was loaded. */
  next: LoadedCountry | 'load' | 'nothing';
}

/** Files are still being written while their mark changes from look to look, so a pack is loaded when two looks see the same. */
async function look(state: State, options: Omit<KeeperOptions, 'first'>): Promise<void> {
  const mark = await options.source.mark();
  if (mark !== state.seen) {
    state.seen = mark;
    state.next = 'load';
    return;
  }
  if (state.next === 'load') state.next = await load(state, options);
  if (state.next === 'nothing') return;
  // When the log cannot be written now, it is tried again with the next look.
  await options.publish(state.next.inForce);
  state.current = state.next;
  state.next = 'nothing';
  options.onReplaced(state.current);
}

/** What is there now, unless it is what is in force or is refused. */
async function load(state: State, { source, onRefused }: Omit<KeeperOptions, 'first'>): Promise<LoadedCountry | 'nothing'> {
  try {
    const found = await source.load();
    state.refused = null;
    return isInForce(state.current, found) ? 'nothing' : found;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    state.refused = String(error.code);
    onRefused(error.message);
    return 'nothing';
  }
}

/** The same files under other signatures are a release of their own. Throws when it is the pack of another country. */
function isInForce(current: LoadedCountry, { country: { pack }, inForce }: LoadedCountry): boolean {
  const { id, digest } = current.country.pack;
  if (pack.id !== id)
    throw new CodedError('pack_not_loaded', `the pack in force is that of ${id}; to answer for ${pack.id}, start a server with it`);
  return pack.digest === digest && JSON.stringify(inForce.release) === JSON.stringify(current.inForce.release);
}
