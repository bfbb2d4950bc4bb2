import { type MonthReport, type ReportedChanges, type ReportedSum } from '@parlance/web';

/** The report for a terminal. */
export function reportText(report: MonthReport): string {
  const { month, heads, answers_at_least, changed_at_least, omissions, additions } = report;
  const lines = [
    `Month ${month}`,
    ...heads.map(({ log, size, root }) => `from the first ${size} entries of ${log}, root ${root}`),
    `batches: ${atLeast(report.batches_at_least)}; of these differ from their leaves: ${report.batches_that_differ}`,
    `answers: ${atLeast(answers_at_least)}; changed or ended otherwise than done: ${atLeast(changed_at_least)}`,
    `left out: ${sumText(omissions)}`,
    `added: ${sumText(additions)}`,
    ...report.endings.map(({ ending, at_least }) => `ended ${ending}: ${atLeast(at_least)}`),
    ...report.changes.map((changes) => `${atLeast(changes.at_least)}: ${labelText(changes)}`),
    ...report.rates.map(
      ({ rule, per_10000, before_per_10000 }) =>
        `${rule}: ${rate(per_10000)} of 10,000 answers, ${rate(before_per_10000)} the month before`,
    ),
    ...report.objections.map(({ outcome, at_least }) => `objections ${outcome}: ${atLeast(at_least)}`),
    ...report.statements.map(({ kind, count }) => `stated: ${count} of ${kind}`),
    'What the log does not show:',
    ...report.not_seen.map((line) => `- ${line}`),
  ];
  // Names come from packs: nothing of them may steer a terminal.
  return lines.map((line) => `${line.replaceAll(/\p{C}/gu, '?')}\n`).join('');
}

const atLeast = (count: number): string => (count === 0 ? 'fewer than ten' : `at least ${count}`);
const rate = (count: number | null): string => (count === null ? 'not told' : `at least ${count}`);

function labelText({ kind, type, cause, law, authority, rule, language, sector }: ReportedChanges): string {
  const label = [kind, type, cause, law, authority, rule, language, sector].filter((value) => value !== null);
  return label.length === 0 ? 'others' : label.join(', ');
}

function sumText({ tallies_at_least, leaves_at_least, agree }: ReportedSum): string {
  return `${atLeast(tallies_at_least)} by the tallies, ${atLeast(leaves_at_least)} by the leaves; ${agree ? 'they agree' : 'THEY DO NOT AGREE'}`;
}
