import { type JSX } from 'preact';
import { askForm } from '../../answer/earlier-turn.ts';
import { turnAddress, turnId } from '../../answer/page-ids.ts';
import { type StudyContext } from '../../study-context.ts';
import { DeviceChoice } from '../device-choice.tsx';
import { WhyNotAsked } from '../question-form.tsx';
import { ReaderChoice } from '../reader-choice.tsx';
import { wordAttributes, wordsBeside } from '../script-words.ts';

/** A field for a task, a question or a try. Which of them it is says the button that sends it. */
export function StudyForm({ context }: { readonly context: StudyContext }): JSX.Element {
  const { interfaceText: text, draft, notAsked, kindly, next } = context;
  const describedBy = [notAsked !== null && 'question-fault', kindly !== null && 'question-kindly', 'question-hint']
    .filter(Boolean)
    .join(' ');
  return (
    <form
      class="ask card"
      method="post"
      action={turnAddress('/study', next)}
      id={askForm}
      autocomplete="off"
      {...wordAttributes(text.chat, wordsBeside)}
    >
      <input type="hidden" name="lang" value={context.language} />
      <input type="hidden" name="ticket" value={context.ticket} />
      <input type="hidden" name="number" value={next} />
      <input type="hidden" name="item" value={context.item.id} />
      <input type="hidden" name="progress" value={context.progress} />
      <label for="question">{text.study.taskLabel}</label>
      <WhyNotAsked context={context} />
      {kindly !== null && (
        <div class="reminder" id={turnId(next)} role="status">
          <p id="question-kindly">{kindly}</p>
        </div>
      )}
      <textarea
        id="question"
        name="q"
        rows={4}
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
      <AgeChoice context={context} />
      <DeviceChoice text={text} isShared={context.choices.isShared} />
      <Acts context={context} />
      <div id="offers" />
    </form>
  );
}

/** The first is what the Enter key of some devices presses: it is the one that counts nothing. */
function Acts({ context }: { readonly context: StudyContext }): JSX.Element {
  const { study, ask } = context.interfaceText;
  return (
    <div class="actions">
      <button type="submit" name="act" value="ask" class="action">
        {ask}
      </button>
      <button type="submit" name="act" value="try" class="primary">
        {study.showTry}
      </button>
      {context.canGoUp && (
        <button type="submit" name="act" value="next" class="action" formNoValidate>
          {study.next}
        </button>
      )}
    </div>
  );
}

function AgeChoice({ context }: { readonly context: StudyContext }): JSX.Element {
  const { study } = context.interfaceText;
  const { ages, age } = context;
  return (
    <fieldset class="ages" aria-describedby="age-hint">
      <legend>{study.age}</legend>
      {(['unsaid', ...ages] as const).map((band) => (
        <label key={band} class="choice">
          <input type="radio" name="age" value={band === 'unsaid' ? '' : band} checked={(age ?? 'unsaid') === band} />
          {study.ages[band]}
        </label>
      ))}
      <p class="hint" id="age-hint">
        {study.ageHint}
      </p>
    </fieldset>
  );
}
