import { type Hint } from '@parlance/charter';
import { type JSX } from 'preact';
import { type InterfaceText } from '../../interface/interface-text.ts';
import { type StudyContext, type StudyRung } from '../../study-context.ts';

/** A question that fits every task asks nobody who understands the task. */
const needsModel: Readonly<Record<Hint, boolean>> = { nudge: false, step: false, 'worked-twin': true, answer: true };

/** How far the help goes now, what comes next, and what it asks for; and who set it so. */
export function Ladder({ context }: { readonly context: StudyContext }): JSX.Element {
  const { interfaceText: text, ladder, tries, reasons } = context;
  const { study } = text;
  const hasModel = context.answeredBy !== '';
  return (
    <section class="ladder" aria-labelledby="ladder-heading">
      <h2 id="ladder-heading">{study.ladder}</h2>
      {!hasModel && <p class="reminder">{study.noModel}</p>}
      <ol>
        {ladder.map((rung) => (
          <li key={rung.hint} data-state={rung.state} {...(rung.state === 'now' && { 'aria-current': 'step' as const })}>
            <strong>{study.rungs[rung.hint]}</strong>: {stateOf(text, rung)}
            {!hasModel && <span class="small"> ({needsModel[rung.hint] ? study.needsModel : study.withoutModel})</span>}
          </li>
        ))}
      </ol>
      <p data-part="tries">{study.made(`${tries}`)}</p>
      {context.isCountLost && (
        <p class="reminder" role="alert">
          {study.countLost}
        </p>
      )}
      <p class="small">{study.countHint}</p>
      <details>
        <summary>{study.why}</summary>
        <ul class="small">
          {reasons.map(({ key, value, origin }) => (
            <li key={key}>
              <code dir="ltr">
                {key} = {value}
              </code>{' '}
              <bdi>({origin})</bdi>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function stateOf({ study }: InterfaceText, { state, tries }: StudyRung): string {
  return state === 'closed' ? study.needs(`${tries}`) : study[state];
}
