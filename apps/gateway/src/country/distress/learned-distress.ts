import { inflateRawSync } from 'node:zlib';
import { type CrisisKind } from '@parlance/charter';
import { type LinearModel, logOdds } from './linear-judge.ts';
import { learned, type WrittenModel } from './learned-weights.ts';
import { featuresOf } from './text-features.ts';

/** A longer text is heard at its beginning and at its end, where people say what is with them: a stretch of each, and a short one, in which one sentence stands out; in UTF-16 units. */
const longestWhole = 600;
const stretches = [400, 160];

/** In a word or two (`tonight`) there is little to go by. Chinese is written without spaces: its words are not counted. */
const shortest = { words: 2, threshold: 2.5 };
const han = /\p{Script=Han}/u;

const distress = modelOf(learned.distress);
const kinds: readonly (readonly [CrisisKind, LinearModel])[] = learned.kinds.map(({ kind, model }) => [kind, modelOf(model)]);

/**
 * Whether a text reads like those of people in danger, also where it names neither death nor harm; null when not. It is a guess by likeness to examples
 * (`vectors/distress-training`), made and measured by `npm run bench:distress`.
 */
export function learnedDistress(text: string): CrisisKind | null {
  const parts = text.length <= longestWhole ? [text] : stretches.flatMap((length) => [text.slice(0, length), text.slice(-length)]);
  for (const part of parts) {
    const features = featuresOf(part);
    if (logOdds(distress, features) > thresholdOf(part)) return kindOf(features);
  }
  return null;
}

function thresholdOf(text: string): number {
  const isShort = !han.test(text) && (text.match(/[^\p{P}\s]+/gu) ?? []).length <= shortest.words;
  return isShort ? shortest.threshold : learned.threshold;
}

function kindOf(features: ReadonlySet<number>): CrisisKind {
  const likely = kinds.map(([kind, model]) => ({ kind, odds: logOdds(model, features) })).sort((one, other) => other.odds - one.odds);
  return likely[0]?.kind ?? 'self-harm';
}

function modelOf({ bias, unit, weights }: WrittenModel): LinearModel {
  return { bias, unit, weights: new Int8Array(inflateRawSync(Buffer.from(weights, 'base64'))) };
}
