import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { type Words } from './chat-parts.ts';
import { Action } from './action.tsx';

/** Reads an answer aloud, with a voice of its language on this device; not offered where there is none. */
export function Listen({ turn, words }: { readonly turn: HTMLElement; readonly words: Words }): JSX.Element | null {
  const [isReading, setReading] = useState(false);
  if (!('speechSynthesis' in globalThis)) return null;
  const answer = turn.querySelector<HTMLElement>('.answer');
  const read = (): void => {
    speechSynthesis.cancel();
    if (isReading || answer === null) {
      setReading(false);
      return;
    }
    const speech = new SpeechSynthesisUtterance([answer, turn.querySelector('.changes')].map((each) => each?.textContent ?? '').join('\n'));
    speech.lang = answer.lang;
    speech.onend = speech.onerror = () => {
      setReading(false);
    };
    setReading(true);
    speechSynthesis.speak(speech);
  };
  return <Action name={isReading ? words('silence') : words('listen')} act={read} />;
}
