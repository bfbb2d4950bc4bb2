import { type JSX } from 'preact';
import { DownSince } from '../answer/ask-again.tsx';
import { askForm } from '../answer/earlier-turn.ts';
import { turnAddress, turnId } from '../answer/page-ids.ts';
import { type ChatContext } from '../chat-context.ts';
import { DeviceChoice } from './device-choice.tsx';
import { ReaderChoice } from './reader-choice.tsx';
import { SafetyList } from './safety-list.tsx';
import { wordAttributes } from './script-words.ts';

/** Longest question, in UTF-16 units: what a form takes at all is more, so that nothing that was pasted is lost. */
export const longestQuestion = 20_000;

/** A field for a question of one's own, and how the answer is to be written. The turns before it belong to the form wherever they stand in the page. */
export function QuestionForm({ context }: { readonly context: ChatContext }): JSX.Element {
  const text = context.interfaceText;
  const { draft, notAsked, next } = context;
  const describedBy = notAsked === null ? 'question-hint' : 'question-fault question-hint';
  return (
    <form
      class="ask card"
      method="post"
      action={turnAddress('/ask', next)}
      id={askForm}
      autocomplete="off"
      data-phrases={context.phrases}
      {...wordAttributes(text.chat)}
    >
      <input type="hidden" name="lang" value={context.language} />
      <input type="hidden" name="ticket" value={context.ticket} />
      <input type="hidden" name="number" value={next} />
      <DownSince text={text} since={context.downSince} />
      <label for="question">{text.questionLabel}</label>
      <WhyNotAsked context={context} />
      <textarea
        id="question"
        name="q"
        rows={3}
        autocomplete="off"
        dir="auto"
        aria-describedby={describedBy}
        {...(notAsked !== null && { 'aria-invalid': true })}
      >
        {draft}
      </textarea>
      <p class="hint" id="question-hint">
        {text.questionHint} {context.earlier.length > 0 && text.chat.goOn} <span class="beside">{text.chat.linksBeside}</span>
      </p>
      <div class="actions">
        <button type="submit" class="primary">
          {text.ask}
        </button>
        <DeviceChoice text={text} isShared={context.choices.isShared} />
      </div>
      <div id="offers" />
      <ReaderChoice context={context} />
      <p id="announcer" class="heard" role="status" />
    </form>
  );
}

/** Leaves the conversation and keeps how it was held: whether others use the device, and how answers are written. */
export function StartAnew({ context }: { readonly context: ChatContext }): JSX.Element {
  return (
    <p class="anew">
      <button type="submit" class="action" form={askForm} name="anew" value={context.language} formNoValidate>
        {context.interfaceText.chat.startAnew}
      </button>
    </p>
  );
}

const mostSuggested = 3;

/** Questions that are asked with one tap, by the one form that knows how the answer is to be written and who uses the device. The field above may be empty; of two questions the last counts. */
export function SuggestedQuestions({ context }: { readonly context: ChatContext }): JSX.Element | null {
  const text = context.interfaceText;
  // Ordinary ones alone: nobody is offered a sentence of despair to press. What the others show is shown at `/try`.
  const offered = context.questions.filter(({ kind }) => kind === 'service').slice(0, mostSuggested);
  if (offered.length === 0) return null;
  return (
    <section class="suggested" aria-labelledby="suggested-heading">
      <h2 id="suggested-heading">{text.examplesHeading}</h2>
      <ul class="chips">
        {offered.map((question) => (
          <li key={question.text}>
            <button type="submit" form={askForm} formNoValidate name="q" value={question.text} class={`chip ${question.kind}`}>
              <span dir="auto">{question.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where the page opens when nothing was asked: why, and help for who wrote in distress, which is there also where something is. */
export function WhyNotAsked({ context }: { readonly context: ChatContext }): JSX.Element {
  const { notAsked, next } = context;
  const help = <SafetyList id="help-heading" heading={context.words.safetyHeading} level="h3" resources={context.help} />;
  if (notAsked === null) return help;
  return (
    <div class="ending" id={turnId(next)} role="alert">
      <div id="question-fault">
        {help}
        <p>{notAsked.message}</p>
      </div>
    </div>
  );
}
