import { type CrisisKind } from '@parlance/charter';
import { isBareCry } from '../bare-cries.ts';
import { crisisInWords } from '../crisis-signs.ts';
import { learnedDistress } from './learned-distress.ts';

/**
 * Whether a person says that they or somebody with them is in acute distress or danger; null when not. Words of the charter decide first, because they say why; what they do not know is
 * compared with what people in danger write.
 */
export function crisisIn(text: string): CrisisKind | null {
  return crisisInWords(text) ?? (isBareCry(text) ? 'self-harm' : learnedDistress(text));
}
