import { type Ending } from '@parlance/charter';
import { type Fault } from '@parlance/wire';
import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type AnswerWords } from './answer-words.ts';

interface EndingOfAnswer {
  readonly text: InterfaceText;
  readonly words: AnswerWords;
  readonly ending: Ending;
  readonly fault: Fault | null;
  readonly isCutShort: boolean;
  /** Whether a screen reader is told at once. */
  readonly isAlert: boolean;
}

/** With a fault an answer is never complete, whatever the ending says. */
export function endingOf(ending: Ending, fault: Fault | null): Ending {
  return fault !== null && ending === 'done' ? 'outage' : ending;
}

/** Says nothing when the answer is whole. */
export function HowItEnded({ text, words, ending, fault, isCutShort, isAlert }: EndingOfAnswer): JSX.Element | null {
  const attributes = { class: 'ending', ...(isAlert && { role: 'alert' as const }) };
  const ended = endingOf(ending, fault);
  if (ended !== 'done')
    return (
      <div {...attributes} data-ending={ended}>
        <p dir="auto">{words.ending(ended)}</p>
        {fault !== null && (
          <p class="small" dir="auto" lang={fault.language ?? 'en'}>
            {fault.message} <code>{fault.code}</code>
          </p>
        )}
      </div>
    );
  return isCutShort ? <p {...attributes}>{text.cutShort}</p> : null;
}
