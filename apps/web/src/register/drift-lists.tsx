import { type JSX } from 'preact';
import { listed } from '../listed.ts';
import { type DriftProperties } from './drift-properties.ts';
import { DriftRule, WhatItDoes } from './drift-rule.tsx';
import { type DriftRow, type ReviewRow, wasJudged } from './drift.ts';
import { decimal, Told } from './told-number.tsx';
import { languageName } from './value-names.ts';

/** Rules that somebody should look at, and why. */
export function ReviewList({ context, facts, names }: DriftProperties): JSX.Element {
  const { interfaceText: text } = context;
  const say = text.register;
  const reasonOf = (row: ReviewRow, reason: ReviewRow['reasons'][number]): string =>
    say(`drift.reasons.${reason}`, { count: String(row.objections.found_right) });
  return (
    <section aria-labelledby="review">
      <h2 id="review">{say('drift.review')}</h2>
      <p>{say(facts.review.length > 0 ? 'drift.review-hint' : wasJudged(facts) ? 'drift.none' : 'drift.unjudged')}</p>
      <ul class="changes-listed">
        {facts.review.map((row) => (
          <li key={row.rule}>
            <DriftRule rule={row.rule} language={context.language} names={names} />
            <WhatItDoes row={row} context={context} names={names} />
            <ul class="plain">
              {row.reasons.map((reason) => (
                <li key={reason}>{reasonOf(row, reason)}</li>
              ))}
            </ul>
            {row.languages.length > 0 && (
              <p class="small">
                {say('language')}:{' '}
                <bdi>
                  {listed(
                    row.languages.map((each) => languageName(each, text.language)),
                    text.language,
                  )}
                </bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was compared, also where nothing stands out. */
export function EveryRule({ context, facts, names }: DriftProperties): JSX.Element | null {
  const { register: say, language } = context.interfaceText;
  if (facts.rules.length === 0) return null;
  return (
    <section aria-labelledby="all">
      <h2 id="all">{say('drift.all')}</h2>
      <p class="small">{say('drift.per-answers')}</p>
      <div class="scrolls" role="group" tabIndex={0} aria-label={say('drift.all')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('rule')}</th>
              <th scope="col">{say('count')}</th>
              <th scope="col">{say('drift.before')}</th>
            </tr>
          </thead>
          <tbody>
            {facts.rules.map((row) => (
              <tr key={`${row.kind} ${row.rule}`}>
                <th scope="row">
                  <DriftRule rule={row.rule} language={context.language} names={names} />
                  <WhatItDoes row={row} context={context} names={names} />
                </th>
                <td>{rateOf(row.now, language)}</td>
                {row.verdict === 'first' ? <td class="words">{say('drift.first')}</td> : <td>{rateOf(row.past, language)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function rateOf({ per_10000 }: DriftRow['now'], language: string): JSX.Element | string {
  return per_10000 === null ? '–' : <Told sign="≈" number={decimal(per_10000, language)} />;
}
