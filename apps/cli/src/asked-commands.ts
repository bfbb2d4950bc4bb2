import { type Command } from 'commander';

/** By name, in the order of the help. */
export type CommandLoaders = ReadonlyMap<string, () => Promise<Command>>;

/**
 * The command that a word names, or all of them where it names none: for the help and for what is mistyped. A start takes as long as what it loads, so that a command
 * loads nothing of the others.
 */
export async function askedCommands(loaders: CommandLoaders, word: string | undefined): Promise<readonly Command[]> {
  const load = loaders.get(word ?? '');
  return Promise.all(load === undefined ? [...loaders.values()].map((each) => each()) : [load()]);
}
