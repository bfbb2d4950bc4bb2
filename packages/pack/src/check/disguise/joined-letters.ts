const least = 8;

/** Letters that stand alone, one after the other. */
const apart = RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])(?:\\p{L}\\p{M}*[^\\p{L}\\p{M}\\p{N}\\n]{1,3}){${least - 1},400}\\p{L}\\p{M}*(?![\\p{L}\\p{M}\\p{N}])`,
  'gu',
);

/** Words whose letters stand apart, put together. A gap that is wider than most parts words. */
export function joinedLetters(text: string): string {
  return text.replace(apart, joined);
}

/** Whether a text has words whose letters stand apart. An alphabet repeats no letter. */
export function hasLettersApart(text: string): boolean {
  return (text.match(apart) ?? []).some((run) => {
    const letters = run.toLowerCase().match(/\p{L}/gu) ?? [];
    return new Set(letters).size < letters.length;
  });
}

function joined(run: string): string {
  const gaps = run.split(/\p{L}\p{M}*/u).slice(1, -1);
  const narrow = Math.min(...gaps.map(({ length }) => length));
  return run.replace(/[^\p{L}\p{M}]+/gu, (gap) => (gap.length > narrow ? ' ' : ''));
}
