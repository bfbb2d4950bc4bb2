/** Classes of symbols that no pattern tells apart, so that a row of its states is short: a rule set may name a thousand symbols in terms and few in patterns. */
export interface PatternClasses {
  /** For each class of the alphabet its class in patterns, from 1 on. */
  readonly of: Int32Array;
  /** For each class in patterns some class of the alphabet that belongs to it. None belongs to 0. */
  readonly members: readonly number[];
}

/** The coarsest classes such that each set holds all of a class or nothing of it. A set says by class of the alphabet, of which there are `size`, whether it holds that. */
export function patternClasses(sets: Iterable<Uint8Array>, size: number): PatternClasses {
  const parts = new Int32Array(size);
  let last = 0;
  for (const holds of sets) {
    const split = new Map<number, number>();
    for (let symbolClass = 0; symbolClass < size; symbolClass++) {
      if (holds[symbolClass] !== 1) continue;
      const before = parts[symbolClass] ?? 0;
      const after = split.get(before) ?? ++last;
      split.set(before, after);
      parts[symbolClass] = after;
    }
  }
  return numbered(parts);
}

function numbered(parts: Int32Array): PatternClasses {
  const numbers = new Map<number, number>();
  const members = [-1];
  const of = parts.map((part, symbolClass) => {
    const known = numbers.get(part);
    if (known !== undefined) return known;
    const number = members.push(symbolClass) - 1;
    numbers.set(part, number);
    return number;
  });
  return { of, members };
}
