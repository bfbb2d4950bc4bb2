import { CodedError } from '@parlance/core';
import { type CountryKeeper, createCountryKeeper, type LoadedCountry, type PackSource } from '../country/country-keeper.ts';
import { type AnswerLog } from '../record/answer-log.ts';

export interface KeepPackOptions {
  readonly first: LoadedCountry;
  readonly source: PackSource;
  /** Where another pack is made public before it acts. */
  readonly log: Pick<AnswerLog, 'putInForce'>;
  /** Milliseconds between two looks; 0: only when told to. */
  readonly every: number;
}

export interface KeptPack {
  readonly countries: CountryKeeper;
  /** Looks until what is there now is in force or refused. */
  readonly look: () => Promise<void>;
  stop(): Promise<void>;
}

/** Keeps the pack of a server up to date, and tells the operator what became of each version. */
export async function keepPack({ first, source, log, every }: KeepPackOptions): Promise<KeptPack> {
  const countries = await createCountryKeeper({
    first,
    source,
    publish: (inForce) => log.putInForce(inForce),
    onReplaced: ({ country: { pack }, warnings }) => {
      tell([`pack ${pack.id} ${pack.version} is in force now, ${pack.digest}`, ...warnings.map((warning) => `  warning: ${warning}`)]);
    },
    onRefused: (reason) => {
      tell([reason, '  the pack in force answers on']);
    },
  });
  let last = Promise.resolve();
  const look = (): Promise<void> => (last = last.then(() => countries.look()).catch(reportFault));
  const timer = every === 0 ? null : setInterval(() => void look(), every);
  timer?.unref();
  return {
    countries,
    // The first look may only see that something has changed.
    look: () => look().then(look),
    async stop() {
      if (timer !== null) clearInterval(timer);
      await last;
    },
  };
}

function tell(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
}

function reportFault(error: unknown): void {
  const reason = error instanceof CodedError ? error.message : 'unknown';
  tell([`another version of the pack could not be made public: ${reason}; the one in force answers on, and it is tried again`]);
}
