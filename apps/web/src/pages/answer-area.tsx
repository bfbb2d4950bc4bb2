import { type JSX } from 'preact';
import { directionOf } from '../direction.ts';
import { type InterfaceText } from '../interface/interface-text.ts';

// Escaped text cannot hold it, so the first one in a page is the one written here.
export const answerSeam = '<!--answer-->';

interface AnswerAreaProperties {
  readonly text: InterfaceText;
  /** Language of the answer. */
  readonly language: string;
  readonly heading: string;
}

/** The element that an answer is streamed into, with a status that a screen reader hears before the answer. A page is cut in two at its seam. */
export function AnswerArea({ text, language, heading }: AnswerAreaProperties): JSX.Element {
  return (
    <section class="turn" aria-labelledby="answer-heading">
      <h2 id="answer-heading">{heading}</h2>
      <p class="status small" role="status">
        {text.answering}
      </p>
      <div class="answer" lang={language} dir={directionOf(language)} aria-live="polite" dangerouslySetInnerHTML={{ __html: answerSeam }} />
    </section>
  );
}

/** Everything up to and including the open answer element. */
export function beforeAnswer(page: string): string {
  return page.slice(0, page.indexOf(answerSeam));
}

/** Everything after the answer element, which the encoder closes. */
export function afterAnswer(page: string): string {
  return page.slice(page.indexOf(answerSeam) + `${answerSeam}</div>`.length);
}
