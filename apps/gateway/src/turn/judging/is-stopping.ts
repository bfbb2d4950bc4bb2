import { type Judged } from '@parlance/disclosure';

/** A rule ends the answer at this sentence. */
export function isStopping({ effects }: Judged): boolean {
  return effects.some(({ action }) => action === 'stop');
}
