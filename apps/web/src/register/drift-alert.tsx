import { type JSX } from 'preact';
import { directionOf } from '../direction.ts';
import { type TransparencyContext } from '../transparency/transparency-context.ts';
import { BarChart } from './bar-chart.tsx';
import { type RuleNames } from './drift-properties.ts';
import { DriftRule, WhatItDoes } from './drift-rule.tsx';
import { type DriftRate, type DriftRow, type LanguageRow } from './drift.ts';
import { decimal, Told } from './told-number.tsx';
import { languageName, monthName } from './value-names.ts';

interface AlertProperties<Row> {
  readonly row: Row;
  readonly context: TransparencyContext;
  readonly names: RuleNames;
}

/** A rule that acts more or less often than before: a chart of the months, and the table that it shows. */
export function DriftAlert({ row, context, names }: AlertProperties<DriftRow>): JSX.Element {
  const { interfaceText: text } = context;
  const say = text.register;
  const unit = say(row.language === null ? 'drift.per-answers' : 'drift.per-entries');
  const times = decimal(row.ratio ?? 0, text.language);
  const months = row.months.map((month) => ({ name: monthName(month.month, text.language), ...month }));
  return (
    <article class="card">
      <RuleHeading row={row} context={context} names={names} />
      <p>
        <strong>{say(row.verdict === 'rose' ? 'drift.rose' : 'drift.fell', { times })}</strong>
      </p>
      <Rates unit={unit} first={say('month')} rates={months} context={context} />
    </article>
  );
}

/** A rule that acts more or less often in one language than in the others. */
export function LanguageAlert({ row, context, names }: AlertProperties<LanguageRow>): JSX.Element {
  const { interfaceText: text } = context;
  const say = text.register;
  return (
    <article class="card">
      <RuleHeading row={row} context={context} names={names} />
      <p>
        <strong>{say(row.verdict === 'more' ? 'drift.more' : 'drift.less', { times: decimal(row.ratio, text.language) })}</strong>
      </p>
      <Rates
        unit={say('drift.per-entries')}
        first={say('language')}
        rates={[
          { name: languageName(row.language, text.language), ...row.here },
          { name: '…', ...row.elsewhere },
        ]}
        context={context}
      />
    </article>
  );
}

type NamedRow = Pick<DriftRow, 'rule' | 'language' | 'kind' | 'type' | 'law' | 'law_url'>;

/** Id of the rule with its language, what it does, and its law. */
function RuleHeading({ row, context, names }: AlertProperties<NamedRow>): JSX.Element {
  const text = context.interfaceText;
  return (
    <>
      <h3>
        <DriftRule rule={row.rule} language={context.language} names={names} />
        {row.language !== null && <bdi> {languageName(row.language, text.language)}</bdi>}
      </h3>
      <WhatItDoes row={row} context={context} names={names} />
    </>
  );
}

interface RatesProperties {
  readonly unit: string;
  /** Head of the first column. */
  readonly first: string;
  readonly rates: readonly (DriftRate & { readonly name: string })[];
  readonly context: TransparencyContext;
}

function Rates({ unit, first, rates, context }: RatesProperties): JSX.Element {
  const { interfaceText: text } = context;
  const say = text.register;
  const values = rates.map(({ name, per_10000 }) => ({ value: name, label: name, told: per_10000 ?? 0 }));
  return (
    <div class="plotted">
      <BarChart values={values} direction={directionOf(text.language)} label={`${unit}. ${say('chart')}`} />
      <div class="scrolls" role="group" tabIndex={0} aria-label={unit}>
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col">{unit}</th>
              <th scope="col">{say('count')}</th>
            </tr>
          </thead>
          <tbody>
            {rates.map(({ name, per_10000, at_least }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td>{per_10000 === null ? '–' : <Told sign="≈" number={decimal(per_10000, text.language)} />}</td>
                <td>{at_least === 0 ? '–' : <Told sign="≥" number={at_least} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
