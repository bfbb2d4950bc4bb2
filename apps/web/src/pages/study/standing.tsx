import { type JSX } from 'preact';
import { objectAddress } from '../../objection/object-address.ts';
import { type StudyContext } from '../../study-context.ts';

interface StandingProperties {
  readonly context: StudyContext;
  readonly isFolded: boolean;
}

/** What is added to every answer here, once and with the way to object; under each answer it is folded. */
export function Standing({ context, isFolded }: StandingProperties): JSX.Element | null {
  const { standing, interfaceText: text } = context;
  if (standing === null) return null;
  return (
    <details class="card" open={!isFolded}>
      <summary>{text.study.rulesHere}</summary>
      <p dir="auto">{standing.text}</p>
      <p>
        <a href={objectAddress({ rule: standing.rule, pack: '', answer: '' }, text.language)}>{text.object}</a>
      </p>
    </details>
  );
}
