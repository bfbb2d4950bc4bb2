import { type HandoverObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { type PageIds } from '../answer/page-ids.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { SafetyList } from '../pages/safety-list.tsx';
import { AskPerson } from './ask-person.tsx';
import { OfficePeople } from './office-people.tsx';

interface HandoverCardProperties {
  readonly text: InterfaceText;
  readonly ids: PageIds;
  readonly handover: HandoverObject;
  /** Whether the answer is part of a conversation. */
  readonly hasForm: boolean;
}

/** Under an answer and outside of it: how people are reached. */
export function HandoverCard({ text, ids, handover, hasForm }: HandoverCardProperties): JSX.Element {
  const { person } = text;
  const { offices, helplines } = handover;
  const heading = ids.of('person-heading');
  return (
    <section class="handover" aria-labelledby={heading}>
      <h3 id={heading}>{person.title}</h3>
      {helplines.length > 0 && <p>{person.young}</p>}
      <SafetyList id={ids.of('person-young')} heading={text.emergencyHeading} level="h4" resources={helplines} />
      {offices.map((each) => (
        <OfficePeople key={each.id} text={text} office={each} level="h4" />
      ))}
      <p class="small">{person.notForwarded}</p>
      <p>
        <AskPerson text={text} office={offices[0]?.id ?? ''} takesAlong={hasForm} hasForm={hasForm} />
      </p>
    </section>
  );
}
