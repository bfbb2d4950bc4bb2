import { baseOf } from './base-language.ts';
import { type DetectOptions } from './detect-options.ts';
import { everydayShare } from './everyday-words.ts';
import { type Look } from './look.ts';
import { countAllLetters } from './script.ts';
import { shareKnown } from './vocabulary.ts';

/** Shorter texts are not said to be in a foreign language: a misspelt one would be told that it is not understood. */
const fewestWords = 3;
const fewestLetters = 12;
/** By how much the profile of the foreign language leads the best of the pack's: dialects and misspelt words of few letters look like anything. */
const lead = { short: 0.25, long: 0.15 } as const;
const longText = 6;
/** Of the words: from this share on the text speaks a language of the pack, whatever its letters look like. */
const ownShare = 0.3;

/** Letters of neighbours that a language does not have. Profiles of the Cyrillic languages lie close together; one such letter tells them apart. */
const strangeLetters: Readonly<Record<string, RegExp>> = { ru: /[іїєґўјљњћђџѓќѕ]/iu };

/** The language of a text when it is almost certainly none of the pack's; null when it is one of them or cannot be told. */
export function unspokenLanguage(
  look: Look,
  options: Pick<DetectOptions, 'languages' | 'vocabulary'>,
  candidates: readonly string[],
): string | null {
  const { languages, vocabulary } = options;
  const { top, words } = look;
  if (top === '' || !look.isReliable || languages.some((language) => baseOf(language) === top)) return null;
  const letters = countAllLetters(look.text);
  // A script that no language of the pack uses says enough.
  if (candidates.length === 0) return letters >= fewestWords ? top : null;
  if (words.length < fewestWords || letters < fewestLetters) return null;
  if (candidates.every((language) => strangeLetters[baseOf(language)]?.test(look.text) === true)) return top;
  const nearest = Math.max(...languages.map((language) => look.profileOf(language)));
  if (look.profileOf(top) - nearest < (words.length < longText ? lead.short : lead.long)) return null;
  const own = Math.max(
    ...languages.map((language) => Math.max(everydayShare(words, language, [language, top]), shareKnown(words, language, vocabulary))),
  );
  return own >= ownShare ? null : top;
}
