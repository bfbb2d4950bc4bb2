import { type Asked, type Search } from './document.ts';

export interface Speed {
  /** Milliseconds of a question, medians over rounds in which both searches take turns. */
  readonly parlance_ms: number;
  readonly words_ms: number;
  /** Median over rounds of the one over the other. */
  readonly ratio: number;
  readonly index_ms: number;
  /** What the index holds on to after it was built, in MiB. */
  readonly index_mebibytes: number | null;
}

const rounds = 7;

export function speedOf(own: () => Search, words: Search, asked: readonly Asked[]): Speed {
  const before = heldBytes();
  const start = performance.now();
  const search = own();
  const built = performance.now() - start;
  const after = heldBytes();
  const times = Array.from({ length: rounds }, () => ({ parlance: timeOf(search, asked), words: timeOf(words, asked) }));
  return {
    parlance_ms: median(times.map(({ parlance }) => parlance)),
    words_ms: median(times.map((each) => each.words)),
    ratio: median(times.map((each) => each.parlance / each.words)),
    index_ms: built,
    index_mebibytes: before === null || after === null ? null : (after - before) / 2 ** 20,
  };
}

function timeOf(search: Search, asked: readonly Asked[]): number {
  const start = performance.now();
  for (const { question, language } of asked) search(question, language, 5);
  return (performance.now() - start) / asked.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

/** Null when the process was started without --expose-gc: garbage would count too. */
function heldBytes(): number | null {
  if (globalThis.gc === undefined) return null;
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
