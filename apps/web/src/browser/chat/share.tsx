import { type JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action } from './action.tsx';
import { type Words } from './chat-parts.ts';
import { copyText } from './copied-text.ts';

interface ShareProperties {
  readonly turn: HTMLElement;
  readonly words: Words;
}

/** The receipt proves what was changed and holds no word of what was said, so that it can be given away. The first press says so and shows the link; only the second gives it. */
export function Share({ turn, words }: ShareProperties): JSX.Element | null {
  const [isOpen, setOpen] = useState(false);
  const url = turn.querySelector<HTMLAnchorElement>('a[href*="/verify?"]')?.href;
  if (url === undefined) return null;
  const hint = `${turn.id}-share`;
  const toggle = (): void => {
    setOpen(!isOpen);
  };
  return (
    <>
      <button type="button" class="action" aria-expanded={isOpen} aria-controls={hint} onClick={toggle}>
        {words('share')}
      </button>
      <div class="share" id={hint} hidden={!isOpen}>
        <p>{words('shareHint')}</p>
        <code dir="ltr">{url}</code>
        <Give url={url} words={words} />
      </div>
    </>
  );
}

function Give({ url, words }: { readonly url: string; readonly words: Words }): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const give = (): void => {
    if ('share' in navigator) void navigator.share({ url }).catch(() => undefined);
    else void copyText(url).then(setCopied);
  };
  return <Action name={isCopied ? words('copied') : words('shareLink')} act={give} />;
}
