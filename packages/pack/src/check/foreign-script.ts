import { textCheck } from './free-text.ts';

/** ISO 15924 names that stand for several scripts of Unicode. */
const joined: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
};

/** Letters of Cyrillic and Greek that look like Latin ones. A word made of them alone is Latin to the eye. */
const latinLookalike = /(?<!\p{L})[авеікмнорстухѕјԁһԛԝɑαεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕІКМНОРСТУХЅЈ]{2,}(?!\p{L})/u;

/**
 * A text is written in the script of its language: a few names in another one may stand in it, but not more than half of its letters,
 * and no words that only look as if they belonged (S16).
 */
export const foreignScript = textCheck(({ pack }) => {
  const letters = new Map(
    [...pack.languages, ...pack.interfaceLanguages.keys()].map((language) => [
      language,
      lettersOf(pack.locales.get(language)?.script ?? scriptOf(language)),
    ]),
  );
  return (whole, { language, folder, isBorrowed }) => {
    const own = language === null || isBorrowed ? undefined : letters.get(language);
    const text = folder === 'notices' || folder === 'interface' ? whole.replace(messageSyntax, ' ') : whole;
    const fault = own === undefined || own.only.test(text) ? null : faultOf(text, own);
    if (fault === null) return [];
    const expected = `text in the script of the language ${language ?? ''}`;
    return [
      { rule: 'S16', code: 'foreign-script', expected, received: fault, mend: 'Write the text in the language that its field is for.' },
    ];
  };
});

/** Slots, declarations and plural categories of MessageFormat 2 are Latin in every language. */
const messageSyntax = /\{\$[^{}]*\}|\.(?:input|match)|\$[\w-]+|(?<=[\s}])(?:zero|one|two|few|many|other)(?=\s)/g;

interface Letters {
  readonly one: RegExp;
  /** A text without letters of other scripts. */
  readonly only: RegExp;
}

function faultOf(text: string, own: Letters): string | null {
  const letters = text.replace(/https?:\S+/g, '').match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !own.one.test(letter)).length;
  // An abbreviation in a label of two words is no foreign text.
  if (letters.length >= 12 && foreign * 2 > letters.length) return `${foreign} of ${letters.length} letters in another script`;
  return own.one.test('a') && latinLookalike.test(text) ? 'a word of another script that looks like this one' : null;
}

/** Undefined when the script is not one that Unicode names. */
function lettersOf(script: string): Letters | undefined {
  const names = (joined[script] ?? [script]).map((name) => `\\p{scx=${name}}`).join('');
  try {
    return { one: RegExp(`[${names}]`, 'u'), only: RegExp(`^[${names}\\P{L}]*$`, 'u') };
  } catch {
    return undefined;
  }
}

function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? 'Latn';
}
