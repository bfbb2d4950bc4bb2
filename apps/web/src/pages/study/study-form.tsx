import { type JSX } from 'preact';
import { askForm } from '../../answer/earlier-turn.ts';
import { type StudyContext } from '../../study-context.ts';
import { DeviceChoice } from '../device-choice.tsx';
import { ReaderChoice } from '../reader-choice.tsx';

/** A field for a task, a question or a try. Which of them it is says the button that sends it. */
export function StudyForm({ context }: { readonly context: StudyContext }): JSX.Element {
  const { interfaceText: text, draft, notAsked, next } = context;
  const describedBy = notAsked === null ? 'question-hint' : 'question-fault question-hint';
  return (
    <form class="ask card" method="post" action={`/study#t${next}`} id={askForm}>
      <input type="hidden" name="lang" value={context.language} />
      <input type="hidden" name="ticket" value={context.ticket} />
      <input type="hidden" name="number" value={next} />
      <input type="hidden" name="item" value={context.item.id} />
      <input type="hidden" name="progress" value={context.progress} />
      <label for="question">{text.study.taskLabel}</label>
      {notAsked !== null && (
        <p class="ending" id="question-fault" role="alert">
          {notAsked.message}
        </p>
      )}
      <textarea
        id="question"
        name="q"
        rows={4}
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
      <AgeChoice context={context} />
      <DeviceChoice text={text} isShared={context.choices.isShared} />
      <Acts context={context} />
    </form>
  );
}

/** The first is what the Enter key of some devices presses: it is the one that counts nothing. */
function Acts({ context }: { readonly context: StudyContext }): JSX.Element {
  const { study, ask } = context.interfaceText;
  return (
    <div class="actions">
      <button type="submit" name="act" value="ask">
        {ask}
      </button>
      <button type="submit" name="act" value="try" class="primary">
        {study.showTry}
      </button>
      {context.canGoUp && (
        <button type="submit" name="act" value="next" formNoValidate>
          {study.next}
        </button>
      )}
    </div>
  );
}

function AgeChoice({ context }: { readonly context: StudyContext }): JSX.Element | null {
  const { study } = context.interfaceText;
  const { ages, age } = context;
  if (ages.length < 2) return null;
  return (
    <fieldset class="ages" aria-describedby="age-hint">
      <legend>{study.age}</legend>
      {ages.map((band, index) => (
        <label key={band} class="choice">
          <input type="radio" name="age" value={index === 0 ? '' : band} checked={(age ?? ages[0]) === band} />
          {study.ages[band]}
        </label>
      ))}
      <p class="hint" id="age-hint">
        {study.ageHint}
      </p>
    </fieldset>
  );
}
