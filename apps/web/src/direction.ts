const rightToLeftScripts: readonly string[] = ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'];

/** Direction in which a language is written, from its likely script (Unicode CLDR). A tag that is none counts as left to right. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeftScripts.includes(likelyScript(language) ?? '') ? 'rtl' : 'ltr';
}

function likelyScript(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
}
