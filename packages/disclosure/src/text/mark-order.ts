import { isMarkSymbol } from './fold.ts';

const longestRun = 4;
const mostSpellings = 256;

/**
 * The orders in which a run of combining marks may be written: those that Unicode counts as the same text ("ệ" is also "ê" with a dot below). A stream is
 * folded without look-ahead, so the orders are known to the rule and not to the reader of the text.
 */
export function markOrders(run: readonly number[]): readonly (readonly number[])[] {
  if (run.length < 2 || run.length > longestRun) return [run];
  const canonical = (marks: readonly number[]): string => String.fromCodePoint(...marks).normalize('NFD');
  return permutations(run).filter((order) => canonical(order) === canonical(run));
}

/** Parts of folded text in order, each with the ways it may be written. */
export function spellings(symbols: readonly number[]): readonly (readonly (readonly number[])[])[] {
  const parts: (readonly (readonly number[])[])[] = [];
  for (let at = 0; at < symbols.length;) {
    let end = at + 1;
    const isMark = isMarkSymbol(symbols[at] ?? 0);
    while (end < symbols.length && isMarkSymbol(symbols[end] ?? 0) === isMark) end++;
    parts.push(isMark ? markOrders(symbols.slice(at, end)) : [symbols.slice(at, end)]);
    at = end;
  }
  return parts;
}

/** Every way to write a term. Beyond `mostSpellings` the marks of its last letters stand in canonical order alone. */
export function termSpellings(symbols: readonly number[]): readonly (readonly number[])[] {
  return spellings(symbols).reduce<readonly (readonly number[])[]>(
    (written, orders) => {
      const usable = written.length * orders.length > mostSpellings ? orders.slice(0, 1) : orders;
      return written.flatMap((start) => usable.map((order) => [...start, ...order]));
    },
    [[]],
  );
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest): readonly number[] => [item, ...rest]),
  );
}
