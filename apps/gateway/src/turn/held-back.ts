import { type Screening } from './screening.ts';

/** UTF-16 units that have come and are not told yet, over all channels whose text is told as it comes. Held JSON and the arguments of tools wait by design and do not count. */
export function heldBack({ channels }: Pick<Screening, 'channels'>): number {
  let held = 0;
  for (const { restoration, pass } of channels.values()) held += restoration.held.length + pass.held.length;
  return held;
}
