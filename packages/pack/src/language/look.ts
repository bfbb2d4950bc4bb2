import { eld } from 'eld/extrasmall';
import { baseOf } from './base-language.ts';
import { wordsOf } from './vocabulary.ts';

/** What is known of a text before the languages of a pack are compared. */
export interface Look {
  readonly text: string;
  readonly words: readonly string[];
  /** Of all languages that have a letter profile the most likely, ISO 639; empty when none is. */
  readonly top: string;
  /** Whether the profile is to be relied on, in the judgement of the detector. */
  readonly isReliable: boolean;
  /** 0 to 1. */
  profileOf(language: string): number;
}

/** The languages that have a letter profile. */
const profiled: ReadonlySet<string> = new Set(Object.values(eld.info().Languages));

export function isProfiled(language: string): boolean {
  return profiled.has(baseOf(language));
}

export function lookAt(text: string): Look {
  const found = eld.detect(text);
  const scores = found.getScores();
  return {
    text,
    words: wordsOf(text),
    top: found.language,
    isReliable: found.isReliable(),
    profileOf: (language) => scores[baseOf(language)] ?? 0,
  };
}
