import { type MonthReport } from '@parlance/web';
import { csvText } from '../csv-text.ts';

const fields = ['part', 'name', 'number', 'kind', 'type', 'cause', 'law', 'law_url', 'authority', 'rule', 'language', 'sector'] as const;
type Row = Readonly<Partial<Record<(typeof fields)[number], string | null>>>;

const number = (value: number | null): string | null => (value === null ? null : String(value));

/** The report as one table: a number that is not told is an empty field. */
export function reportCsv(report: MonthReport): string {
  const rows: readonly Row[] = [
    { part: 'month', name: report.month },
    { part: 'language', name: report.language },
    ...report.heads.flatMap(({ log, size, root }) => [
      { part: 'head', name: log, number: size },
      { part: 'root', name: root },
    ]),
    ...totalsOf(report),
    ...report.endings.map(({ ending, at_least }) => ({ part: 'ending', name: ending, number: number(at_least) })),
    ...report.changes.map(({ at_least, ...label }) => ({ part: 'changes', ...label, number: number(at_least) })),
    ...report.rates.flatMap(({ rule, kind, type, per_10000, before_per_10000 }) => [
      { part: 'per_10000', rule, kind, type, number: number(per_10000) },
      { part: 'before_per_10000', rule, kind, type, number: number(before_per_10000) },
    ]),
    ...report.objections.map(({ outcome, at_least }) => ({ part: 'objection', name: outcome, number: number(at_least) })),
    ...report.statements.map(({ kind, count }) => ({ part: 'statement', name: kind, number: number(count) })),
    ...report.not_seen.map((name) => ({ part: 'not_seen', name })),
  ];
  return csvText(fields, rows.map(whole));
}

function totalsOf({
  batches_at_least,
  batches_that_differ,
  answers_at_least,
  changed_at_least,
  omissions,
  additions,
}: MonthReport): readonly Row[] {
  const sums = [['omissions', omissions] as const, ['additions', additions] as const];
  return [
    { part: 'total', name: 'batches_at_least', number: number(batches_at_least) },
    { part: 'total', name: 'batches_that_differ', number: number(batches_that_differ) },
    { part: 'total', name: 'answers_at_least', number: number(answers_at_least) },
    { part: 'total', name: 'changed_at_least', number: number(changed_at_least) },
    ...sums.flatMap(([name, { tallies_at_least, leaves_at_least, agree }]) => [
      { part: 'total', name: `${name}_by_tallies_at_least`, number: number(tallies_at_least) },
      { part: 'total', name: `${name}_by_leaves_at_least`, number: number(leaves_at_least) },
      { part: 'total', name: `${name}_agree`, number: agree ? '1' : '0' },
    ]),
  ];
}

const empty = {
  ...{ part: null, name: null, number: null, kind: null, type: null, cause: null },
  ...{ law: null, law_url: null, authority: null, rule: null, language: null, sector: null },
};

function whole(row: Row): Readonly<Record<(typeof fields)[number], string | null>> {
  return { ...empty, ...row };
}
