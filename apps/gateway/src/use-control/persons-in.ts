/** Two to four words with capitals in a row, as names are written in Latin, Greek, Cyrillic and Armenian letters; behind a title or a preposition of tracing in Arabic. */
const capitalised = /\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){1,3}/gu;
const inArabic = /(?:السيدة?|عن|منزل|لـ?) ([\p{Script=Arabic}\p{M}]+ [\p{Script=Arabic}\p{M}]+)/gu;
/** A request that lists more is counted as far. */
const mostNames = 64;

/** What looks like names of persons. It takes some places and offices for persons, and misses names in small letters. */
export function personsIn(text: string): readonly string[] {
  const names = [...text.matchAll(capitalised)].map(([name]) => name);
  const arabic = [...text.matchAll(inArabic)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  return [...names, ...arabic].slice(0, mostNames);
}
