import { type ComponentChildren, type JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { BarChart } from './bar-chart.tsx';
import { type MonthReport, type ReportedSum } from './report.ts';

/** Everything that the page needs: it stands alone, also on paper. */
const style = `
:root { color-scheme: light; font: 11pt/1.5 system-ui, 'Noto Sans', sans-serif; }
body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem; color: #1c2124; background: #fff; overflow-wrap: anywhere; }
h1 { line-height: 1.2; }
table { border-collapse: collapse; inline-size: 100%; font-size: 0.9em; }
th, td { border-block-end: 1px solid #d9dcd8; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
td.number { text-align: end; white-space: nowrap; }
svg { inline-size: 100%; max-inline-size: 24rem; }
svg text { font-size: 11px; fill: #1c2124; }
svg rect { fill: #0f5c70; }
.wrong { color: #9a3b1e; font-weight: bold; }
@media print { body { margin: 0; } tr, li { break-inside: avoid; } }
`;

const mostBars = 20;

/** The report of a month as one HTML document that loads nothing. In English, whatever the machine. */
export function reportPage(report: MonthReport): string {
  const title = `Transparency report ${report.month}`;
  return `<!doctype html>${render(
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>
            Made from the public log alone, by <code>{`parlance report --month ${report.month}`}</code>. Whoever has the log gets the same
            report, byte for byte. Changes are told in whole tens, and fewer than ten never.
          </p>
          <Heads report={report} />
          <Totals report={report} />
          <Changes report={report} />
          <Rates report={report} />
          <Others report={report} />
          <section>
            <h2>What the log does not show</h2>
            <ul>
              {report.not_seen.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </main>
      </body>
    </html>,
  )}\n`;
}

interface Of {
  readonly report: MonthReport;
}

function Heads({ report }: Of): JSX.Element {
  return (
    <section>
      <h2>The log</h2>
      <Table
        heads={['Log', 'Entries', 'Root of the tree']}
        rows={report.heads.map(({ log, size, root }) => [log, size, <code key="root">{root}</code>])}
      />
      <p>The tree ends with the last batch of the month, so that a longer log gives the same report.</p>
    </section>
  );
}

function Totals({ report }: Of): JSX.Element {
  const { answers, changed_at_least, omissions, additions, batches, batches_that_differ, endings } = report;
  return (
    <section>
      <h2>Answers</h2>
      <Table
        heads={['What', 'By the tallies', 'By the leaves of changed answers', 'Do they agree?']}
        rows={[
          ['Answers', counted(answers), '', ''],
          ['Changed, or ended otherwise than done', `≥ ${changed_at_least}`, '', ''],
          ['Places at which something was left out', ...sumCells(omissions)],
          ['Places at which something was added', ...sumCells(additions)],
        ]}
      />
      <p class={batches_that_differ === 0 ? '' : 'wrong'}>
        {`${batches} batches; ${batches_that_differ} of them tell other numbers in their tally than in their leaves.`}
      </p>
      <Table heads={['How answers ended', 'Answers']} rows={endings.map(({ ending, at_least }) => [ending, atLeast(at_least)])} />
    </section>
  );
}

function Changes({ report: { changes } }: Of): JSX.Element {
  const name = ({ kind, type, rule, language, sector }: MonthReport['changes'][number]): string =>
    [rule ?? type ?? kind ?? 'not told', language, sector].filter((part) => part !== null).join(', ');
  const most = changes.toSorted((left, right) => right.at_least - left.at_least).slice(0, mostBars);
  const values = most.map((change, place) => ({ value: String(place), label: name(change), told: change.at_least }));
  return (
    <section>
      <h2>What was changed, by which rule and law</h2>
      {values.length > 0 && <BarChart values={values} direction="ltr" label="The most frequent changes; the table has all" />}
      <Table
        heads={['What', 'Type', 'Cause', 'Law', 'Authority', 'Rule', 'Language', 'Sector', 'Changes']}
        rows={changes.map(({ kind, type, cause, law, authority, rule, language, sector, at_least }) => [
          ...[kind, type, cause, law, authority, rule, language, sector].map((value) => value ?? ''),
          atLeast(at_least),
        ])}
      />
      <p>
        An answer that two rules changed is counted under both. An empty field is not told, because fewer than ten share it, or there is
        none.
      </p>
    </section>
  );
}

function Rates({ report: { rates } }: Of): JSX.Element {
  return (
    <section>
      <h2>How often each rule acted</h2>
      <Table
        heads={['Rule', 'What', 'Type', 'In 10,000 answers', 'The month before']}
        rows={rates.map(({ rule, kind, type, per_10000, before_per_10000 }) => [
          rule,
          kind,
          type,
          rateOf(per_10000),
          rateOf(before_per_10000),
        ])}
      />
    </section>
  );
}

function Others({ report: { objections, statements } }: Of): JSX.Element {
  return (
    <section>
      <h2>Decided objections, and what the operator stated</h2>
      <Table
        heads={['Entries of the log', 'How many']}
        rows={[
          ...objections.map(({ outcome, at_least }) => [`objections: ${outcome}`, atLeast(at_least)]),
          ...statements.map(({ kind, count }) => [kind, String(count)]),
        ]}
      />
    </section>
  );
}

interface TableProperties {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

function Table({ heads, rows }: TableProperties): JSX.Element {
  if (rows.length === 0) return <p>None that is told.</p>;
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            {row.map((cell, column) => (
              <td key={column} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const counted = (count: number | null): string => (count === null ? 'fewer than ten' : String(count));
const atLeast = (count: number): string => (count === 0 ? 'fewer than ten' : `≥ ${count}`);
const rateOf = (count: number | null): string => (count === null ? 'not told' : `≥ ${count}`);

function sumCells({ tallies, leaves, agree }: ReportedSum): readonly ComponentChildren[] {
  return [counted(tallies), counted(leaves), agree ? 'yes' : <strong class="wrong">no</strong>];
}
