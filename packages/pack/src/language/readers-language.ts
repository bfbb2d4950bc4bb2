import { acceptedLanguages } from './accept-language.ts';
import { baseOf } from './base-language.ts';
import { detectLanguage, type DetectedLanguage, sure } from './detect-language.ts';
import { type DetectOptions } from './detect-options.ts';
import { usualScript } from './script.ts';
import { supportedLanguage } from './supported-language.ts';

/** All that a surface knows of the language that a person wants. */
export interface ReaderSays {
  /** Of this request, BCP 47. */
  readonly requested?: string | undefined;
  /** Chosen before and kept by the surface. */
  readonly chosen?: string | undefined;
  /** What the person wrote. */
  readonly text: string;
  /** Of the page on which they wrote. */
  readonly page?: string | undefined;
  /** The header `Accept-Language`. */
  readonly accepted?: string | undefined;
}

/** What said it, in the order in which they are asked. `weak-text` is a text that says little, such as one word. */
export const languageSources = ['request', 'choice', 'text', 'page', 'accept-language', 'weak-text'] as const;
export type LanguageSource = (typeof languageSources)[number];

export interface ReadersLanguage {
  /** One of the pack's; null when the person says nothing of it, and then the defaults decide. */
  readonly language: string | null;
  /** Null without a language. */
  readonly by: LanguageSource | null;
  /** ISO 15924: the script that the tag names or the text has, if the language may be written in it; null: its usual one. */
  readonly script: string | null;
  /** Base language (ISO 639) in which the person wrote and which the pack does not speak, or null. */
  readonly unspoken: string | null;
}

/**
 * The language in which a person wants to be answered. What they say of it counts first; then what they write, because people write in the language that they want to read
 * while browsers keep the language of whoever set them up. A text that says little does not outvote the browser.
 */
export function readersLanguage(says: ReaderSays, options: DetectOptions): ReadersLanguage {
  const { requested, chosen, text, page, accepted } = says;
  const named = tagged(requested, 'request', options) ?? tagged(chosen, 'choice', options);
  if (named !== null) return named;
  const found = detectLanguage(text, options);
  if (found.unspoken === null && found.confidence >= sure) return written(found, 'text');
  const hinted = tagged(page, 'page', options) ?? firstAccepted(accepted, options);
  if (hinted !== null) return { ...hinted, unspoken: found.unspoken };
  if (found.unspoken !== null) return nearestTo(found, options);
  return found.by === 'fallback' ? silent : written(found, 'weak-text');
}

const silent: ReadersLanguage = { language: null, by: null, script: null, unspoken: null };

function written({ language, script }: DetectedLanguage, by: LanguageSource): ReadersLanguage {
  return { language, by, script, unspoken: null };
}

function tagged(tag: string | undefined, by: LanguageSource, options: DetectOptions): ReadersLanguage | null {
  const language = tag === undefined || tag === '' ? null : supportedLanguage(options.languages, tag);
  return tag === undefined || language === null ? null : { language, by, script: namedScript(tag, language, options), unspoken: null };
}

function firstAccepted(header: string | undefined, options: DetectOptions): ReadersLanguage | null {
  for (const tag of acceptedLanguages(header)) {
    const found = tagged(tag, 'accept-language', options);
    if (found !== null) return found;
  }
  return null;
}

/** The script subtag of a tag, where the language may be written in it. */
function namedScript(tag: string, language: string, { scripts }: DetectOptions): string | null {
  const script = /^[a-z]{2,8}[-_]([a-z]{4})(?:[-_]|$)/i.exec(tag)?.[1];
  const offered = scripts?.get(language) ?? [usualScript(language)];
  return offered.find((each) => each.toLowerCase() === script?.toLowerCase()) ?? null;
}

/** English is what most people of other countries read; but who writes in other letters than Latin reads the pack's language in those letters rather. */
function nearestTo(found: DetectedLanguage, { languages }: DetectOptions): ReadersLanguage {
  const { unspoken, script } = found;
  const nearest = found.by === 'fallback' ? null : found.language;
  const english = languages.find((language) => baseOf(language) === 'en') ?? null;
  const language = (script !== null && script !== 'Latn' ? nearest : null) ?? english ?? nearest;
  return { language, by: language === null ? null : 'weak-text', script: null, unspoken };
}
