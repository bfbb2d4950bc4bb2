import { type Asking, askingFrom } from './asking.ts';
import { type ChatParts, turnsOf } from './chat-parts.ts';
import { ownPlaces } from './turn-actions.tsx';

/** UTF-16 units of HTML that an entry of the history holds. Some browsers take no more than 640,000 characters. */
const mostRemembered = 300_000;

/** What stands in the entry of the history for this page, so that a reload or the way back from a source finds the conversation again. */
interface Remembered {
  readonly turns: string;
  readonly number: string;
  /** Fields of the question that had no answer yet; it waits on the server under its ticket. */
  readonly asked: string | null;
  /** What stands in the field. */
  readonly draft: string;
}

const written = new WeakMap<HTMLElement, string>();

/** On a device that others use nothing is remembered, and what was is forgotten. */
export function remember(parts: ChatParts, asking: Asking | null): void {
  const state = parts.shared.checked ? null : { parlance: rememberedOf(parts, asking) };
  try {
    history.replaceState(state, '', addressOf(parts));
  } catch {
    // Too much for this browser, or too often: then it remembers what it did before.
  }
}

function rememberedOf(parts: ChatParts, asking: Asking | null): Remembered {
  const kept: string[] = [];
  let room = mostRemembered;
  for (const turn of turnsOf(parts).toReversed()) {
    // A turn that is being read is asked for again.
    if (turn.dataset['reading'] !== undefined) continue;
    const html = htmlOf(turn);
    room -= html.length;
    if (room < 0) break;
    kept.unshift(html);
  }
  return {
    turns: kept.join(''),
    number: parts.number.value,
    asked: asking === null ? null : asking.fields.toString(),
    draft: parts.field.value,
  };
}

/** Without the buttons of the script. A whole turn does not change any more. */
function htmlOf(turn: HTMLElement): string {
  const known = written.get(turn);
  if (known !== undefined) return known;
  const copy = document.importNode(turn, true);
  for (const place of copy.querySelectorAll(ownPlaces)) place.remove();
  copy.hidden = false;
  written.set(turn, copy.outerHTML);
  return copy.outerHTML;
}

/** An address that can be loaded again without sending a form again, with the choices and without anything that was said. */
function addressOf({ form }: ChatParts): string {
  const chosen = new FormData(form);
  const query = new URLSearchParams();
  for (const name of ['lang', 'level', 'script', 'shared']) {
    const value = chosen.get(name);
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  return `/?${query.toString()}${location.hash}`;
}

/** Puts the remembered conversation into the page; gives back the question that had no answer yet. */
export function recall(parts: ChatParts): { readonly asking: Asking | null } | null {
  const remembered = readState(history.state);
  if (remembered === null || parts.shared.checked) return null;
  const { turns, number, asked, draft } = remembered;
  if (parts.field.value === '') parts.field.value = draft;
  if (turns !== '') {
    const template = document.createElement('template');
    template.innerHTML = turns;
    parts.conversation.replaceChildren(template.content);
  }
  parts.number.value = number;
  return { asking: asked === null ? null : askingFrom(new URLSearchParams(asked)) };
}

/** Only this script writes it, of whatever version was served then. */
function readState(state: unknown): Remembered | null {
  if (typeof state !== 'object' || state === null || !('parlance' in state)) return null;
  const { parlance } = state;
  return isRemembered(parlance) ? parlance : null;
}

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null || !('turns' in value && 'number' in value && 'asked' in value && 'draft' in value))
    return false;
  const { turns, number, asked, draft } = value;
  return (
    typeof turns === 'string' && typeof draft === 'string' && typeof number === 'string' && (asked === null || typeof asked === 'string')
  );
}
