import { type JSX } from 'preact';
import { type StudyContext } from '../../study-context.ts';
import { ToPerson } from '../../person/ask-person.tsx';
import { afterAnswer, beforeAnswer } from '../answer-area.tsx';
import { EarlierTurns, PassedOn } from '../earlier-turns.tsx';
import { Kept } from '../kept.tsx';
import { LeftBehind } from '../left-behind.tsx';
import { renderPage } from '../page.tsx';
import { type AskedTurn, TurnArea } from '../turn-area.tsx';
import { keptChoices } from './kept-choices.ts';
import { Checked } from './checked.tsx';
import { Ladder } from './ladder.tsx';
import { Sharing } from './sharing.tsx';
import { Standing } from './standing.tsx';
import { StudiedItem } from './studied-item.tsx';
import { StudyForm } from './study-form.tsx';

/** `GET /study?item=...`, and `POST /study` where nobody is asked: the item, the ladder, what was said so far, and a field for what comes next. */
export function studyPage(context: StudyContext): string {
  return page(context, null);
}

/** `POST /study`: what stands before the answer, up to and including its open element, and what follows it once the encoder has written `end`. */
export function studyAround(context: StudyContext, turn: AskedTurn): readonly [before: string, after: string] {
  const whole = page(context, turn);
  return [beforeAnswer(whole), afterAnswer(whole)];
}

function page(context: StudyContext, turn: AskedTurn | null): string {
  const text = context.interfaceText;
  const { earlier, item } = context;
  const beside = (number: number): JSX.Element | null => <Checked text={text} checked={context.checks.get(number)} />;
  const hasBegun = earlier.length > 0 || turn !== null;
  const children = (
    <div class="column study">
      <h1>{text.study.title}</h1>
      <StudiedItem context={context} isFolded={hasBegun} />
      <Standing context={context} isFolded={hasBegun} />
      <Ladder context={context} />
      {context.reminder !== null && <Reminder text={context.reminder} />}
      <div id="conversation">
        <LeftBehind context={context} />
        <PassedOn turns={context.passedOn} />
        <EarlierTurns
          text={text}
          words={context.words}
          turns={earlier}
          toldAbove={context.standing}
          known={context.known}
          beside={beside}
        />
        {turn !== null && <TurnArea text={text} turn={turn} beside={beside(turn.number)} />}
      </div>
      <StudyForm context={turn === null ? context : { ...context, ticket: turn.nextTicket, next: turn.number + 1 }} />
      <ToPerson text={text} hasForm />
      <Sharing context={context} hasTurn={turn !== null} />
      <Kept context={context} />
    </div>
  );
  return renderPage({
    context,
    title: text.study.title,
    path: '/study',
    script: '/assets/chat.js',
    query: { ...keptChoices(context), item: item.id },
    isConversation: earlier.length > 0 || context.passedOn.length > 0 || turn !== null,
    children,
  });
}

/** Said by the server, where it is due, and never by a model. */
function Reminder({ text }: { readonly text: string }): JSX.Element {
  return (
    <p class="reminder" role="note" dir="auto">
      {text}
    </p>
  );
}
