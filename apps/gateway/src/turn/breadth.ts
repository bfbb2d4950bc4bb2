import { type CrisisKind } from '@parlance/charter';
import { crisisInWords } from '../country/crisis-signs.ts';
import { type GroundOptions } from './ground.ts';
import { type HeardCrisis } from './heard-crisis.ts';

/** How much of what the pack knows is shown. */
export type Breadth = Pick<GroundOptions, 'cards' | 'passages' | 'isSelective' | 'isReserved' | 'isCareful'>;

/** A model can weigh several texts; the answerer shows the best card and one passage. */
const forModels: Breadth = { cards: 3, passages: 2, isSelective: false };
const forAnswerer: Breadth = { cards: 1, passages: 1, isSelective: true };
const nothing = { cards: 0, passages: 0 } as const;

/**
 * After a cry for help the resources come first, always. Where somebody may die within minutes nothing follows them: there is a number to call, and nothing to read. Elsewhere a card
 * follows only where it is asked for by its name: who is beaten and asks how to divorce is told that too.
 */
export const everySecondCounts = {
  poison: true,
  medical: true,
  'self-harm': false,
  violence: false,
  child: false,
} as const satisfies Record<CrisisKind, boolean>;

export interface Asker {
  readonly asked: string;
  readonly heard: HeardCrisis;
  /** They ask about nothing but their distress of before. */
  readonly isAboutBefore: boolean;
  readonly isModel: boolean;
}

export function breadthFor({ asked, heard, isAboutBefore, isModel }: Asker): Breadth {
  if (isAboutBefore) return { ...forModels, ...nothing };
  if (isModel) return forModels;
  if (heard.now === null) return heard.before === null ? forAnswerer : { ...forAnswerer, isCareful: true };
  // What words say. A likeness to distress is a guess, and takes no card from whoever names it.
  const told = crisisInWords(asked);
  return told !== null && everySecondCounts[told] ? { ...forAnswerer, ...nothing } : { ...forAnswerer, isReserved: true, passages: 0 };
}
