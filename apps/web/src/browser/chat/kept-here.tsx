import { type JSX, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { carriedTurns, type ChatParts, turnsOf } from './chat-parts.ts';
import { type Conversation } from './conversation.ts';
import { showFault } from './fault.ts';

const place = 'parlance.conversation';

/** Offers to keep the conversation in this browser. Nothing is kept until somebody asks for it, and one box removes it; so does the word that others use the device. */
export function offerKeeping(parts: ChatParts, conversation: Conversation): void {
  conversation.whenChanged(() => {
    if (kept() !== null) keep(parts);
  });
  if (parts.shared.checked) forget();
  render(<KeepHere parts={parts} />, parts.keeping);
}

/** Leaves nothing of what was said, and the wish to keep what will be. */
export function forgetTurns(): void {
  if (kept() !== null) write([]);
}

function KeepHere({ parts }: { readonly parts: ChatParts }): JSX.Element {
  const { words, shared } = parts;
  const [isOn, setOn] = useState(kept() !== null);
  const [isShared, setShared] = useState(shared.checked);
  useEffect(() => {
    const choose = (): void => {
      if (shared.checked) {
        forget();
        setOn(false);
      }
      setShared(shared.checked);
    };
    shared.addEventListener('change', choose);
    return () => {
      shared.removeEventListener('change', choose);
    };
  }, [shared]);
  const change = (): void => {
    if (isOn) forget();
    setOn(!isOn && keep(parts));
  };
  return (
    <label class="choice">
      <input type="checkbox" checked={isOn} disabled={isShared} onChange={change} />
      {isOn ? `${words('keepHere')} (${words('forget')})` : words('keepHere')} <span class="hint">{words('keepHereHint')}</span>
    </label>
  );
}

/** A browser may forbid to keep anything, or have no room; then nothing is kept. */
function kept(): string | null {
  try {
    return localStorage.getItem(place);
  } catch {
    return null;
  }
}

function keep(parts: ChatParts): boolean {
  return write(carriedTurns(parts).map(({ value }) => value));
}

function write(turns: readonly string[]): boolean {
  try {
    localStorage.setItem(place, JSON.stringify(turns));
    return true;
  } catch {
    return false;
  }
}

function forget(): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // What may not be kept is not there.
  }
}

/** The page of the kept turns is the server's, as if the form had brought them. What cannot be had now is still kept. */
export async function bringBack(parts: ChatParts, conversation: Conversation): Promise<void> {
  const turns = keptTurns();
  if (parts.shared.checked || turns.length === 0 || turnsOf(parts).length > 0) return;
  try {
    const page = await pageOf(parts, turns);
    // Somebody may have asked meanwhile; what they see is not taken from them.
    if (turnsOf(parts).length > 0 || document.body.dataset['state'] === 'answering') return;
    parts.number.value = page.querySelector<HTMLInputElement>('input[name="number"]')?.value ?? `${turns.length + 1}`;
    parts.conversation.replaceChildren(...(page.getElementById('conversation')?.childNodes ?? []));
    document.body.dataset['conversation'] = 'yes';
    conversation.dress();
  } catch {
    showFault(parts, parts.words('notBroughtBack'));
  }
}

function keptTurns(): readonly string[] {
  try {
    const turns: unknown = JSON.parse(kept() ?? '[]');
    return Array.isArray(turns) ? turns.filter((turn) => typeof turn === 'string') : [];
  } catch {
    return [];
  }
}

async function pageOf({ form }: ChatParts, turns: readonly string[]): Promise<Document> {
  const language = new FormData(form).get('lang');
  const fields = new URLSearchParams({ to: typeof language === 'string' ? language : 'en', number: `${turns.length + 1}` });
  for (const turn of turns) fields.append('turn', turn);
  const response = await fetch('/ask', { method: 'POST', body: fields });
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (!response.ok || page.querySelector('#conversation .turn') === null) throw new TypeError('no conversation');
  return page;
}
