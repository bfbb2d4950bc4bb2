/** The language of a list that serves a tag: the tag itself or the longest shorter form of it (lookup, RFC 4647 section 3.4). Null when none does. */
export function supportedLanguage(languages: readonly string[], tag: string): string | null {
  for (let end = tag.length; end > 0; end = tag.lastIndexOf('-', end - 1)) {
    const range = tag.slice(0, end).toLowerCase();
    const found = languages.find((language) => language.toLowerCase() === range);
    if (found !== undefined) return found;
  }
  return null;
}
