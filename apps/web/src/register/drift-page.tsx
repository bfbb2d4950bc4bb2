import { type JSX } from 'preact';
import { type TransparencyContext } from '../transparency/transparency-context.ts';
import { renderTransparency } from '../transparency/transparency-frame.tsx';
import { wasJudged } from './drift.ts';
import { type DriftProperties } from './drift-properties.ts';
import { EveryRule, ReviewList } from './drift-lists.tsx';
import { DriftAlert, LanguageAlert } from './drift-alert.tsx';
import { toldText } from './told-number.tsx';
import { monthName } from './value-names.ts';

const driftPath = '/transparency/drift';

interface DriftView extends Pick<DriftProperties, 'facts' | 'names'> {
  /** Another month was asked for than is shown. */
  readonly isStrange: boolean;
}

/** `GET /transparency/drift`: how often rules act, beside their own past and between languages. */
export function driftPage(context: TransparencyContext, { facts, isStrange, names }: DriftView): string {
  const say = context.interfaceText.register;
  const { month } = facts;
  const children = (
    <div class="register">
      {isStrange && (
        <p class="fault card" role="alert">
          {say('drift.unknown')}
        </p>
      )}
      {month === null ? <p>{say('empty')}</p> : <Found context={context} facts={facts} names={names} />}
      <p class="hint">{say('at-least')}</p>
      <p class="hint">{say('drift.limits')}</p>
      {facts.logs.map(({ log, size }) => (
        <p key={log} class="hint">
          {say('made', { log, size })}
        </p>
      ))}
    </div>
  );
  const query = month === null ? {} : { month };
  return renderTransparency({ context, title: say('drift.title'), lead: say('drift.lead'), path: driftPath, query, children });
}

function Found({ context, facts, names }: DriftProperties): JSX.Element {
  const say = context.interfaceText.register;
  const alerts = [...facts.rules, ...facts.languages].filter(({ verdict }) => verdict === 'rose' || verdict === 'fell');
  const between = facts.between.filter(({ verdict }) => verdict !== 'alike');
  const isJudged = wasJudged(facts);
  const { answers, past } = facts;
  const now = toldText('≥', answers.now ?? 0);
  return (
    <>
      <Months context={context} facts={facts} names={names} />
      <section aria-labelledby="alerts">
        <h2 id="alerts">{say('drift.alerts')}</h2>
        <p>
          {past.length === 0
            ? say('drift.answers-first', { now })
            : say('drift.answers', { now, past: toldText('≥', answers.past), months: String(past.length) })}
        </p>
        {alerts.length === 0 && <p role="status">{say(isJudged ? 'drift.none' : 'drift.unjudged')}</p>}
        {alerts.map((row) => (
          <DriftAlert key={`${row.kind} ${row.rule} ${row.language ?? ''}`} row={row} context={context} names={names} />
        ))}
      </section>
      <section aria-labelledby="between">
        <h2 id="between">{say('drift.between')}</h2>
        {between.length === 0 && <p>{say(facts.between.length > 0 ? 'drift.none' : 'drift.unjudged')}</p>}
        {between.map((row) => (
          <LanguageAlert key={`${row.kind} ${row.rule} ${row.language}`} row={row} context={context} names={names} />
        ))}
      </section>
      <ReviewList context={context} facts={facts} names={names} />
      <EveryRule context={context} facts={facts} names={names} />
    </>
  );
}

/** A plain form: the month stands in the address. */
function Months({ context, facts }: DriftProperties): JSX.Element {
  const { language, interfaceText: text } = context;
  const say = text.register;
  return (
    <form class="card choose" method="get" action={driftPath}>
      <input type="hidden" name="lang" value={language} />
      <p>
        <label for="month">{say('month')}</label>
        <select id="month" name="month">
          {facts.known.toReversed().map((month) => (
            <option key={month} value={month} selected={month === facts.month}>
              {monthName(month, text.language)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button class="button" type="submit">
          {say('show')}
        </button>
      </p>
    </form>
  );
}
