import { type PageContext } from '../page-context.ts';
import { afterAnswer, AnswerArea, beforeAnswer } from './answer-area.tsx';
import { renderPage } from './page.tsx';
import { QuestionForm } from './question-form.tsx';

/** `POST /ask`, up to and including the open answer element. `answerLanguage` is given when the answer is not in the language of the page. */
export function answerPageStart(context: PageContext, question: string, answerLanguage = context.language): string {
  return beforeAnswer(answerPage(context, question, answerLanguage));
}

/** `POST /ask`, what follows the answer once the encoder has written `end`. */
export function answerPageEnd(context: PageContext): string {
  return afterAnswer(answerPage(context, '', context.language));
}

function answerPage(context: PageContext, question: string, answerLanguage: string): string {
  const text = context.interfaceText;
  const children = (
    <div class="column">
      <p class="kicker">{text.yourQuestion}</p>
      <h1 class="asked" dir="auto">
        {question}
      </h1>
      <AnswerArea text={text} language={answerLanguage} heading={text.answerHeading} />
      <section class="again" aria-labelledby="again-heading">
        <h2 id="again-heading">{text.askAgain}</h2>
        <QuestionForm context={{ ...context, questions: [] }} text={text} />
      </section>
    </div>
  );
  return renderPage({ context, title: startOf(question), path: '/', children });
}

const longestTitle = 80;

function startOf(question: string): string {
  const characters = Array.from(question.slice(0, 4 * longestTitle).trim());
  return characters.length > longestTitle ? `${characters.slice(0, longestTitle).join('')}…` : characters.join('');
}
