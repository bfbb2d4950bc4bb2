import { type HandoverObject } from '@parlance/wire';
import { type JSX } from 'preact';
import { type PageIds } from '../answer/page-ids.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { SafetyList } from '../pages/safety-list.tsx';
import { AskPerson, ToPerson } from './ask-person.tsx';
import { OfficePeople } from './office-people.tsx';

interface HandoverCardProperties {
  readonly text: InterfaceText;
  readonly ids: PageIds;
  /** Null: nobody asked for a person, and the answer was known. */
  readonly handover: HandoverObject | null;
  /** Office of the card that the answer rests on; empty: none is. */
  readonly office: string;
  /** Whether the answer is part of a conversation. */
  readonly hasForm: boolean;
}

/** Under an answer and outside of it: how people are reached, or the way there. */
export function HandoverCard({ text, ids, handover, office, hasForm }: HandoverCardProperties): JSX.Element {
  if (handover === null) return <ToPerson text={text} office={office} hasForm={hasForm} />;
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
