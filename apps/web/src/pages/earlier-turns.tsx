import { type JSX } from 'preact';
import { type AnswerWords } from '../answer/answer-words.ts';
import { type EarlierTurn, turnField } from '../answer/earlier-turn.ts';
import { pageIds } from '../answer/page-ids.ts';
import { createTextStream } from '../answer/text-stream.ts';
import { directionOf } from '../direction.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';
import { Asked } from './turn-area.tsx';

interface EarlierTurnsProperties {
  readonly text: InterfaceText;
  readonly words: Pick<AnswerWords, 'changeLine'>;
  readonly turns: readonly EarlierTurn[];
  /** Number of the first of them in the whole conversation. */
  readonly first: number;
}

/** The conversation as the form brought it: texts with their markers and footnotes, and the change line of each. */
export function EarlierTurns({ text, words, turns, first }: EarlierTurnsProperties): JSX.Element {
  return (
    <>
      {turns.map((turn, index) => (
        <article key={index} class="turn earlier" id={`t${first + index}`} aria-labelledby={`t${first + index}-asked`}>
          <Asked text={text} number={first + index} question={turn.question} />
          <Said text={text} turn={turn} number={first + index} />
          <p class="changes" dir="auto">
            {words.changeLine(turn.changes.omitted, turn.changes.added)}
          </p>
          {turn.receipt !== null && (
            <p class="small">
              <a href={pageAddress('/verify', text.language, { id: turn.receipt })}>{text.receipts.check}</a>
            </p>
          )}
        </article>
      ))}
    </>
  );
}

function Said({ text, turn, number }: { readonly text: InterfaceText; readonly turn: EarlierTurn; readonly number: number }): JSX.Element {
  const { answer, language } = turn;
  const stream = createTextStream({ text, language, ids: pageIds(number), placed: new Set() });
  const html = stream.write(answer, null) + stream.close();
  return (
    <>
      <div class="answer" lang={language} dir={directionOf(language)} dangerouslySetInnerHTML={{ __html: html }} />
      <div class="carried" dangerouslySetInnerHTML={{ __html: turnField(turn) }} />
    </>
  );
}
