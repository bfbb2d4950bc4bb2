/** Answers that may be under way at the same time. */
export interface PlaceLimits {
  readonly most: number;
  /** For one connection, behind which there may be many people. */
  readonly mostOfOne: number;
}

/** Holds a place for an answer while it is written, whether or not anything of it is kept. Gives back how to let it go, once; null: there is none. */
export type TakePlace = (visitor: string) => (() => void) | null;

export function answerPlaces({ most, mostOfOne }: PlaceLimits): TakePlace {
  const taken = new Map<string, number>();
  let all = 0;
  return (visitor) => {
    const own = taken.get(visitor) ?? 0;
    if (all >= most || own >= mostOfOne) return null;
    all++;
    taken.set(visitor, own + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      all--;
      const left = (taken.get(visitor) ?? 1) - 1;
      if (left === 0) taken.delete(visitor);
      else taken.set(visitor, left);
    };
  };
}
