import { type JSX } from 'preact';
import { askForm } from '../answer/earlier-turn.ts';
import { type ChatContext } from '../chat-context.ts';
import { pageAddress } from '../page-address.ts';
import { ReaderChoice } from './reader-choice.tsx';
import { wordAttributes } from './script-words.ts';

/** Longest question, in UTF-16 units: what a form takes at all is more, so that nothing that was pasted is lost. */
export const longestQuestion = 20_000;

/** A field for a question of one's own, and how the answer is to be written. The turns before it belong to the form wherever they stand in the page. */
export function QuestionForm({ context }: { readonly context: ChatContext }): JSX.Element {
  const text = context.interfaceText;
  const { draft, notAsked, earlier, next } = context;
  const describedBy = notAsked === null ? 'question-hint' : 'question-fault question-hint';
  return (
    <form class="ask card" method="post" action="/ask" id={askForm} {...wordAttributes(text.chat)}>
      <input type="hidden" name="lang" value={context.language} />
      <input type="hidden" name="ticket" value={context.ticket} />
      <input type="hidden" name="number" value={next} />
      <label for="question">{text.questionLabel}</label>
      {notAsked !== null && (
        <p class="ending" id="question-fault" role="alert">
          {notAsked.message}
        </p>
      )}
      <textarea
        id="question"
        name="q"
        rows={3}
        required
        dir="auto"
        aria-describedby={describedBy}
        {...(notAsked !== null && { 'aria-invalid': true })}
      >
        {draft}
      </textarea>
      <p class="hint" id="question-hint">
        {text.questionHint}
      </p>
      <ReaderChoice context={context} />
      <div class="actions">
        <button type="submit" class="primary">
          {text.ask}
        </button>
        {earlier.length > 0 && <a href={pageAddress('/', context.language)}>{text.chat.startAnew}</a>}
      </div>
      <div id="offers" />
      <p id="announcer" class="heard" role="status" />
    </form>
  );
}

/** Questions that are asked with one tap. A form of its own, so that the empty field above is not sent along. */
export function SuggestedQuestions({ context }: { readonly context: ChatContext }): JSX.Element | null {
  const text = context.interfaceText;
  if (context.questions.length === 0) return null;
  return (
    <form class="suggested" method="post" action="/ask" aria-labelledby="suggested-heading">
      <input type="hidden" name="lang" value={context.language} />
      <input type="hidden" name="ticket" value={context.ticket} />
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
