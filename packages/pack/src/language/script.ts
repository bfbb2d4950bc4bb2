/** Unicode scripts that a combined ISO 15924 code stands for. */
const parts: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/** The script in which a language is usually written, ISO 15924 (CLDR likely subtags); an explicit subtag wins. Empty for an ill-formed tag. */
export const usualScript = remember((tag: string): string => {
  try {
    return new Intl.Locale(tag).maximize().script ?? '';
  } catch {
    return '';
  }
});

/** Letters of a text in each of some scripts (ISO 15924), each named once, in UTF-16 units. */
export function countLetters(text: string, scripts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    scripts.map((script) => [script, (parts[script] ?? [script]).reduce((sum, part) => sum + lengthOf(text, lettersOf(part)), 0)]),
  );
}

/** Letters of all scripts, in UTF-16 units. */
export function countAllLetters(text: string): number {
  return lengthOf(text, anyLetters);
}

/** Runs of letters are far fewer than letters. */
function lengthOf(text: string, runs: RegExp): number {
  let length = 0;
  for (const run of text.match(runs) ?? []) length += run.length;
  return length;
}

const anyLetters = /\p{L}+/gu;

/** Letters that no text could hold by chance, for a code that Unicode does not know. */
const none = /[^\s\S]/u;

const lettersOf = remember((script: string): RegExp => {
  try {
    return new RegExp(`(?:(?=\\p{L})\\p{Script=${script}})+`, 'gu');
  } catch {
    return none;
  }
});

/** Tags and scripts are few, and making a locale or a pattern costs more than using it. */
function remember<Value>(make: (name: string) => Value): (name: string) => Value {
  const made = new Map<string, Value>();
  return (name) => {
    const value = made.get(name) ?? make(name);
    if (made.size < 1000) made.set(name, value);
    return value;
  };
}
