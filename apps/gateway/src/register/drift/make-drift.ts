import { type DriftFacts, type DriftRow, type LanguageRow } from '@parlance/web';
import { type Months } from '../cube/choose-classes.ts';
import { compare, fewest, inTens } from '../cube/told-classes.ts';
import { lawOf, type Subject } from '../facts/subject.ts';
import { type RegisterTotals } from '../../store/register-row.ts';
import { compareLanguages } from './compare-languages.ts';
import { comparePast } from './compare-past.ts';
import { bounds, verdictsOf } from './found-drift.ts';
import { differenceRow, type Label, pastRow } from './drift-row.ts';
import { reviewList } from './review-list.ts';
import { nameOfRule, type ToldMonth, toldMonth } from './told-month.ts';

/** What drift is found in: classes of ten and totals, and nothing else. */
export interface DriftInput extends RegisterTotals {
  readonly months: Months;
  readonly sizes: ReadonlyMap<string, bigint>;
}

const notSeen = [
  'Why a number moved: people may ask other things, a rule or the model may have changed, or a rule may take away too much.',
  'In a language, how many answers there were: the log tells the language of changed answers alone, and there only where ten of one batch share it.',
  'Answers of one person: somebody who asks a hundred times counts a hundred times. What swings from month to month needs a larger swing to be found, and one sudden crowd is found all the same.',
  'Fewer than ten: every number is a whole ten below the true one, and a finding holds whatever the rest is.',
  'A month that is not over is judged as far as it goes, each time somebody looks; the rate of false findings is that of one look.',
] as const;

/** Months that can be judged, in their order: those with ten answers. */
export function monthsOf({ answers }: Pick<DriftInput, 'answers'>): readonly string[] {
  return [...answers]
    .filter(([, count]) => count >= fewest)
    .map(([month]) => month)
    .toSorted(compare);
}

/** A month beside the twelve before it; null: the newest. The same classes give the same facts, in whatever order they come. See docs/drift.md. */
export function makeDrift(input: DriftInput, asked: string | null): DriftFacts {
  const known = monthsOf(input);
  const month = asked ?? known.at(-1) ?? null;
  const subjects = subjectsOf(input.months);
  const told = known.filter((each) => month !== null && each <= month).map((each) => monthOf(input, each, subjects));
  const now = told.findLast((each) => each.month === month);
  const past = told.filter((each) => each !== now).slice(-bounds.months);
  return {
    ...{ report: 'parlance-drift', v: 1, month, known, past: past.map((each) => each.month), bounds },
    logs: [...input.sizes].map(([log, size]) => ({ log, size: String(size) })).toSorted((left, right) => compare(left.log, right.log)),
    answers: { now: now?.answers ?? null, past: past.reduce((sum, { answers }) => sum + answers, 0) },
    ...(now === undefined ? nothing : found({ now, past, subjects, decisions: input.decisions })),
    not_seen: notSeen,
  };
}

const nothing = { rules: [], languages: [], between: [], review: [] } as const;

/** By name of rule; where a rule has stated several laws, one of them, and how many there are. */
type Subjects = ReadonlyMap<string, { readonly subject: Subject; readonly keys: ReadonlySet<string> }>;

function subjectsOf(months: Months): Subjects {
  const found = new Map<string, { subject: Subject; keys: Set<string> }>();
  const cells = months
    .flat()
    .flatMap(({ subject, cells: [cell] }) => (subject?.rule == null || cell === undefined ? [] : [{ subject, cell }]));
  for (const { subject, cell } of cells.toSorted((left, right) => compare(left.cell.subjectKey, right.cell.subjectKey))) {
    const name = nameOfRule(subject);
    const known = found.get(name) ?? { subject, keys: new Set() };
    known.keys.add(cell.subjectKey);
    found.set(name, known);
  }
  return found;
}

function monthOf({ answers, months }: DriftInput, month: string, subjects: Subjects): ToldMonth {
  return toldMonth({
    month,
    // In whole tens, as the report tells them: what is shown and what rates are made of.
    answers: inTens(answers.get(month) ?? 0),
    classes: months.flat().filter((each) => each.month === month),
    subjects: new Map([...subjects].map(([name, { keys }]) => [name, keys.size])),
  });
}

interface Judged {
  readonly now: ToldMonth;
  readonly past: readonly ToldMonth[];
  readonly subjects: Subjects;
  readonly decisions: RegisterTotals['decisions'];
}

function found({ now, past, subjects, decisions }: Judged): Pick<DriftFacts, 'rules' | 'languages' | 'between' | 'review'> {
  const [names, months] = [[...subjects.keys()].toSorted(compare), [...past, now]];
  const isThere = (rule: string, language: string | null): boolean => months.some((month) => month.count(rule, language).least > 0);
  const spoken = [null, ...[...new Set(months.flatMap(({ languages }) => languages))].toSorted(compare)];
  const series = names.flatMap((rule) => spoken.filter((language) => isThere(rule, language)).map((language) => ({ rule, language })));
  const compared = series.map((each) => comparePast(each, now, past));
  const beside = names.flatMap((rule) => compareLanguages(rule, now)).toSorted((left, right) => compare(left.language, right.language));
  const verdicts = verdictsOf([...compared, ...beside].flatMap(({ weighed }) => weighed ?? []));
  const rows: DriftRow[] = [];
  let used = 0;
  for (const each of compared) {
    const verdict = each.weighed === null ? undefined : verdicts[used++];
    rows.push(pastRow({ compared: each, now, label: labelOf(subjects, each.rule), verdict }));
  }
  const between: readonly LanguageRow[] = beside.flatMap((each, place) => {
    const verdict = verdicts[used + place];
    return verdict === undefined ? [] : [differenceRow(each, labelOf(subjects, each.rule), verdict)];
  });
  const rules = rows.filter(({ language }) => language === null);
  const languages = rows.filter(({ language }) => language !== null);
  return { rules, languages, between, review: reviewList({ rules, languages, between, decisions }) };
}

function labelOf(subjects: Subjects, name: string): Label {
  const subject = subjects.get(name)?.subject;
  if (subject === undefined) throw new RangeError('a rule that is compared is told');
  return { rule: subject.rule ?? '', kind: subject.kind, type: subject.type, law: lawOf(subject), law_url: subject.basis?.url ?? null };
}
