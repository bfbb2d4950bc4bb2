import { type DetectOptions } from './detect-options.ts';
import { everydayShare } from './everyday-words.ts';
import { isProfiled, type Look, lookAt } from './look.ts';
import { ownText } from './own-text.ts';
import { romanisedWords } from './romanised.ts';
import { unspokenLanguage } from './unspoken-language.ts';
import { shareKnown } from './vocabulary.ts';
import { writtenIn } from './written-in.ts';

export interface DetectedLanguage {
  readonly language: string;
  /** 0 to 1. From `sure` on the text decides alone. */
  readonly confidence: number;
  readonly by: 'script' | 'profile' | 'romanised' | 'fallback';
  /** ISO 15924: of the language's scripts the one in which the text is written; null when it is in none of them. */
  readonly script: string | null;
  /** Base language (ISO 639) in which the text probably is when the list has none such; then `language` is only the nearest. */
  readonly unspoken: string | null;
}

/** From this confidence on a text says in which language its writer wants to be answered. */
export const sure = 0.5;
/** Letter profiles of shorter texts are guesses. */
const fewestWords = 3;
/** Only the beginning of a text is looked at: the language of a long one does not take longer to find. In UTF-16 units. */
const longestLook = 1000;
const longestRead = 4000;

/**
 * In which of a pack's languages a text is written: by its script where that decides, else by letter profile, everyday words and vocabulary. Russian and Arabic are
 * found in Latin letters too.
 */
export function detectLanguage(text: string, options: DetectOptions): DetectedLanguage {
  const look = lookAt(ownText(text.slice(0, longestRead)).slice(0, longestLook));
  const { candidates, share, script } = writtenIn(look.text, options);
  const [only, ...more] = candidates;
  const unspoken = unspokenLanguage(look, options, candidates);
  if (only === undefined) return { language: options.fallback, confidence: 0, by: 'fallback', script: null, unspoken };
  // Latin letters are everybody's second script: brands, abbreviations and addresses have them too.
  const isLatin = script === 'Latn';
  if (more.length === 0 && !isLatin) return { language: only, confidence: share, by: 'script', script, unspoken };
  const found = isLatin ? byRomanised(look, candidates, options) : null;
  return found ?? byProfile(look, { candidates, script, unspoken }, options);
}

interface InScript extends Pick<DetectedLanguage, 'script' | 'unspoken'> {
  readonly candidates: readonly string[];
}

function byProfile(look: Look, { candidates, script, unspoken }: InScript, options: DetectOptions): DetectedLanguage {
  const needsVocabulary = look.words.length < fewestWords || candidates.some((language) => !isProfiled(language));
  const votes = candidates
    .map((language) => {
      const known = needsVocabulary ? shareKnown(look.words, language, options.vocabulary) : 0;
      return { language, vote: look.profileOf(language) + everydayShare(look.words, language, candidates) / 2 + known };
    })
    .sort((one, other) => other.vote - one.vote);
  const [first, second] = votes;
  // Two languages that are equally likely are not told apart by their place in a list.
  if (first === undefined || first.vote === 0 || first.vote === second?.vote)
    return { language: options.fallback, confidence: 0, by: 'fallback', script, unspoken };
  return { language: first.language, confidence: confidenceOf(look, first.vote, second?.vote ?? 0), by: 'profile', script, unspoken };
}

/** A lead of a tenth is enough for a text of several words; one word that nobody knows says little. */
function confidenceOf({ words }: Look, first: number, second: number): number {
  const lead = 0.25 + (first - second) * 2.5;
  return Math.min(1, lead, first, words.length === 1 && first < 1 ? sure / 2 : 1);
}

/** At least two words, and almost half of them, belong to a language of the list that has another script, and more than to those of this script. */
function byRomanised(look: Look, candidates: readonly string[], options: DetectOptions): DetectedLanguage | null {
  const { languages, vocabulary = new Map() } = options;
  const ownWords = Math.max(...candidates.map((language) => everydayShare(look.words, language, candidates)));
  for (const language of languages.filter((each) => !candidates.includes(each))) {
    const known = romanisedWords(look.text, language, vocabulary);
    const share = known / Math.max(1, look.words.length);
    if (known >= 2 && share >= 0.4 && share > ownWords)
      return { language, confidence: Math.max(sure, Math.min(1, share)), by: 'romanised', script: null, unspoken: null };
  }
  return null;
}
