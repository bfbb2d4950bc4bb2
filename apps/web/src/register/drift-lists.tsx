import { type JSX } from 'preact';
import { RuleName } from '../transparency/rule-name.tsx';
import { Law } from './drift-alert.tsx';
import { type DriftProperties } from './drift-properties.ts';
import { type DriftRow, type ReviewRow, wasJudged } from './drift.ts';
import { languageName } from './value-names.ts';

/** Rules that somebody should look at, and why. */
export function ReviewList({ context, facts }: DriftProperties): JSX.Element {
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
            <RuleName rule={row.rule} language={context.language} />
            <Law row={row} />
            <ul class="plain">
              {row.reasons.map((reason) => (
                <li key={reason}>{reasonOf(row, reason)}</li>
              ))}
            </ul>
            {row.languages.length > 0 && (
              <p class="small">
                {say('language')}: <bdi>{row.languages.map((each) => languageName(each, text.language)).join(', ')}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was compared, also where nothing stands out. */
export function EveryRule({ context, facts }: DriftProperties): JSX.Element | null {
  const say = context.interfaceText.register;
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
                  <RuleName rule={row.rule} language={context.language} />
                </th>
                <td>{rateText(row.now)}</td>
                {row.verdict === 'first' ? <td class="words">{say('drift.first')}</td> : <td>{rateText(row.past)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function rateText({ per_10000 }: DriftRow['now']): string {
  return per_10000 === null ? '–' : `≈ ${per_10000}`;
}
