import { featuresOf } from '../../apps/gateway/src/country/distress/text-features.ts';
import { type Example, readExamples } from './examples.ts';
import { joined } from './joined.ts';
import { misspelt } from './misspelt.ts';
import { randomFrom } from './random-from.ts';
import { type Labelled } from './train.ts';

/** One in so many examples is learned once more as somebody in a hurry types it. */
const misspeltOf = 2;

/** An example, and what is seen of it as somebody in a hurry types it; null: it is learned once. */
export interface Lesson extends Example {
  readonly misspelt: readonly number[] | null;
}

/** All examples, the same each time. */
export function readLessons(): readonly Lesson[] {
  const random = randomFrom(1);
  return readExamples().map((example, index) => ({
    ...example,
    misspelt: index % misspeltOf === 0 ? [...featuresOf(misspelt(example.text, random))] : null,
  }));
}

/** What is trained on: each example, some once more misspelt, and longer texts made of several. */
export function labelled(lessons: readonly Lesson[]): readonly Labelled[] {
  const long = joined(lessons, randomFrom(2)).map(({ text, distress }) => ({ features: [...featuresOf(text)], isOfKind: distress }));
  const seen = lessons.flatMap(({ features, misspelt, distress }) =>
    [features, misspelt].flatMap((seen) => (seen === null ? [] : [{ features: seen, isOfKind: distress }])),
  );
  return [...seen, ...long];
}
