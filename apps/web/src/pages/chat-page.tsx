import { type JSX } from 'preact';
import { type ChatContext } from '../chat-context.ts';
import { ToPerson } from '../person/ask-person.tsx';
import { afterAnswer, beforeAnswer } from './answer-area.tsx';
import { EarlierTurns, PassedOn } from './earlier-turns.tsx';
import { Kept } from './kept.tsx';
import { LeftBehind } from './left-behind.tsx';
import { isolated, renderPage } from './page.tsx';
import { QuestionForm, StartAnew, SuggestedQuestions } from './question-form.tsx';
import { SafetyList } from './safety-list.tsx';
import { Telephone } from './telephone.tsx';
import { type AskedTurn, TurnArea } from './turn-area.tsx';

/** `GET /`, and `POST /ask` without a question: the conversation so far, and a field for the next question. */
export function chatPage(context: ChatContext): string {
  return context.earlier.length === 0 && context.passedOn.length === 0 ? startPage(context) : conversation(context, null);
}

/** `POST /ask`: what stands before the answer, up to and including its open element, and what follows it once the encoder has written `end`. */
export function chatAround(context: ChatContext, turn: AskedTurn): readonly [before: string, after: string] {
  const page = conversation(context, turn);
  return [beforeAnswer(page), afterAnswer(page)];
}

function startPage(context: ChatContext): string {
  const text = context.interfaceText;
  const children = (
    <div class="home column">
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Languages context={context} />
      <Urgent context={context} />
      <div id="conversation">
        <LeftBehind context={context} />
      </div>
      <QuestionForm context={context} />
      <div class="ways-out">
        <ToPerson text={text} hasForm />
        <StartAnew context={context} />
      </div>
      <SuggestedQuestions context={context} />
      <section class="promises" aria-labelledby="promises-heading">
        <h2 id="promises-heading">{text.promisesHeading}</h2>
        <ul>
          {text.promises.map((promise) => (
            <li key={promise.title}>
              <h3>{promise.title}</h3>
              <p>{promise.text}</p>
            </li>
          ))}
        </ul>
      </section>
      <SafetyList heading={text.emergencyHeading} level="h2" resources={context.safety} />
      <Kept context={context} />
    </div>
  );
  return renderPage({ context, title: '', path: '/', script: '/assets/chat.js', children });
}

/** For who reads none of them, and may not know that there are others. */
function Languages({ context: { isUnspoken, interfaceText, languages } }: { readonly context: ChatContext }): JSX.Element | null {
  if (!isUnspoken) return null;
  return <p class="small">{interfaceText.answersIn(languages.map(({ name }) => isolated(name)).join(', '))}</p>;
}

/** The first number to call, where it is seen at once; what it is for stands below. */
function Urgent({ context: { safety, interfaceText } }: { readonly context: ChatContext }): JSX.Element | null {
  const [first] = safety;
  if (first === undefined) return null;
  return (
    <p class="urgent small">
      <span>{interfaceText.emergencyHeading}:</span> <Telephone number={first.number} name={first.name} />
    </p>
  );
}

function conversation(context: ChatContext, turn: AskedTurn | null): string {
  const text = context.interfaceText;
  const children = (
    <div class="column">
      <h1 class="hidden-heading">{text.chat.conversation}</h1>
      <div id="conversation">
        <LeftBehind context={context} />
        {context.passedOn.length > 0 && <p class="left-behind small">{text.chat.notShown}</p>}
        <PassedOn turns={context.passedOn} />
        <EarlierTurns text={text} words={context.words} turns={context.earlier} known={context.known} />
        {turn !== null && <TurnArea text={text} turn={turn} />}
      </div>
      <QuestionForm context={turn === null ? context : { ...context, ticket: turn.nextTicket, next: turn.number + 1, notAsked: null }} />
      <div class="ways-out">
        <ToPerson text={text} hasForm />
        <StartAnew context={context} />
      </div>
      <Kept context={context} />
    </div>
  );
  const question = turn?.question ?? context.earlier.at(-1)?.question ?? '';
  // Titles stand in the history of the browser.
  const title = context.choices.isShared ? text.chat.conversation : startOf(question);
  return renderPage({ context, title, path: '/', script: '/assets/chat.js', isConversation: true, children });
}

const longestTitle = 80;

function startOf(question: string): string {
  const characters = Array.from(question.slice(0, 4 * longestTitle).trim());
  return characters.length > longestTitle ? `${characters.slice(0, longestTitle).join('')}…` : characters.join('');
}
