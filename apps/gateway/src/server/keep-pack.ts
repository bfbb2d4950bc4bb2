import { type CountryKeeper, createCountryKeeper, type LoadedCountry, type PackSource } from '../country/country-keeper.ts';
import { type AnswerLog } from '../record/answer-log.ts';
import { statedInForce } from '../record/stated-in-force.ts';

export interface KeepPackOptions {
  readonly first: LoadedCountry;
  /** Mark of the source, taken before `first` was loaded. */
  readonly mark: string;
  readonly source: PackSource;
  /** Where another pack is made public before it acts, and what says which ones have acted. */
  readonly log: Pick<AnswerLog, 'putInForce' | 'shards'>;
  /** Milliseconds between two looks; 0: only when told to. */
  readonly every: number;
}

export interface KeptPack {
  readonly countries: CountryKeeper;
  /** Puts what is there now into force, or refuses it, after whatever look is under way. */
  readonly reload: () => Promise<void>;
  /** Waits for what was asked for. */
  stop(): Promise<void>;
}

/** Keeps the pack of a server up to date, and tells the operator what became of each version. */
export function keepPack({ first, mark, source, log, every }: KeepPackOptions): KeptPack {
  const countries = createCountryKeeper({
    first,
    mark,
    source,
    wasInForce: async (digest) => (await statedInForce(log).releases()).some(({ leaf }) => leaf.digest === digest),
    publish: (inForce) => log.putInForce(inForce),
    onReplaced: ({ country: { pack }, warnings }) => {
      tell([`pack ${pack.id} ${pack.version} is in force now, ${pack.digest}`, ...warnings.map((warning) => `  warning: ${warning}`)]);
    },
    onRefused: (reason) => {
      tell([reason, '  the pack in force answers on, and it is tried again']);
    },
  });
  let last = Promise.resolve();
  let waiting = 0;
  /** One after the other: the second finds what came while the first was under way. */
  const queue = (isCertain: boolean): Promise<void> => {
    waiting++;
    last = last.then(() => countries.look(isCertain)).finally(() => waiting--);
    return last;
  };
  // Where a look takes long, as on a slow disk, the ones that come of themselves are left out and do not queue.
  const look = (): void => {
    if (waiting === 0) void queue(false);
  };
  const timer = every === 0 ? null : setInterval(look, every);
  timer?.unref();
  return {
    countries,
    reload: () => queue(true),
    async stop() {
      if (timer !== null) clearInterval(timer);
      await last;
    },
  };
}

function tell(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}
