import { baseOf } from './base-language.ts';
import { usualScript } from './script.ts';

/** Languages that people name for themselves and that another one serves: members of a macrolanguage of ISO 639-3, and the Berber languages of Morocco by their standard. */
const servedBy: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['acm', 'aeb', 'afb', 'ajp', 'apc', 'apd', 'arq', 'ary', 'arz', 'ayl'].map((tag) => [tag, 'ar'])),
  ...Object.fromEntries(['ber', 'rif', 'shi', 'tzm'].map((tag) => [tag, 'zgh'])),
  nb: 'no',
  nn: 'no',
  prs: 'fa',
  vro: 'et',
};

/**
 * The language of a list that serves a tag, null when none does: the tag itself or the longest shorter form of it (lookup, RFC 4647 section 3.4); else, the other way
 * round, a language of the list that is a closer form of the one asked for: in the script and the region that are meant, in the script, in any.
 */
export function supportedLanguage(languages: readonly string[], tag: string): string | null {
  const asked = canonical(tag);
  if (asked === null) return null;
  return lookup(languages, asked) ?? sameLanguage(languages, asked) ?? supportedByAnother(languages, asked);
}

const longestTag = 64;

/** `iw` is `he` and `cmn` is `zh` (CLDR); underscores are what programs write. */
function canonical(tag: string): string | null {
  try {
    return new Intl.Locale(tag.slice(0, longestTag).replaceAll('_', '-')).baseName;
  } catch {
    return null;
  }
}

/** A shorter form serves only in the script that is asked for, as long as the list has another. */
function lookup(languages: readonly string[], tag: string): string | null {
  for (let end = tag.length; end > 0; end = tag.lastIndexOf('-', end - 1)) {
    const range = tag.slice(0, end).toLowerCase();
    const found = languages.find((language) => language.toLowerCase() === range);
    if (found !== undefined) return inItsScript(languages, tag, found);
  }
  return null;
}

function inItsScript(languages: readonly string[], tag: string, found: string): string {
  const script = usualScript(tag);
  if (usualScript(found) === script) return found;
  return languages.find((language) => baseOf(language) === baseOf(found) && usualScript(language) === script) ?? found;
}

function sameLanguage(languages: readonly string[], tag: string): string | null {
  const kin = languages.filter((language) => baseOf(language) === baseOf(tag));
  const meant = new Intl.Locale(tag).maximize();
  const near = kin.filter((language) => usualScript(language) === meant.script);
  return near.find((language) => regionOf(language) === meant.region) ?? near[0] ?? kin[0] ?? null;
}

function regionOf(language: string): string | undefined {
  return new Intl.Locale(language).maximize().region;
}

function supportedByAnother(languages: readonly string[], tag: string): string | null {
  const other = servedBy[baseOf(tag)];
  return other === undefined ? null : (lookup(languages, other) ?? sameLanguage(languages, other));
}
