import { charterRuleOf } from '@parlance/charter';
import { type JSX } from 'preact';
import { Fact } from '../answer/fact.tsx';
import { OutwardLink } from '../answer/outward-link.tsx';
import { longDate } from '../dates.ts';
import { type ObjectionReason } from '../interface/objections/objection-text.ts';
import { renderPage } from '../pages/page.tsx';
import { RuleName } from '../transparency/rule-name.tsx';
import { objectAddress, placeQuery } from './object-address.ts';
import { type ObjectContext } from './objection-context.ts';

/** `GET /object`: a form without an account. What is objected to stands in its address, so that it is known even when what was written is too large to be read. */
export function objectPage(context: ObjectContext): string {
  const { interfaceText: text, place } = context;
  const words = text.objections;
  const children = (
    <div class="column">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Rule context={context} />
      <ObjectForm context={context} />
    </div>
  );
  return renderPage({ context, title: words.title, path: '/object', query: placeQuery(place), children });
}

function Rule({ context }: { readonly context: ObjectContext }): JSX.Element {
  const { interfaceText: text, rule, due, isOwnTime } = context;
  const words = text.objections;
  const isPromised = rule.office === null || !rule.isExample;
  const day = longDate(due, text.language);
  return (
    <section class="notice" aria-label={text.rule}>
      <Added context={context} />
      {rule.rationale !== null && (
        <p class="rationale" lang={rule.rationale.lang} dir="auto">
          {rule.rationale.text}
        </p>
      )}
      <dl>
        <Fact name={text.rule}>
          <RuleName rule={rule.name} language={context.language} />
        </Fact>
        {rule.law !== null && (
          <Fact name={text.law}>
            <OutwardLink address={rule.law.url}>{rule.law.text}</OutwardLink>
          </Fact>
        )}
        {rule.authority !== null && (
          <Fact name={text.authority}>
            <span lang={rule.authority.lang}>{rule.authority.text}</span>
          </Fact>
        )}
        <Fact name={isPromised ? words.office : words.officeWould}>
          {rule.office === null ? words.operator : <span lang={rule.office.lang}>{rule.office.text}</span>}
        </Fact>
      </dl>
      <p>
        {isPromised ? words.due(day) : words.dueWould(day)} {isOwnTime && words.ownTime}
      </p>
      {!isPromised && <p>{words.exampleOffice}</p>}
      {rule.redress !== null && (
        <p>
          {words.elsewhere}: <OutwardLink address={rule.redress}>{rule.redress}</OutwardLink>
        </p>
      )}
    </section>
  );
}

/** What the rule adds: word for word where it always adds the same, else what the charter says of it. */
function Added({ context }: { readonly context: ObjectContext }): JSX.Element | null {
  const { interfaceText: text, rule } = context;
  const ofCharter = charterRuleOf(rule.name);
  if (rule.kind === 'omit' || (rule.added === null && ofCharter === null)) return null;
  return (
    <p class="rationale">
      {text.objections.added}:{' '}
      {rule.added === null ? (
        ofCharter !== null && text.transparency[`charter-rules.${ofCharter.name}.does`]
      ) : (
        <q lang={rule.added.lang} dir="auto">
          {rule.added.text}
        </q>
      )}
    </p>
  );
}

function ObjectForm({ context }: { readonly context: ObjectContext }): JSX.Element {
  const { interfaceText: text, place, notStored, isAnswerKnown, keptDays, longest, ticket, draft } = context;
  const words = text.objections;
  const goesAlong = context.rule.office === null ? words.answerGoesToOperator : words.answerGoesAlong;
  return (
    <form class="card" method="post" action={objectAddress(place, context.language)} autocomplete="off">
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="kept" value={keptDays} />
      {notStored !== null && (
        <p class="ending" id="not-stored" role="alert">
          {notStored}
        </p>
      )}
      <Reasons context={context} />
      <label for="objection-text">{words.textLabel}</label>
      <p class="hint" id="objection-hint">
        {words.textHint(String(longest))}
      </p>
      <textarea
        id="objection-text"
        name="text"
        rows={5}
        maxLength={longest}
        dir="auto"
        autocomplete="off"
        aria-describedby={notStored === null ? 'objection-hint' : 'not-stored objection-hint'}
      >
        {draft}
      </textarea>
      <p class="small">{words.kept(String(keptDays))}</p>
      {isAnswerKnown !== null && <p class="small">{isAnswerKnown ? goesAlong : words.answerLeftOut}</p>}
      <div class="actions">
        <button type="submit" class="primary">
          {words.send}
        </button>
      </div>
    </form>
  );
}

/** Nobody needs back what was added, and nothing that was left out can have been wrong. */
const reasons: Readonly<Record<ObjectContext['rule']['kind'], readonly ObjectionReason[]>> = {
  omit: ['not-meant', 'needed', 'rule-wrong', 'other'],
  add: ['not-fitting', 'not-correct', 'disturbing', 'rule-wrong', 'other'],
};

/** One is chosen already, the one that says least: an objection takes one press. What a law means is no reason where there is none. */
function Reasons({ context }: { readonly context: ObjectContext }): JSX.Element {
  const words = context.interfaceText.objections;
  return (
    <fieldset>
      <legend>{words.reasonHeading}</legend>
      {reasons[context.rule.kind]
        .filter((reason) => reason !== 'not-meant' || context.rule.law !== null)
        .map((reason) => (
          <label key={reason} class="choice">
            <input type="radio" name="reason" value={reason} checked={reason === context.reason} /> {words.reasons[reason]}
          </label>
        ))}
    </fieldset>
  );
}
