import { type Finder } from './figures.ts';
import { ordinaryNumbers } from './ordinary-numbers.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { createRandom } from './random.ts';

interface Measurement {
  readonly finder: Finder;
  /** Numbers of each kind. */
  readonly ofEachKind: number;
}

/** How many ordinary numbers of each kind are taken for somebody's, each behind a word of the country that names a thing. The draws are the same in each run. */
export async function wrongOf(country: string, { finder, ofEachKind }: Measurement): Promise<ReadonlyMap<string, number>> {
  const random = createRandom(country.charCodeAt(0) * 256 + country.charCodeAt(1));
  const words = ordinaryWords[country] ?? [];
  const wrong = new Map<string, number>();
  for (const [kind, draw] of Object.entries(ordinaryNumbers))
    for (let count = 0; count < ofEachKind; count++)
      if ((await finder(`${random.pick(words)} ${draw(random)}.`)).length > 0) wrong.set(kind, (wrong.get(kind) ?? 0) + 1);
  return wrong;
}
