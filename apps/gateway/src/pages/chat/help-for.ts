import { type SafetyObject } from '@parlance/wire';
import { isYouthConcern, resourcesFor, safetyObjects } from '../../country/crisis.ts';
import { crisisIn } from '../../country/distress/crisis-in.ts';
import { type Gateway } from '../../gateway.ts';

/** UTF-16 units that are read at either end of a text that is too long to be asked. */
const longestRead = 20_000;

/** Verified resources for who writes in distress; empty when nobody does. It asks nobody and writes nothing down, so that it works where nothing else does (R9). */
export function helpFor({ country: { pack } }: Gateway, text: string, language: string): readonly SafetyObject[] {
  const read = text.length <= 2 * longestRead ? text : `${text.slice(0, longestRead)}\n${text.slice(-longestRead)}`;
  // The helpline for children costs nobody anything, and nobody asked how old the reader is.
  const crisis = crisisIn(read) ?? (isYouthConcern(read) ? 'child' : null);
  return crisis === null ? [] : safetyObjects(resourcesFor(pack, crisis, true), language);
}
