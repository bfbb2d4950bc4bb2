import { type TextMark } from '@parlance/wire';
import { type ComponentChildren, type JSX } from 'preact';
import { type AnswerWords } from '../answer/answer-words.ts';
import { EarlierEnding } from '../answer/earlier-ending.tsx';
import { type CarriedTurn, type EarlierTurn, turnField } from '../answer/earlier-turn.ts';
import { pageIds, turnId } from '../answer/page-ids.ts';
import { type KnownTexts, nothingKnown } from '../answer/known-text.ts';
import { createTextStream } from '../answer/text-stream.ts';
import { type ToldAbove } from '../answer/told-above.ts';
import { directionOf } from '../direction.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { Asked } from './turn-area.tsx';

interface EarlierTurnsProperties {
  readonly text: InterfaceText;
  readonly words: AnswerWords;
  readonly turns: readonly CarriedTurn[];
  /** Null or absent: nothing stands at the head of the page that answers say again. */
  readonly toldAbove?: ToldAbove | null;
  /** What the pack knows, for answers that were put together from it. */
  readonly known?: KnownTexts | undefined;
  /** What the page itself says of a question, under it. */
  readonly beside?: (number: number) => ComponentChildren;
}

/** The conversation as the form brought it: texts with their markers and footnotes, and under each what stood there when it was told. */
export function EarlierTurns({ turns, ...place }: EarlierTurnsProperties): JSX.Element {
  return (
    <>
      {turns.map((turn) => (
        <Earlier key={turn.number} {...place} turn={turn} />
      ))}
    </>
  );
}

/** Fields alone: what is in them is shown again with the next question. */
export function PassedOn({ turns }: { readonly turns: readonly string[] }): JSX.Element | null {
  if (turns.length === 0) return null;
  return <div class="carried" dangerouslySetInnerHTML={{ __html: turns.map(turnField).join('') }} />;
}

interface EarlierProperties extends Omit<EarlierTurnsProperties, 'turns'> {
  readonly turn: CarriedTurn;
}

function Earlier({ text, words, turn, toldAbove = null, known = nothingKnown, beside }: EarlierProperties): JSX.Element {
  const { number, question, language, carried } = turn;
  const placed = new Set<string>();
  const stream = createTextStream({
    text,
    language,
    ids: pageIds(number),
    placed,
    toldAbove,
    known: isFromPack(turn) ? known : nothingKnown,
  });
  const html = partsOf(turn).reduce((written, { part, mark }) => written + stream.write(part, mark), '') + stream.close();
  return (
    <article class="turn earlier" id={turnId(number)} aria-labelledby={`t${number}-asked`}>
      <Asked text={text} number={number} question={question} />
      {beside?.(number)}
      <div class="answer" lang={language} dir={directionOf(language)} dangerouslySetInnerHTML={{ __html: html }} />
      <div class="carried" dangerouslySetInnerHTML={{ __html: turnField(carried) }} />
      <EarlierEnding text={text} words={words} turn={turn} placed={placed} toldAbove={toldAbove} />
    </article>
  );
}

/** No model wrote it. */
const isFromPack = ({ facts }: EarlierTurn): boolean => facts.answered_by.upstream === 'cards';

interface AnswerPart {
  readonly part: string;
  readonly mark: TextMark | null;
}

/** The answer as it came, with what is marked apart from what is not. */
function partsOf({ answer, marks }: EarlierTurn): readonly AnswerPart[] {
  const parts = marks.flatMap(({ start, end, mark }, index) => [
    { part: answer.slice(marks[index - 1]?.end ?? 0, start), mark: null },
    { part: answer.slice(start, end), mark },
  ]);
  return [...parts, { part: answer.slice(marks.at(-1)?.end ?? 0), mark: null }];
}
