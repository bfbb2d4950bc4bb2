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
      {context.counts.length === 0 && <p>{words.none(longDate(context.until, context.interfaceText.language))}</p>}
      {context.counts.map((count) => (
        <Counts key={`${count.rule} ${count.law ?? ''}`} count={count} context={context} />
      ))}
    </div>
  );
  return renderPage({ context, title: words.publicTitle, path: '/objections', children });
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
