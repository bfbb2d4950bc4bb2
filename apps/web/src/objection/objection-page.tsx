import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { longDate } from '../dates.ts';
import { listed } from '../listed.ts';
import { pageAddress } from '../page-address.ts';
import { renderPage } from '../pages/page.tsx';
import { RuleName } from '../transparency/rule-name.tsx';
import { type ObjectionContext } from './objection-context.ts';

/** `POST /object` and `GET /object/<code>`: the receipt of an objection, and what has become of it. */
export function objectionPage(context: ObjectionContext): string {
  const words = context.interfaceText.objections;
  const children = (
    <div class="column">
      <h1>{words.receiptTitle}</h1>
      {context.isNew && <Stored context={context} />}
      <section class="notice" aria-label={words.receiptTitle}>
        <Facts context={context} />
        {context.decision !== null && <Decision decision={context.decision} context={context} />}
      </section>
    </div>
  );
  return renderPage({ context, title: words.receiptTitle, path: `/object/${context.code}`, children });
}

function Stored({ context }: { readonly context: ObjectionContext }): JSX.Element {
  const words = context.interfaceText.objections;
  const { transparency } = context.interfaceText;
  const masked = context.masked.map(({ class: name, count }) => `${transparency[`identifier-classes.${name}`]} × ${count}`);
  return (
    <div class="card" role="status">
      <p>{words.stored}</p>
      <p>
        {words.code}: <code dir="ltr">{context.code}</code>
      </p>
      <p>
        <a href={pageAddress(`/object/${context.code}`, context.language)}>{words.see}</a>
      </p>
      {masked.length > 0 && <p class="small">{words.masked(listed(masked, context.language))}</p>}
      {context.isAnswerLeftOut && <p class="small">{words.answerLeftOut}</p>}
    </div>
  );
}

function Facts({ context }: { readonly context: ObjectionContext }): JSX.Element {
  const { interfaceText: text, received, due } = context;
  const words = text.objections;
  const isPromised = context.office === null || !context.isExample;
  // Once somebody has decided, who would have is nothing to tell beside it.
  const isOpen = context.decision === null;
  return (
    <dl>
      <Fact name={words.state}>
        <strong>{words.states[context.state]}</strong>
      </Fact>
      <Fact name={text.rule}>
        <RuleName rule={context.rule} language={context.language} />
      </Fact>
      {context.law !== null && <Fact name={text.law}>{context.law}</Fact>}
      {(isPromised || isOpen) && <Fact name={isPromised ? words.office : words.officeWould}>{context.office ?? words.operator}</Fact>}
      <Fact name={text.reason}>{words.reasons[context.reason]}</Fact>
      <Fact name={words.received}>
        <time dateTime={received}>{longDate(received, text.language)}</time>
      </Fact>
      <Fact name={words.dueLabel}>
        <time dateTime={due}>{longDate(due, text.language)}</time>
        {!isPromised && isOpen && <p class="small">{words.exampleOffice}</p>}
      </Fact>
    </dl>
  );
}

interface DecisionProperties {
  readonly decision: NonNullable<ObjectionContext['decision']>;
  readonly context: ObjectionContext;
}

function Decision({ decision, context }: DecisionProperties): JSX.Element {
  const { interfaceText: text } = context;
  const words = text.objections;
  const { day, by, reasons, leaf } = decision;
  return (
    <>
      <dl>
        <Fact name={words.decided}>
          <time dateTime={day}>{longDate(day, text.language)}</time>
        </Fact>
        <Fact name={text.decidedBy}>
          <bdi>{by ?? words.operator}</bdi>
          {by !== null && <p class="small">{words.byStated}</p>}
        </Fact>
      </dl>
      <h2>{words.decisionReasons}</h2>
      {reasons === null ? <p>{words.deleted}</p> : <Paragraphs text={reasons} />}
      <p class="small">{leaf === null ? words.notInLog : words.inLog(leaf.position, leaf.log)}</p>
    </>
  );
}

/** In the language in which the office wrote it, whichever that is. */
function Paragraphs({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {text.split(/\n+/).map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
    </>
  );
}
