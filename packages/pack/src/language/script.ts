/** Unicode scripts that a combined ISO 15924 code stands for. */
const parts: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/** The Unicode scripts in which a language is written (CLDR likely subtags). Empty for an ill-formed tag. */
export const scriptsOf = remember((language: string): readonly string[] => {
  try {
    const script = new Intl.Locale(language).maximize().script ?? '';
    return parts[script] ?? [script];
  } catch {
    return [];
  }
});

/** Letters of each script among those asked for, in UTF-16 units. */
export function countLetters(text: string, scripts: readonly string[]): ReadonlyMap<string, number> {
  return new Map(scripts.map((script) => [script, lengthOf(text, lettersOf(script))]));
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
