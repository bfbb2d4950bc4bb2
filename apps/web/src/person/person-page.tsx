import { type JSX } from 'preact';
import { askForm } from '../answer/earlier-turn.ts';
import { renderPage } from '../pages/page.tsx';
import { SafetyList } from '../pages/safety-list.tsx';
import { OfficePeople } from './office-people.tsx';
import { type BroughtQuestions, type PersonContext } from './person-context.ts';

/** `GET /person`, and `POST /person` with a conversation: how people are reached, and the questions to take along. */
export function personPage(context: PersonContext): string {
  const { interfaceText: text, offices, others, helplines, help, brought, isYoung } = context;
  const { person } = text;
  const children = (
    <div class="column person">
      <h1>{person.title}</h1>
      <SafetyList id="help" heading={context.helpHeading} level="h2" resources={help} />
      <p class="lead">{person.lead}</p>
      <p>
        <strong>{person.notForwarded}</strong>
      </p>
      {isYoung && <p>{person.young}</p>}
      <SafetyList id="helplines" heading={text.emergencyHeading} level="h2" resources={helplines} />
      {offices.map((office) => (
        <section key={office.id} class="card">
          <OfficePeople text={text} office={office} level="h2" />
        </section>
      ))}
      {brought !== null && <Questions context={context} brought={brought} />}
      {others.length > 0 && (
        <details class="other-offices">
          <summary>{person.otherOffices}</summary>
          {others.map((office) => (
            <OfficePeople key={office.id} text={text} office={office} level="h3" />
          ))}
        </details>
      )}
      <SafetyList heading={text.emergencyHeading} level="h2" resources={help.length > 0 ? [] : context.safety} />
    </div>
  );
  const query = { ...(offices[0] !== undefined && { office: offices[0].id }), ...(isYoung && { from: 'study' }) };
  return renderPage({ context, title: person.title, path: '/person', query, isConversation: brought !== null, children });
}

interface QuestionsProperties {
  readonly context: PersonContext;
  readonly brought: BroughtQuestions;
}

/** Text to copy on the screen and a list on paper; and the way back, with all that came along. */
function Questions({ context, brought }: QuestionsProperties): JSX.Element {
  const { interfaceText: text, language } = context;
  const { questions, isLost, isOpen, back, fields } = brought;
  const written = questions.map((question, index) => `${index + 1}. ${question}`).join('\n\n');
  return (
    <>
      {questions.length > 0 && (
        <details class="take-along card" open={isOpen}>
          <summary>{text.person.questionsHeading}</summary>
          <p id="take-along-hint">{text.person.questionsHint}</p>
          <textarea
            readOnly
            rows={rowsFor(written)}
            dir="auto"
            aria-label={text.person.questionsHeading}
            aria-describedby="take-along-hint"
          >
            {written}
          </textarea>
          <ol class="on-paper" aria-hidden="true">
            {questions.map((question, index) => (
              <li key={index} dir="auto">
                {question}
              </li>
            ))}
          </ol>
        </details>
      )}
      {isLost && <p class="left-behind small">{text.troubles.unproved}</p>}
      <form class="back" method="post" action="/person" id={askForm}>
        {fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="action" formAction={back} name="to" value={language}>
          {text.person.back}
        </button>
      </form>
    </>
  );
}

function rowsFor(written: string): number {
  return Math.min(16, Math.max(3, written.split('\n').length + Math.ceil(written.length / 60)));
}
