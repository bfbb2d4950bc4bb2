import { type Config } from '../config/config.ts';

/** Nobody can see from one process how many others stand behind its address, so whoever runs the service is told what they would need. */
export function ownKeyWarnings({ mode, turnKey, data }: Pick<Config, 'mode' | 'turnKey' | 'data'>): readonly string[] {
  if (mode !== 'production' || turnKey !== null) return [];
  return [
    `PARLANCE_TURN_KEY is unset, so pages carry conversations under the key of this process alone (${data}/turn-key): behind one address with others, each would leave out what another told. Give all the same key; see docs/settings.md`,
  ];
}
