import { type CountryKeeper, createCountryKeeper, type LoadedCountry, type PackSource } from '../country/country-keeper.ts';
import { type AnswerLog } from '../record/answer-log.ts';

export interface KeepPackOptions {
  readonly first: LoadedCountry;
  /** Mark of the source, taken before `first` was loaded. */
  readonly mark: string;
  readonly source: PackSource;
  /** Where another pack is made public before it acts. */
  readonly log: Pick<AnswerLog, 'putInForce'>;
  /** Milliseconds between two looks; 0: only when told to. */
  readonly every: number;
}

export interface KeptPack {
  readonly countries: CountryKeeper;
  /** Puts what is there now into force, or refuses it. */
  readonly reload: () => Promise<void>;
  stop(): Promise<void>;
}

/** Keeps the pack of a server up to date, and tells the operator what became of each version. */
export function keepPack({ first, mark, source, log, every }: KeepPackOptions): KeptPack {
  const countries = createCountryKeeper({
    first,
    mark,
    source,
    publish: (inForce) => log.putInForce(inForce),
    onReplaced: ({ country: { pack }, warnings }) => {
      tell([`pack ${pack.id} ${pack.version} is in force now, ${pack.digest}`, ...warnings.map((warning) => `  warning: ${warning}`)]);
    },
    onRefused: (reason) => {
      tell([reason, '  the pack in force answers on, and it is tried again']);
    },
  });
  // Where a look takes long, as on a slow disk, the next ones wait for it and do not queue.
  let looking = Promise.resolve();
  const look = (): void => {
    looking = countries.look();
  };
  const timer = every === 0 ? null : setInterval(look, every);
  timer?.unref();
  return {
    countries,
    async reload() {
      await looking;
      await countries.look(true);
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      await looking;
    },
  };
}

function tell(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}
