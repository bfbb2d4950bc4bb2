import { type JSX, render } from 'preact';
import { useState } from 'preact/hooks';
import { type ChatParts } from './chat-parts.ts';
import { Action } from './action.tsx';

/** What browsers have of the Web Speech API, under the name that they give it. */
interface Recognition {
  lang: string;
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

declare global {
  var SpeechRecognition: (new () => Recognition) | undefined;
  var webkitSpeechRecognition: (new () => Recognition) | undefined;
}

type DictationParts = Pick<ChatParts, 'field' | 'offers' | 'words'>;

/** Offers to dictate where the browser can, and says that it may send the voice to its maker. */
export function offerDictation(parts: DictationParts): void {
  const Recognizer = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;
  if (Recognizer === undefined) return;
  const place = document.createElement('div');
  place.className = 'offer';
  parts.offers.append(place);
  render(<Dictate parts={parts} listen={() => new Recognizer()} />, place);
}

function Dictate({ parts, listen }: { readonly parts: DictationParts; readonly listen: () => Recognition }): JSX.Element {
  const { words, field } = parts;
  const [listening, setListening] = useState<Recognition | null>(null);
  const dictate = (): void => {
    if (listening !== null) {
      listening.stop();
      return;
    }
    const recognition = listen();
    recognition.lang = document.documentElement.lang;
    recognition.onresult = ({ results }) => {
      const heard = Array.from(results, (result) => result[0]?.transcript ?? '').join(' ');
      field.value = [field.value, heard].filter((each) => each !== '').join(' ');
    };
    recognition.onend = () => {
      setListening(null);
    };
    recognition.start();
    setListening(recognition);
  };
  return (
    <>
      <Action name={listening === null ? words('dictate') : words('silence')} act={dictate} />
      <span class="hint">{words('dictateHint')}</span>
    </>
  );
}
