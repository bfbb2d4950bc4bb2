import { eld } from 'eld/extrasmall';
import { countAllLetters, countLetters, scriptsOf } from './script.ts';
import { wordsOf, type Vocabulary } from './vocabulary.ts';

export interface DetectOptions {
  /** BCP 47; the answer is one of these or the fallback. */
  readonly languages: readonly string[];
  readonly fallback: string;
  /** Decides with the profile on texts of one or two words, and alone in languages without a profile. */
  readonly vocabulary?: Vocabulary;
}

export interface DetectedLanguage {
  readonly language: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly by: 'script' | 'profile' | 'fallback';
}

/** Letter profiles of shorter texts are guesses. */
const fewestWords = 3;
/** Only the beginning of a text is looked at: the language of a long one does not take longer to find. */
const longestLook = 1000;

/** The languages that have a letter profile. */
const profiled: ReadonlySet<string> = new Set(Object.values(eld.info().Languages));

/** In which of a pack's languages a text is written: by its script where that decides, else by letter profile and vocabulary. */
export function detectLanguage(text: string, options: DetectOptions): DetectedLanguage {
  const look = text.slice(0, longestLook);
  const { candidates, share } = writtenIn(look, options.languages);
  const [only, ...more] = candidates;
  if (only === undefined) return { language: options.fallback, confidence: 0, by: 'fallback' };
  if (more.length === 0) return { language: only, confidence: share, by: 'script' };
  return byProfile(look, candidates, options);
}

/** The languages that use the script of most letters, and the share of letters that they explain. Empty when the text has no letter of theirs. */
function writtenIn(text: string, languages: readonly string[]): { readonly candidates: readonly string[]; readonly share: number } {
  const scripts = new Map(languages.map((language) => [language, scriptsOf(language)]));
  const counts = countLetters(text, [...new Set([...scripts.values()].flat())]);
  const lettersIn = (language: string): number => (scripts.get(language) ?? []).reduce((sum, script) => sum + (counts.get(script) ?? 0), 0);
  const most = Math.max(0, ...languages.map(lettersIn));
  if (most === 0) return { candidates: [], share: 0 };
  return { candidates: languages.filter((language) => lettersIn(language) === most), share: most / countAllLetters(text) };
}

function byProfile(text: string, candidates: readonly string[], options: DetectOptions): DetectedLanguage {
  const words = wordsOf(text);
  const profile = eld.detect(text).getScores();
  const needsVocabulary = words.length < fewestWords || candidates.some((language) => !profiled.has(baseOf(language)));
  const votes = candidates
    .map((language) => {
      const known = needsVocabulary ? shareKnown(words, language, options.vocabulary) : 0;
      return { language, vote: (profile[baseOf(language)] ?? 0) + known };
    })
    .sort((one, other) => other.vote - one.vote);
  const [first, second] = votes;
  // Two languages that are equally likely are not told apart by their place in a list.
  if (first === undefined || first.vote === 0 || first.vote === second?.vote)
    return { language: options.fallback, confidence: 0, by: 'fallback' };
  return { language: first.language, confidence: Math.min(1, first.vote - (second?.vote ?? 0) / 2), by: 'profile' };
}

/** Share of the words that the vocabulary of a language has; a word of several languages counts for each by its part. */
function shareKnown(words: readonly string[], language: string, vocabulary: Vocabulary | undefined): number {
  if (vocabulary === undefined || words.length === 0) return 0;
  const points = words.map((word) => {
    const speakers = [...vocabulary].filter(([, known]) => known.has(word)).map(([speaker]) => speaker);
    return speakers.includes(language) ? 1 / speakers.length : 0;
  });
  return points.reduce((sum, point) => sum + point, 0) / words.length;
}

function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}
