import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type PageContext } from '../page-context.ts';

/** A field for a question of one's own, and suggested questions that are asked with one tap. */
export function QuestionForm({ context, text }: { readonly context: PageContext; readonly text: InterfaceText }): JSX.Element {
  return (
    <>
      <form class="ask card" method="post" action="/ask">
        <input type="hidden" name="lang" value={context.language} />
        <label for="question">{text.questionLabel}</label>
        <p class="hint" id="question-hint">
          {text.questionHint}
        </p>
        <textarea id="question" name="q" rows={3} required maxLength={4000} dir="auto" aria-describedby="question-hint" />
        <button type="submit" class="primary">
          {text.ask}
        </button>
      </form>
      {context.questions.length > 0 && <SuggestedQuestions context={context} text={text} />}
    </>
  );
}

/** A form of its own, so that the empty field above is not sent along. */
function SuggestedQuestions({ context, text }: { readonly context: PageContext; readonly text: InterfaceText }): JSX.Element {
  return (
    <form class="suggested" method="post" action="/ask" aria-labelledby="suggested-heading">
      <input type="hidden" name="lang" value={context.language} />
      <h2 id="suggested-heading">{text.examplesHeading}</h2>
      <ul class="chips">
        {context.questions.slice(0, 4).map((question) => (
          <li key={question.text}>
            <button type="submit" name="q" value={question.text} class={`chip ${question.kind}`}>
              <span dir="auto">{question.text}</span>
              {context.mode === 'development' && <span class="kind">{text.exampleKind[question.kind]}</span>}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
