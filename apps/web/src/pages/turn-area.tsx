import { type SafetyObject } from '@parlance/wire';
import { type ComponentChildren, type JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { turnId } from '../answer/page-ids.ts';
import { directionOf } from '../direction.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { afterAnswer, answerSeam, beforeAnswer } from './answer-area.tsx';
import { SafetyList } from './safety-list.tsx';

/** A question that is being answered. */
export interface AskedTurn {
  readonly question: string;
  /** Its place in the conversation, counted from 1. */
  readonly number: number;
  /** Of the answer, BCP 47. */
  readonly language: string;
  /** Names the asking that follows. */
  readonly nextTicket: string;
  /** The page is there already and says by itself how the answer is getting on: then nothing here is announced. */
  readonly isPart: boolean;
  /** For who asks in distress: it stands above the answer before anybody is asked, and whatever fails. Absent: nothing does. */
  readonly help?: TurnHelp;
}

/** Verified resources, in the words of the answer. */
export interface TurnHelp {
  readonly heading: string;
  readonly resources: readonly SafetyObject[];
}

interface TurnAreaProperties {
  readonly text: InterfaceText;
  readonly turn: AskedTurn;
  /** What the page itself says of the question, under it. */
  readonly beside?: ComponentChildren;
}

/** One question and the element that its answer is streamed into, with a status that a screen reader hears before the answer. */
export function TurnArea({ text, turn, beside = null }: TurnAreaProperties): JSX.Element {
  const { number, question, language, isPart, help = noHelp } = turn;
  return (
    <article class="turn" id={turnId(number)} aria-labelledby={`t${number}-asked`}>
      <Asked text={text} number={number} question={question} />
      <SafetyList id={`t${number}-safety`} {...help} level="h3" />
      {beside}
      <p class="status small" {...(!isPart && { role: 'status' })}>
        {text.answering}
      </p>
      <div class="answer" lang={language} dir={directionOf(language)} dangerouslySetInnerHTML={{ __html: answerSeam }} />
    </article>
  );
}

const noHelp: TurnHelp = { heading: '', resources: [] };

/** The question at the head of its turn. */
export function Asked({
  text,
  number,
  question,
}: {
  readonly text: InterfaceText;
  readonly number: number;
  readonly question: string;
}): JSX.Element {
  return (
    <header class="asked-head">
      <p class="kicker">{text.yourQuestion}</p>
      <h2 class="asked" id={`t${number}-asked`} dir="auto">
        {question}
      </h2>
    </header>
  );
}

/** The turn alone, as a page that is already there adds it to itself: what stands before the answer, up to and including its open element, and what follows it. */
export function turnAround(text: InterfaceText, turn: AskedTurn): readonly [before: string, after: string] {
  const html = render(<TurnArea text={text} turn={turn} />);
  return [beforeAnswer(html), afterAnswer(html)];
}
