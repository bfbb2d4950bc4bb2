import { charterRuleOf } from '@parlance/charter';
import {
  type AnswerWords,
  listed,
  type CountedRow,
  type ListedChange,
  type RegisterContext,
  type RegisterFacet,
  registerFacets,
  registerPath,
} from '@parlance/web';
import { type Gateway } from '../../gateway.ts';
import { chosenClasses, countsBy, maybeCount, type Months, toldSum, valueOf } from '../../register/cube/choose-classes.ts';
import { type EntryList, type ListedEntry, listEntries } from '../../register/list/list-entries.ts';
import { type RegisterNow } from '../../register/list/register-view.ts';
import { areaCountries } from '../../register/statements/statement.ts';
import { charterRuleSubjects } from '../../transparency/charter-rule-facts.ts';
import { answerWords } from '../answer-words.ts';
import { pageContext } from '../page-context.ts';
import { authorityNames } from './authority-names.ts';
import { type LabelOf, registerLabels } from './register-labels.ts';
import { placeText, type RegisterQuery } from './register-query.ts';

const changesOnPage = 50;
/** Values of a facet that stand on the page; the rest is in the download. */
const mostValues = 12;
/** Values that can be chosen: a page with thousands of them would serve nobody. */
const mostOptions = 200;

interface Asked {
  readonly gateway: Gateway;
  readonly language: string;
  readonly query: RegisterQuery;
  readonly now: RegisterNow;
}

/** Everything that the page of the register shows. */
export async function registerContext({ gateway, language, query, now }: Asked): Promise<RegisterContext> {
  const context = pageContext(gateway, language);
  const say = context.interfaceText.register;
  const words = answerWords(gateway.country.words(language));
  const label = registerLabels(context.interfaceText, words, authorityNames(gateway.country.pack, language));
  const { choice, before, isStrange } = query;
  const chosen = chosenClasses(now.months, choice);
  const list = await listEntries({ store: gateway.store.register, months: chosen, before, most: changesOnPage });
  const last = list.entries.at(-1);
  return {
    ...context,
    choice,
    options: optionsOf(now.months, query, label),
    told: toldSum(chosen),
    maybe: maybeCount(now.months, choice),
    isEmpty: now.months.every((classes) => classes.length === 0),
    counts: registerFacets.flatMap((facet) => countOf(chosen, facet, { label, meaning: (rule) => meaningOf(rule, words, language) })),
    changes: list.entries.map((entry) => changeOf(entry, label)),
    older: list.hasMore && last !== undefined ? olderAddress(language, query, last) : null,
    isOlder: before !== null,
    logs: [...now.sizes].map(([log, size]) => ({ log, size: String(size) })),
    hasStatements: areaCountries.some((country) => country === gateway.country.pack.id.toUpperCase()),
    trouble: isStrange ? say('unknown') : null,
  };
}

function olderAddress(lang: string, { choice }: RegisterQuery, last: EntryList['entries'][number]): string {
  return `${registerPath}?${new URLSearchParams({ lang, ...choice, before: placeText(last) }).toString()}`;
}

interface InWords {
  readonly label: LabelOf;
  readonly meaning: (rule: string) => string | null;
}

/** What a rule of the charter leaves out or adds; null for a rule of a pack. */
function meaningOf(rule: string, words: AnswerWords, language: string): string | null {
  const known = charterRuleOf(rule);
  return known && listed(charterRuleSubjects(known, words), language);
}

/** A facet that all share says nothing that the filter does not say. */
function countOf(chosen: Months, facet: RegisterFacet, { label, meaning }: InWords): RegisterContext['counts'] {
  const counts = countsBy(chosen, facet);
  if (counts.length === 0) return [];
  const first = facet === 'month' ? counts.slice(-mostValues) : counts.slice(0, mostValues);
  const values: readonly CountedRow[] = first.map(({ value, told }) => ({
    ...{ value, label: label(facet, value), told },
    meaning: facet === 'rule' ? meaning(value) : null,
  }));
  return [{ facet, values, more: counts.length - values.length, ...withoutValue(chosen, facet) }];
}

/** What the values of a facet leave over: classes that say that there is none, and classes that do not say. Sums of what classes tell, and of nothing else. */
function withoutValue(chosen: Months, facet: RegisterFacet): Pick<RegisterContext['counts'][number], 'without' | 'untold'> {
  const sumOf = (said: null | undefined): number =>
    toldSum(chosen.map((classes) => classes.filter((told) => valueOf(told, facet) === said)));
  return { without: sumOf(null), untold: sumOf(undefined) };
}

function optionsOf(months: Months, { choice }: RegisterQuery, label: LabelOf): RegisterContext['options'] {
  const of = (facet: RegisterFacet) => {
    const told = countsBy(months, facet).map(({ value }) => value);
    const chosen = choice[facet];
    const values = [...(facet === 'month' ? told.toReversed() : told).slice(0, mostOptions)];
    if (chosen !== undefined && !values.includes(chosen)) values.push(chosen);
    return values.map((value) => ({ value, label: label(facet, value) }));
  };
  return {
    month: of('month'),
    kind: of('kind'),
    type: of('type'),
    law: of('law'),
    authority: of('authority'),
    rule: of('rule'),
    language: of('language'),
    sector: of('sector'),
  };
}

function changeOf({ told, log, position }: ListedEntry, label: LabelOf): ListedChange {
  const say = (facet: RegisterFacet): string | null => {
    const value = valueOf(told, facet);
    return value === undefined || value === null ? null : label(facet, value);
  };
  const values = {
    month: say('month'),
    kind: say('kind'),
    type: say('type'),
    law: say('law'),
    authority: say('authority'),
    rule: say('rule'),
    language: say('language'),
    sector: say('sector'),
  };
  return { log, position: String(position), values, url: told.subject?.basis?.url ?? null, isUntold: told.subject === null };
}
