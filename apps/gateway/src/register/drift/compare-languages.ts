import { bounds } from './found-drift.ts';
import { together, type ToldMonth } from './told-month.ts';
import { type Shared, type Weighed, weighShares } from './weigh.ts';

export interface ComparedLanguage {
  readonly rule: string;
  readonly language: string;
  readonly here: Shared;
  /** The other languages together. */
  readonly elsewhere: Shared;
  readonly weighed: Weighed;
}

/** A rule in each language that tells it, beside the other languages of the same month: its share of the entries that are told in them. */
export function compareLanguages(rule: string, month: ToldMonth): readonly ComparedLanguage[] {
  return month.languages
    .filter((language) => month.count(rule, language).least > 0)
    .flatMap((language) => {
      const rest = month.languages.filter((each) => each !== language);
      const [here, elsewhere] = [sharedIn(rule, month, [language]), sharedIn(rule, month, rest)];
      if ([here, elsewhere].some((side) => side.count.least + side.others.least < bounds.entries)) return [];
      return [{ rule, language, here, elsewhere, weighed: weighShares(here, elsewhere, 1) }];
    });
}

function sharedIn(rule: string, month: ToldMonth, languages: readonly string[]): Shared {
  return {
    count: together(languages.map((language) => month.count(rule, language))),
    others: together(languages.map((language) => month.others(rule, language))),
  };
}
