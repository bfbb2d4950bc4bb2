import { type ComponentChildren, type JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { directionOf } from '../direction.ts';
import { listed } from '../listed.ts';
import { Filled } from '../transparency/filled.tsx';
import { BarChart } from './bar-chart.tsx';
import { nameOf, nameOfLanguage, type ReportWords, reportWords, typeName } from './report-words/report-words.ts';
import { type MonthReport, type ReportedSum } from './report.ts';
import { Told } from './told-number.tsx';

/** Everything that the page needs: it stands alone, also on paper. */
const style = `
:root { color-scheme: light; font: 11pt/1.5 system-ui, 'Noto Sans', sans-serif; }
body { max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem; color: #1c2124; background: #fff; overflow-wrap: anywhere; }
h1 { line-height: 1.2; font-size: clamp(1.3rem, 7vw, 2rem); }
th, td { overflow-wrap: normal; }
td:first-child { min-inline-size: 7rem; }
.table { overflow-x: auto; }
table { border-collapse: collapse; inline-size: 100%; font-size: 0.9em; }
th, td { border-block-end: 1px solid #d9dcd8; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
svg { inline-size: 100%; max-inline-size: 24rem; }
svg text { font-size: 11px; fill: #1c2124; }
svg rect { fill: #0f5c70; }
.wrong { color: #9a3b1e; font-weight: bold; }
@media print { body { margin: 0; } .table { overflow: visible; } th, td { overflow-wrap: anywhere; } tr, li { break-inside: avoid; } }
`;

const mostBars = 20;

/** The report of a month as one HTML document that loads nothing, in the language of the report, whatever the machine. */
export function reportPage(report: MonthReport): string {
  const words = reportWords(report);
  const title = filled(words.title, { month: report.month });
  const of = { report, words };
  return `<!doctype html>${render(
    <html lang={report.language} dir={directionOf(report.language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <Made {...of} />
          <Heads {...of} />
          <Totals {...of} />
          <Changes {...of} />
          <Rates {...of} />
          <Others {...of} />
          <section>
            <h2>{words.notSeenTitle}</h2>
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
  readonly words: ReportWords;
}

function filled(text: string, slots: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole));
}

function Made({ report, words }: Of): JSX.Element {
  const [before = '', after = ''] = words.made.split('{command}');
  const language = report.language === 'en' ? '' : ` --language ${report.language}`;
  return (
    <p>
      {before}
      <code dir="ltr">{`parlance report --month ${report.month}${language}`}</code>
      {after}
    </p>
  );
}

function Heads({ report, words }: Of): JSX.Element {
  return (
    <section>
      <h2>{words.log}</h2>
      <Table
        of={{ report, words }}
        heads={[words.name, words.entries, words.root]}
        rows={report.heads.map(({ log, size, root }) => [log, size, <code key="root">{root}</code>])}
      />
      <p>{words.tree}</p>
    </section>
  );
}

function Totals({ report, words }: Of): JSX.Element {
  const { answers_at_least, changed_at_least, omissions, additions, batches_at_least, batches_that_differ: differing, endings } = report;
  return (
    <section>
      <h2>{words.answers}</h2>
      <Table
        of={{ report, words }}
        heads={[words.what, words.byTallies, words.byLeaves, words.agree]}
        rows={[
          [words.answers, atLeast(answers_at_least, words), '', ''],
          [words.changed, atLeast(changed_at_least, words), '', ''],
          [words.leftOut, ...sumCells(omissions, words)],
          [words.added, ...sumCells(additions, words)],
        ]}
      />
      <p class={differing === 0 ? '' : 'wrong'}>
        <Filled words={words.batches} slots={{ batches: atLeast(batches_at_least, words), differing }} />
      </p>
      <Table
        of={{ report, words }}
        heads={[words.howEnded, words.answers]}
        rows={endings.map(({ ending, at_least }) => [nameOf(words.endings, ending), atLeast(at_least, words)])}
      />
    </section>
  );
}

function Changes({ report, words }: Of): JSX.Element {
  const { changes } = report;
  const name = ({ rule, language, sector, ...change }: MonthReport['changes'][number]): string =>
    listed(
      [
        rule ?? (typeName(words, change) || nameOf(words.kinds, change.kind) || words.notTold),
        nameOfLanguage(words, language),
        nameOf(words.sectors, sector),
      ].filter((part) => part !== ''),
      report.language,
    );
  const most = changes.toSorted((left, right) => right.at_least - left.at_least).slice(0, mostBars);
  const values = most.map((change, place) => ({ value: String(place), label: name(change), told: change.at_least }));
  return (
    <section>
      <h2>{words.changesTitle}</h2>
      {values.length > 0 && <BarChart values={values} direction={directionOf(report.language)} label={words.chart} />}
      <Table
        of={{ report, words }}
        heads={[words.what, words.type, words.cause, words.law, words.authority, words.rule, words.language, words.sector, words.changes]}
        rows={changes.map((change) => [
          nameOf(words.kinds, change.kind),
          typeName(words, change),
          nameOf(words.causes, change.cause),
          ...[change.law, change.authority, change.rule].map((value) => value ?? ''),
          nameOfLanguage(words, change.language),
          nameOf(words.sectors, change.sector),
          atLeast(change.at_least, words),
        ])}
      />
      <p>{words.twice}</p>
    </section>
  );
}

function Rates({ report, words }: Of): JSX.Element {
  return (
    <section>
      <h2>{words.rates}</h2>
      <Table
        of={{ report, words }}
        heads={[words.rule, words.what, words.type, words.perAnswers, words.before]}
        rows={report.rates.map((rate) => [
          rate.rule,
          nameOf(words.kinds, rate.kind),
          typeName(words, rate),
          rateOf(rate.per_10000, words),
          rateOf(rate.before_per_10000, words),
        ])}
      />
      <p>{words.ratesHint}</p>
    </section>
  );
}

function Others({ report, words }: Of): JSX.Element {
  return (
    <section>
      <h2>{words.others}</h2>
      <Table
        of={{ report, words }}
        heads={[words.logEntries, words.howMany]}
        rows={[
          ...report.objections.map(({ outcome, at_least }) => [
            filled(words.objection, { outcome: nameOf(words.outcomes, outcome) }),
            atLeast(at_least, words),
          ]),
          ...report.statements.map(({ kind, count }) => [nameOf(words.leaves, kind), String(count)]),
        ]}
      />
    </section>
  );
}

interface TableProperties {
  readonly of: Of;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A cell stands under its header, on the side from which the page is read, and what is in it is read in its own direction. Scrolls inside itself where the window is narrow, and can be reached with the keyboard for that. */
function Table({ of: { report, words }, heads, rows }: TableProperties): JSX.Element {
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    <div class="table" tabIndex={0} role="group" aria-label={listed(heads, report.language)}>
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
                <td key={column}>{cell !== '' && <bdi>{cell}</bdi>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const atLeast = (count: number, words: ReportWords): ComponentChildren => (count === 0 ? words.few : <Told sign="≥" number={count} />);
const rateOf = (count: number | null, words: ReportWords): ComponentChildren =>
  count === null ? words.notTold : <Told sign="≥" number={count} />;

function sumCells({ tallies_at_least, leaves_at_least, agree }: ReportedSum, words: ReportWords): readonly ComponentChildren[] {
  return [atLeast(tallies_at_least, words), atLeast(leaves_at_least, words), agree ? words.yes : <strong class="wrong">{words.no}</strong>];
}
