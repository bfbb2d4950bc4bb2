import { type JSX, render } from 'preact';
import { useState } from 'preact/hooks';
import { type ChatParts } from './chat-parts.ts';
import { type Conversation } from './conversation.ts';

const place = 'parlance.conversation';

/** Offers to keep the conversation in this browser. Nothing is kept until somebody asks for it, and one box removes it. */
export function offerKeeping(parts: ChatParts, conversation: Conversation): void {
  const keep = (): void => {
    if (isKept()) localStorage.setItem(place, JSON.stringify(carried(parts)));
  };
  conversation.whenChanged(keep);
  render(<KeepHere parts={parts} />, parts.keeping);
  void bringBack(parts, conversation);
}

function KeepHere({ parts }: { readonly parts: ChatParts }): JSX.Element {
  const { words, form } = parts;
  const [isOn, setOn] = useState(isKept());
  const change = (): void => {
    if (isOn) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(carried(parts)));
    setOn(!isOn);
  };
  const shared = form.elements.namedItem('shared');
  const isShared = shared instanceof HTMLInputElement && shared.checked;
  return (
    <label class="choice">
      <input type="checkbox" checked={isOn} disabled={isShared} onChange={change} />
      {isOn ? `${words('keepHere')} (${words('forget')})` : words('keepHere')} <span class="hint">{words('keepHereHint')}</span>
    </label>
  );
}

/** A browser may forbid to keep anything; then nothing is. */
function isKept(): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}

function carried({ conversation }: ChatParts): readonly string[] {
  return [...conversation.querySelectorAll<HTMLInputElement>('input[name="turn"]')].map(({ value }) => value);
}

/** The page of the kept turns is the server's, as if the form had brought them. */
async function bringBack({ conversation, form }: ChatParts, live: Conversation): Promise<void> {
  if (!isKept() || hasTurns(conversation)) return;
  const turns: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
  if (!Array.isArray(turns) || turns.length === 0) return;
  const language = new FormData(form).get('lang');
  const fields = new URLSearchParams({ to: typeof language === 'string' ? language : 'en' });
  for (const turn of turns) fields.append('turn', String(turn));
  const response = await fetch('/ask', { method: 'POST', body: fields });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const number = form.elements.namedItem('number');
  if (number instanceof HTMLInputElement) number.value = String(turns.length + 1);
  conversation.replaceChildren(...(page.getElementById('conversation')?.childNodes ?? []));
  document.body.dataset['conversation'] = 'yes';
  live.dress();
}

function hasTurns(conversation: HTMLElement): boolean {
  return conversation.querySelector('input[name="turn"]') !== null;
}
