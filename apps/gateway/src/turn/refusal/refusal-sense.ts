import { type RefusalWords } from './refusal-words.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { et } from './words/et.ts';
import { fr } from './words/fr.ts';
import { hi } from './words/hi.ts';
import { ru } from './words/ru.ts';
import { tr } from './words/tr.ts';
import { zh } from './words/zh.ts';

/** In UTF-16 units. Who writes more has answered something. */
export const longestRefusal = 600;

/** A refusal stands in the beginning: what comes later is what an answer does not cover. */
const sentencesRead = 3;

/** More openings than anybody puts before a refusal. */
const mostOpenings = 8;

interface Patterns {
  readonly opening: RegExp;
  readonly refusing: RegExp;
  readonly unless: RegExp;
  readonly salutation: RegExp;
}

const patterns: ReadonlyMap<string, Patterns> = new Map(
  Object.entries({ ar, de, en, es, et, fr, hi, ru, tr, zh }).map(([language, words]) => [language, patternsOf(words)]),
);

/** Languages in which a refusal is heard. */
export const refusalLanguages: readonly string[] = [...patterns.keys()];

/**
 * Whether a model's whole answer is its own refusal ("I'm sorry, but I can't help with that"), in the language of the answer or in English, in which models fall back. Told as the ending
 * of the answer and nowhere else: no text is changed by it. How often it is right is measured, see docs/endings.md.
 */
export function isRefusal(answer: string, language: string): boolean {
  if (answer.length > longestRefusal) return false;
  const text = plain(answer);
  const heard = [...new Set([primary(language), 'en'])].flatMap((each) => patterns.get(each) ?? []);
  // A dash begins what somebody says in a story.
  if (/^[—–]/u.test(text) || heard.some(({ salutation }) => salutation.test(text))) return false;
  const sentences = text.split(/(?<=[.!?؟])\s+|(?<=[。！？।])\s*|\n+/u).filter((sentence) => sentence.trim() !== '');
  return sentences.slice(0, sentencesRead).some((sentence) => heard.some((each) => refuses(sentence, each)));
}

/** `de` of `de-CH`. */
function primary(language: string): string {
  return language.split('-', 1)[0] ?? language;
}

/** Openings are taken off one by one, so that no text makes an expression try them in all combinations. */
function refuses(sentence: string, { opening, refusing, unless }: Patterns): boolean {
  if (unless.test(sentence)) return false;
  let rest = sentence;
  for (let taken = 0; taken <= mostOpenings; taken++) {
    if (refusing.test(rest)) return true;
    const length = opening.exec(rest)?.[0].length ?? 0;
    if (length === 0) return false;
    rest = rest.slice(length);
  }
  return false;
}

function patternsOf({ openings, refusing, unless, salutations }: RefusalWords): Patterns {
  return {
    opening: new RegExp(`^(?:${openings.join('|')})(?:[\\s,،，;:—–-]+|[.!]\\s*)`, 'u'),
    refusing: new RegExp(`^(?:${refusing.join('|')})`, 'u'),
    unless: new RegExp(unless.join('|'), 'u'),
    salutation: new RegExp(`^(?:${salutations.join('|')})`, 'u'),
  };
}

/** Quotations are somebody else's words. */
function plain(answer: string): string {
  return answer
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[’‘ʼ]/gu, "'")
    .replaceAll(/"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」/gu, '')
    .replaceAll(/[*_#>`]/gu, '')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim();
}
