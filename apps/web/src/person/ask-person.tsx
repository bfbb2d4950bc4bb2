import { type JSX } from 'preact';
import { askForm } from '../answer/earlier-turn.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';

interface AskPersonProperties {
  readonly text: InterfaceText;
  /** Key of the contact that is nearest; empty: none is. */
  readonly office?: string;
  /** The questions of the conversation are to stand open on the page. */
  readonly takesAlong?: boolean;
  /** Whether there is a form on the page whose conversation can come along. */
  readonly hasForm: boolean;
}

/** The same in a line of its own. */
export function ToPerson(properties: AskPersonProperties): JSX.Element {
  return (
    <p class="to-person">
      <AskPerson {...properties} />
    </p>
  );
}

/** Leads to people. Where there is a conversation its form goes there, so that the questions can be taken along; they stay on that page. */
export function AskPerson({ text, office = '', takesAlong = false, hasForm }: AskPersonProperties): JSX.Element {
  const { person } = text;
  if (!hasForm)
    return (
      <a class="button ask-person" href={pageAddress('/person', text.language, office === '' ? {} : { office })}>
        {person.title}
      </a>
    );
  const value = `${takesAlong ? 'questions' : 'ways'} ${office}`.trim();
  return (
    <button type="submit" class="action ask-person" form={askForm} formAction="/person" formNoValidate name="person" value={value}>
      {takesAlong ? person.takeAlong : person.title}
    </button>
  );
}
