import { type SafetyObject } from '@parlance/wire';
import { resourcesFor, safetyObjects } from '../../country/crisis.ts';
import { type Gateway } from '../../gateway.ts';
import { heardCrisis } from '../../turn/heard-crisis.ts';
import { mostEarlier } from '../../turn/looked-up.ts';

/** UTF-16 units that are read at either end of a text that is too long to be asked. */
const longestRead = 20_000;

/** What somebody wrote that nobody is asked. */
export interface Unasked {
  readonly question: string;
  /** Their earlier questions, the first first. */
  readonly earlier?: readonly { readonly question: string }[];
  /** The reader is under 18. */
  readonly isYoung: boolean;
}

/**
 * Verified resources for who writes in distress, or wrote so a few questions ago and writes on; empty when nobody does. It asks nobody and writes nothing down, so that it works where
 * nothing else does (R9).
 */
export function helpFor(
  { country: { pack } }: Gateway,
  { question, earlier = [], isYoung }: Unasked,
  language: string,
): readonly SafetyObject[] {
  const recent = question === '' ? [] : earlier.slice(-mostEarlier).map((turn) => turn.question);
  const { now, before } = heardCrisis({ asked: endsOf(question), earlier: recent, isYoung: true });
  const crises = [now, before].filter((crisis) => crisis !== null);
  // Nobody asked how old the reader is: the helpline for children is there for everybody, and last where nothing says that it is for them.
  const told = [...resourcesFor(pack, crises, isYoung), ...resourcesFor(pack, crises, true)];
  return safetyObjects([...new Set(told)], language);
}

function endsOf(text: string): string {
  return text.length <= 2 * longestRead ? text : `${text.slice(0, longestRead)}\n${text.slice(-longestRead)}`;
}
