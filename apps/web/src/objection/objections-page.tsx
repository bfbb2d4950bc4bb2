import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { longDate } from '../dates.ts';
import { type ObjectionState } from '../interface/objections/objection-text.ts';
import { renderPage } from '../pages/page.tsx';
import { RuleName } from '../transparency/rule-name.tsx';
import { type ObjectionsContext } from './objection-context.ts';

/** `GET /objections`: counts by rule, for everybody. */
export function objectionsPage(context: ObjectionsContext): string {
  const words = context.interfaceText.objections;
  const children = (
    <div class="column">
      <h1>{words.publicTitle}</h1>
      <p class="lead">{words.publicLead}</p>
      <FindObjection context={context} />
      <section class="card" aria-labelledby="outcomes">
        <h2 id="outcomes">{words.state}</h2>
        <ul>
          {states.map((state) => (
            <li key={state}>{words.states[state]}</li>
          ))}
        </ul>
      </section>
      {context.counts.length === 0 && <p>{words.none(longDate(context.until, context.interfaceText.language))}</p>}
      {context.counts.map((count) => (
        <Counts key={`${count.rule} ${count.law ?? ''}`} count={count} context={context} />
      ))}
    </div>
  );
  return renderPage({ context, title: words.publicTitle, path: '/objections', children });
}

/** Whoever has kept a code has nothing else that leads back to an objection. */
function FindObjection({ context }: { readonly context: ObjectionsContext }): JSX.Element {
  const words = context.interfaceText.objections;
  return (
    <form class="card" method="get" action="/objections">
      <input type="hidden" name="lang" value={context.language} />
      <label for="code">{`${words.receiptTitle}: ${words.code}`}</label>
      <input id="code" name="code" type="text" required maxLength={300} dir="ltr" autocomplete="off" spellcheck={false} />
      <button type="submit">{words.see}</button>
    </form>
  );
}

const states: readonly ObjectionState[] = ['open', 'overdue', 'upheld', 'corrected', 'rejected'];

interface CountsProperties {
  readonly count: ObjectionsContext['counts'][number];
  readonly context: ObjectionsContext;
}

function Counts({ count, context }: CountsProperties): JSX.Element {
  const { interfaceText: text } = context;
  const words = text.objections;
  return (
    <section class="notice">
      <h2>
        <RuleName rule={count.rule} language={context.language} />
      </h2>
      {count.law !== null && <p dir="auto">{count.law}</p>}
      <dl>
        <Fact name={words.received}>
          <bdi>{count.received}</bdi>
        </Fact>
        {states.map((state) => (
          <Fact key={state} name={words.states[state]}>
            <bdi>{count.states[state]}</bdi>
          </Fact>
        ))}
      </dl>
    </section>
  );
}
