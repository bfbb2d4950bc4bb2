import { type ScriptWord } from '../../pages/script-words.ts';

/** What the server wrote for the script to say, in the language of the page. */
export type Words = (name: ScriptWord) => string;

/** The parts of the page that the script works with. */
export interface ChatParts {
  readonly form: HTMLFormElement;
  readonly field: HTMLTextAreaElement;
  readonly conversation: HTMLElement;
  /** Heard by screen readers, seen by nobody. */
  readonly announcer: HTMLElement;
  /** Where more can be offered, under the field. */
  readonly offers: HTMLElement;
  /** Where keeping is offered. */
  readonly keeping: HTMLElement;
  /** Of the turn that is asked next. */
  readonly number: HTMLInputElement;
  /** Whether others use the device. */
  readonly shared: HTMLInputElement;
  readonly words: Words;
}

/** Null when the page is not one of the conversation. */
export function chatParts(page: Document): ChatParts | null {
  const form = formParts(page);
  const places = placeParts(page);
  return form === null || places === null ? null : { ...form, ...places, words: chatWords(form.form) };
}

export function chatWords({ dataset }: HTMLElement): Words {
  return (name) => dataset[name] ?? '';
}

function formParts(page: Document): Pick<ChatParts, 'form' | 'field' | 'number' | 'shared'> | null {
  const form = page.querySelector<HTMLFormElement>('form.ask');
  const field = page.querySelector<HTMLTextAreaElement>('form.ask textarea');
  const number = page.querySelector<HTMLInputElement>('form.ask input[name="number"]');
  const shared = page.querySelector<HTMLInputElement>('form.ask input[name="shared"]');
  return form === null || field === null || number === null || shared === null ? null : { form, field, number, shared };
}

function placeParts(page: Document): Pick<ChatParts, 'conversation' | 'announcer' | 'offers' | 'keeping'> | null {
  const conversation = page.getElementById('conversation');
  const announcer = page.getElementById('announcer');
  const offers = page.getElementById('offers');
  const keeping = page.getElementById('keeping');
  if (conversation === null || announcer === null || offers === null || keeping === null) return null;
  return { conversation, announcer, offers, keeping };
}

/** What carries the turns to the next question, the oldest first. */
export function carriedTurns({ conversation }: ChatParts): readonly HTMLInputElement[] {
  return [...conversation.querySelectorAll<HTMLInputElement>('input[name="turn"]')];
}

export function turnsOf({ conversation }: ChatParts): readonly HTMLElement[] {
  return [...conversation.querySelectorAll<HTMLElement>(':scope > .turn')];
}

/** Counted from 1 over the whole conversation. */
export function numberOf(turn: HTMLElement): number {
  return Number(turn.id.slice(1));
}
