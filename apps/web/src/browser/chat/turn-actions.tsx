import { type JSX, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Action } from './action.tsx';
import { type ChatParts, type Words } from './chat-parts.ts';
import { type Conversation } from './conversation.ts';
import { copyText, textWithNotices } from './copied-text.ts';
import { Listen } from './listen.tsx';

type TurnUse = Pick<Conversation, 'ask' | 'takeBack'>;

/** What can be done with an answer, under it. */
export function addActions(turn: HTMLElement, parts: ChatParts, use: TurnUse): void {
  const place = document.createElement('div');
  place.className = 'turn-actions';
  turn.append(place);
  render(<TurnActions turn={turn} parts={parts} use={use} />, place);
}

interface TurnActionsProperties {
  readonly turn: HTMLElement;
  readonly parts: ChatParts;
  readonly use: TurnUse;
}

function TurnActions({ turn, parts, use }: TurnActionsProperties): JSX.Element {
  const { words, field } = parts;
  const question = turn.querySelector('.asked')?.textContent ?? '';
  const edit = (): void => {
    if (!use.takeBack(turn)) return;
    field.value = question;
    field.focus();
  };
  const again = (): void => {
    use.ask(question, turn);
  };
  return (
    <>
      <Copy turn={turn} words={words} />
      <Share turn={turn} words={words} />
      <Listen turn={turn} words={words} />
      <Action name={words('edit')} act={edit} />
      <Action name={words('again')} act={again} />
      <DataUsed words={words} />
    </>
  );
}

function Copy({ turn, words }: { readonly turn: HTMLElement; readonly words: Words }): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => void copyText(textWithNotices(turn)).then(setCopied);
  return <Action name={isCopied ? words('copied') : words('copy')} act={copy} />;
}

/** The receipt proves what was changed and holds no word of what was said, so that it can be given away. */
function Share({ turn, words }: { readonly turn: HTMLElement; readonly words: Words }): JSX.Element | null {
  const [isCopied, setCopied] = useState(false);
  const url = turn.querySelector<HTMLAnchorElement>('a[href*="/verify?"]')?.href;
  if (url === undefined) return null;
  const share = (): void => {
    if ('share' in navigator) void navigator.share({ url }).catch(() => undefined);
    else void copyText(url).then(setCopied);
  };
  return <Action name={isCopied ? words('copied') : words('share')} act={share} />;
}

function DataUsed({ words }: { readonly words: Words }): JSX.Element | null {
  const [bytes, setBytes] = useState(0);
  useEffect(() => whenCounted(setBytes), []);
  if (bytes === 0) return null;
  return (
    <span class="small">
      {words('dataUsed').replace('{kilobytes}', (bytes / 1000).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }))}
    </span>
  );
}

/** How long the browser may take to count an answer that is there, in milliseconds. What comes later belongs to another answer. */
const countingTime = 1000;
/** When the request began that was told of last. */
let toldOf = 0;

/** The browser counts a request some time after its end. A turn that came with the page had none of its own. */
function whenCounted(tell: (bytes: number) => void): () => void {
  const observer = new PerformanceObserver((list) => {
    const [last] = list
      .getEntries()
      .filter(({ name, startTime }) => startTime > toldOf && new URL(name).pathname === '/ask')
      .slice(-1);
    if (!(last instanceof PerformanceResourceTiming)) return;
    toldOf = last.startTime;
    tell(last.transferSize);
    observer.disconnect();
  });
  observer.observe({ type: 'resource', buffered: true });
  const timer = setTimeout(() => {
    observer.disconnect();
  }, countingTime);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
