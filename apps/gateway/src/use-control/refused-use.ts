import {
  type SafetyLanguage,
  safetyLanguages,
  type UseReason,
  useRules,
  type UseWordClass,
  useWordClasses,
  useWords,
} from '@parlance/charter';
import { findMatches, type Match } from '@parlance/disclosure';
import { starredWords } from '../country/starred-words.ts';
import { compileWords, wordRule } from '../country/word-screen.ts';

/** Why a request is not passed on. The clause is one of the charter's. */
export interface RefusedUse {
  readonly reason: UseReason;
  readonly clause: string;
}

/** What a word of the charter stands for where it was found. */
type Role = UseWordClass | 'asking' | 'about';

interface FoundWord {
  readonly language: SafetyLanguage;
  readonly role: Role;
  readonly start: number;
  readonly end: number;
}

const roles: readonly Role[] = [...useWordClasses, 'asking', 'about'];
const roleOf: ReadonlyMap<string, Pick<FoundWord, 'language' | 'role'>> = new Map(
  safetyLanguages.flatMap((language) => roles.map((role) => [`${language} ${role}`, { language, role }] as const)),
);
const screen = compileWords(
  [...roleOf].map(([id, { language, role }]) => {
    const words = useWords[language];
    return wordRule(id, starredWords(role === 'asking' || role === 'about' ? words[role] : words.classes[role]));
  }),
);
const before: Readonly<Record<SafetyLanguage, ReadonlySet<string>>> = {
  ar: new Set(useWords.ar.before),
  de: new Set(useWords.de.before),
  en: new Set(useWords.en.before),
  et: new Set(useWords.et.before),
  fr: new Set(useWords.fr.before),
  ru: new Set(useWords.ru.before),
};

/** In UTF-16 units. A longer text is read in its beginning and its end, where people put what they want. */
const longestRead = 20_000;

/**
 * Whether a text asks, in plain words of a language of the charter, for a use that a red line allows nobody. One sentence has to say it: it begins by asking for something, and has a word
 * of every class of the rule. It sees no disguise, no context and no intent; whoever asks about the subject, writes of it or objects to it is let pass. Null: nothing was seen.
 */
export function refusedUse(text: string): RefusedUse | null {
  const read = text.length <= longestRead ? text : `${text.slice(0, longestRead / 2)}\n${text.slice(-longestRead / 2)}`;
  const plain = withoutQuotes(read);
  const sentences = sentencesOf(plain, wordsIn(plain));
  const [first] = sentences;
  for (const sentence of sentences)
    for (const language of safetyLanguages) {
      const isAbout = [first, sentence].some((each) => each?.words.some((word) => word.language === language && word.role === 'about'));
      if (isAbout || !asks(plain, sentence, language)) continue;
      const roleSet = new Set(sentence.words.filter((word) => word.language === language).map(({ role }) => role));
      const rule = useRules.find(({ classes }) => classes.every((each) => roleSet.has(each)));
      if (rule !== undefined) return { reason: rule.reason, clause: rule.clause };
    }
  return null;
}

/** The first of several texts that is refused: each is read alone, since one text is no context of another. */
export function firstRefusedUse(texts: readonly string[]): RefusedUse | null {
  for (const text of texts) {
    const refused = refusedUse(text);
    if (refused !== null) return refused;
  }
  return null;
}

function wordsIn(text: string): readonly FoundWord[] {
  return findMatches(screen, text).flatMap(({ rule, start, end }: Match) => {
    const known = roleOf.get(rule);
    return known === undefined ? [] : [{ start, end, ...known }];
  });
}

interface Sentence {
  readonly start: number;
  readonly words: readonly FoundWord[];
}

/** What stands in quotation marks is somebody else's. Blanks keep every place. */
function withoutQuotes(text: string): string {
  return text.replace(/“[^”\n]{1,2000}”|„[^“”\n]{1,2000}[“”]|«[^»\n]{1,2000}»|"[^"\n]{1,2000}"/gu, (quoted) => ' '.repeat(quoted.length));
}

function sentencesOf(text: string, words: readonly FoundWord[]): readonly Sentence[] {
  const sorted = words.toSorted((one, other) => one.start - other.start);
  let next = 0;
  return [...text.matchAll(/[^.!?؟۔…\n]+/gu)].map(({ 0: { length }, index }) => {
    const from = next;
    while ((sorted[next]?.start ?? Infinity) < index + length) next++;
    return { start: index, words: sorted.slice(from, next) };
  });
}

/** A request stands at the beginning of a sentence or of a part of it, behind nothing but words of politeness. */
function asks(text: string, sentence: Sentence, language: SafetyLanguage): boolean {
  return sentence.words.some(({ role, start, language: of }) => {
    if (role !== 'asking' || of !== language) return false;
    const [part = ''] = text
      .slice(sentence.start, start)
      .split(/[,;:–—()]/u)
      .slice(-1);
    const words = part.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];
    return words.length <= mostBefore && words.every((word) => before[language].has(word.replace('’', "'")));
  });
}

const mostBefore = 8;
