import { type LineChange, textDifference } from '@parlance/gateway';
import { changedText } from './changed-text.ts';

/** One line of a layer that is told differently: `knowledge s1.text: … [-60-]{+72+} …`. */
export function lineChangeText({ layer, key, before, after }: LineChange, language: string): string {
  const text = changedText(textDifference(before ?? '', after ?? '', language)).join(' / ');
  const isWhole = before === null || after === null;
  return `${layer} ${key}: ${isWhole && text.length > longest ? `${text.slice(0, longest)}…` : text}`;
}

/** A whole line that came or went is a passage that stands in the pack: its beginning says which. */
const longest = 120;
