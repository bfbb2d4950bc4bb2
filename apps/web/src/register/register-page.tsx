import { type JSX } from 'preact';
import { OutwardLink } from '../answer/outward-link.tsx';
import { directionOf } from '../direction.ts';
import { type RegisterText } from '../interface/register/register-text.ts';
import { pageAddress } from '../page-address.ts';
import { renderPage } from '../pages/page.tsx';
import { Told } from './told-number.tsx';
import { charterRuleAddress } from '../transparency/rule-name.tsx';
import { checkpointAddress, logSpecification } from '../transparency/log-address.ts';
import { Places } from '../transparency/transparency-frame.tsx';
import { BarChart } from './bar-chart.tsx';
import { ChangeList } from './change-list.tsx';
import { RegisterFilter } from './register-filter.tsx';
import { type RegisterContext, registerPath } from './register-context.ts';

/** `GET /transparency/register`: what the public log tells of changes, counted, filtered and listed. */
export function registerPage(context: RegisterContext): string {
  const say = context.interfaceText.register;
  const { choice } = context;
  const children = (
    <div class="column register">
      <Places context={context} path={registerPath} />
      <h1>{say('title')}</h1>
      <p class="lead">{say('lead')}</p>
      {context.trouble !== null && (
        <p class="fault card" role="alert">
          {context.trouble}
        </p>
      )}
      <RegisterFilter context={context} />
      <section aria-labelledby="told">
        <h2 id="told">{say('count')}</h2>
        <p role="status">{headline(context, say)}</p>
        {context.maybe > 0 && <p>{say('maybe', { count: String(context.maybe) })}</p>}
      </section>
      {context.counts.map((count) => (
        <Counts key={count.facet} count={count} context={context} />
      ))}
      <ChangeList context={context} />
      <Downloads context={context} />
      <p class="hint">
        {say('at-least')} {say('falling')}
      </p>
      <p class="hint">{say('sector-limits')}</p>
      <p class="hint">{say('limits')}</p>
      {context.logs.map(({ log, size }) => (
        <p key={log} class="hint">
          {say('made', { log, size })} <a href={checkpointAddress(log)}>{checkpointAddress(log)}</a> (
          <OutwardLink address={logSpecification}>tlog-tiles</OutwardLink>)
        </p>
      ))}
    </div>
  );
  return renderPage({ context, title: say('title'), path: registerPath, query: choice, children });
}

function headline({ told, isEmpty }: RegisterContext, say: RegisterText): string {
  if (isEmpty) return say('empty');
  return told === 0 ? say('none') : say('told', { count: String(told) });
}

interface CountsProperties {
  readonly count: RegisterContext['counts'][number];
  readonly context: RegisterContext;
}

/** A chart and the table that it shows. Each value leads to the register filtered by it. */
function Counts({ count: { facet, values, more, without, untold }, context }: CountsProperties): JSX.Element {
  const { choice, language, interfaceText } = context;
  const say = interfaceText.register;
  return (
    <section aria-labelledby={`by-${facet}`}>
      <h2 id={`by-${facet}`}>{say(facet)}</h2>
      <div class="plotted">
        <BarChart values={values} direction={directionOf(interfaceText.language)} label={`${say(facet)}. ${say('chart')}`} />
        <div class="scrolls">
          <table>
            <thead>
              <tr>
                <th scope="col">{say(facet)}</th>
                <th scope="col">{say('count')}</th>
              </tr>
            </thead>
            <tbody>
              {values.map(({ value, label, told, meaning }) => (
                <tr key={value}>
                  <th scope="row">
                    <a href={pageAddress(registerPath, language, { ...choice, [facet]: value })}>
                      <bdi>{label}</bdi>
                    </a>
                    <Meaning rule={value} meaning={meaning} language={language} />
                  </th>
                  <td>
                    <Told sign="≥" number={told} />
                  </td>
                </tr>
              ))}
              <Rest name={say('without')} told={without} />
              <Rest name={say('not-told')} told={untold} />
            </tbody>
          </table>
        </div>
      </div>
      {more > 0 && <p class="hint">{say('more', { count: String(more) })}</p>}
    </section>
  );
}

/** What the rows above leave over, so that the table adds up to the number on the page. */
function Rest({ name, told }: { readonly name: string; readonly told: number }): JSX.Element | null {
  if (told === 0) return null;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Told sign="≥" number={told} />
      </td>
    </tr>
  );
}

interface MeaningProperties {
  readonly rule: string;
  readonly meaning: string | null;
  readonly language: string;
}

/** What a rule of the charter does, and the way to what the charter says of it. */
function Meaning({ rule, meaning, language }: MeaningProperties): JSX.Element | null {
  const address = charterRuleAddress(rule, language);
  if (meaning === null || address === null) return null;
  return (
    <>
      {' · '}
      <a href={address}>{meaning}</a>
    </>
  );
}

function Downloads({ context }: { readonly context: RegisterContext }): JSX.Element {
  const say = context.interfaceText.register;
  const query = new URLSearchParams(context.choice).toString();
  const files = [
    ['counts', 'csv'],
    ['counts', 'json'],
    ['entries', 'csv'],
    ['entries', 'json'],
    ...(context.hasStatements ? [['statements', 'json'] as const] : []),
  ] as const;
  return (
    <section aria-labelledby="download">
      <h2 id="download">{say('download')}</h2>
      <ul class="files">
        {files.map(([name, format]) => (
          <li key={`${name}.${format}`}>
            <a href={`${registerPath}/${name}.${format}${query === '' ? '' : `?${query}`}`}>{`${say(name)}, ${format.toUpperCase()}`}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
