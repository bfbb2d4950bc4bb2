import { type JSX, render } from 'preact';
import { useState } from 'preact/hooks';
import { Action } from './action.tsx';
import { type ChatParts, type Words } from './chat-parts.ts';
import { type Conversation } from './conversation.ts';
import { copyText, textWithNotices } from './copied-text.ts';
import { DataUsed } from './data-used.tsx';
import { Listen } from './listen.tsx';
import { Share } from './share.tsx';

type TurnUse = Pick<Conversation, 'ask' | 'edit'>;

/** Places that the script makes in a turn: what is remembered of it is without them. */
export const ownPlaces = '.turn-actions, .data-used';

/** What can be done with an answer, in the row under it, and in its fold what it took. */
export function addActions(turn: HTMLElement, parts: ChatParts, use: TurnUse): void {
  const row = newPlace('turn-actions');
  const served = turn.querySelector(':scope > .turn-row');
  if (served === null) turn.append(row);
  else served.prepend(row);
  render(<TurnActions turn={turn} parts={parts} use={use} />, row);
  const counted = newPlace('data-used');
  turn.querySelector(':scope > .made')?.append(counted);
  render(<DataUsed words={parts.words} />, counted);
}

function newPlace(name: string): HTMLElement {
  const place = document.createElement('div');
  place.className = name;
  return place;
}

/** The same where the browser sends the form by itself: what changes the conversation is not offered. */
export function addActionsBeside(turn: HTMLElement, words: Words): void {
  const place = document.createElement('div');
  place.className = 'turn-actions';
  turn.append(place);
  render(<ActionsBeside turn={turn} words={words} />, place);
}

function ActionsBeside({ turn, words }: { readonly turn: HTMLElement; readonly words: Words }): JSX.Element {
  return (
    <>
      <Copy turn={turn} words={words} />
      <Share turn={turn} words={words} />
      <Listen turn={turn} words={words} />
    </>
  );
}

interface TurnActionsProperties {
  readonly turn: HTMLElement;
  readonly parts: ChatParts;
  readonly use: TurnUse;
}

function TurnActions({ turn, parts, use }: TurnActionsProperties): JSX.Element {
  const { words } = parts;
  const question = turn.querySelector('.asked')?.textContent ?? '';
  const edit = (): void => {
    use.edit(turn);
  };
  const again = (): void => {
    use.ask(question, turn);
  };
  return (
    <>
      <ActionsBeside turn={turn} words={words} />
      <Action name={words('edit')} act={edit} />
      <Action name={words('again')} act={again} />
    </>
  );
}

function Copy({ turn, words }: { readonly turn: HTMLElement; readonly words: Words }): JSX.Element {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => void copyText(textWithNotices(turn)).then(setCopied);
  return <Action name={isCopied ? words('copied') : words('copy')} act={copy} />;
}
