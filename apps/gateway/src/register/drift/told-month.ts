import { fewest, type ToldClass } from '../cube/told-classes.ts';
import { type Subject } from '../facts/subject.ts';

/** A count as far as it is told: the true one lies between. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** What a class of ten may have more than it tells. */
const untold = fewest - 1;

/** A rule and what it did: one that left something out may also have had it delivered unjudged. */
export function nameOfRule({ kind, rule }: Pick<Subject, 'kind' | 'rule'>): string {
  return `${kind} ${rule ?? ''}`;
}

/** What is told of one month, ready to be compared: nothing but classes of ten. */
export interface ToldMonth {
  readonly month: string;
  readonly answers: number;
  /** Entries of a rule over all languages, or in one that the classes tell. */
  count(rule: string, language: string | null): Bounds;
  /** Entries that are told in a language, without those of a rule. */
  others(rule: string, language: string): Bounds;
  readonly languages: readonly string[];
}

interface MonthOptions {
  readonly month: string;
  readonly answers: number;
  /** Of this month. */
  readonly classes: readonly ToldClass[];
  /** Subjects of a rule over all months: each may have up to nine entries in a class that does not name it. */
  readonly subjects: ReadonlyMap<string, number>;
}

export function toldMonth({ month, answers, classes, subjects }: MonthOptions): ToldMonth {
  // Where too little was left of a month, its smallest class stands here without its name.
  const nameless = classes.filter(({ kind }) => kind === null).reduce((sum, { told }) => sum + told + untold, 0);
  const byRule = new Map<string, ToldClass[]>();
  const byLanguage = new Map<string, ToldClass[]>();
  for (const told of classes) {
    if (told.subject?.rule != null) gather(byRule, nameOfRule(told.subject), told);
    if (told.language !== null) gather(byLanguage, told.language, told);
  }
  const named = (rule: string, language: string | null): Bounds =>
    sumOf((byRule.get(rule) ?? []).filter((told) => language === null || told.language === language));
  return {
    month,
    answers,
    count(rule, language) {
      const { least, most } = named(rule, language);
      return { least, most: most + untold * (subjects.get(rule) ?? 1) + nameless };
    },
    others(rule, language) {
      const [all, own] = [sumOf(byLanguage.get(language) ?? []), named(rule, language)];
      return { least: all.least - own.least, most: all.most - own.most };
    },
    languages: [...byLanguage.keys()],
  };
}

function gather(groups: Map<string, ToldClass[]>, name: string, told: ToldClass): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [told]);
  else group.push(told);
}

function sumOf(classes: readonly ToldClass[]): Bounds {
  const least = classes.reduce((sum, { told }) => sum + told, 0);
  return { least, most: least + untold * classes.length };
}

/** Of several months or languages together. */
export function together(parts: readonly Bounds[]): Bounds {
  return parts.reduce((sum, { least, most }) => ({ least: sum.least + least, most: sum.most + most }), { least: 0, most: 0 });
}
