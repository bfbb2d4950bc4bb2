/** Seeded draws, so that the same case set can be made again. */
export interface Random {
  below(limit: number): number;
  between(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  digits(count: number): string;
  letters(count: number, from?: string): string;
  /** A day from 1940 to 1999. */
  birth(): Birth;
}

interface Birth {
  readonly year: number;
  /** Two digits each. */
  readonly yy: string;
  readonly mm: string;
  readonly dd: string;
}

/** Linear congruential generator (Numerical Recipes). */
export function createRandom(seed: number): Random {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const between = (least: number, most: number): number => least + below(most - least + 1);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const repeated = (count: number, draw: () => string): string => Array.from({ length: count }, draw).join('');
  return {
    below,
    between,
    pick,
    digits: (count) => repeated(count, () => String(below(10))),
    letters: (count, from = 'ABCDEFGHKLMNPRSTUVWXYZ') => repeated(count, () => pick(Array.from(from))),
    birth: () => {
      const year = between(1940, 1999);
      return { year, yy: padded(year % 100, 2), mm: padded(between(1, 12), 2), dd: padded(between(1, 28), 2) };
    },
  };
}

export function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
