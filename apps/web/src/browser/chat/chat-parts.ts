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
  readonly words: Words;
}

/** Null when the page is not one of the conversation. */
export function chatParts(page: Document): ChatParts | null {
  const form = page.querySelector<HTMLFormElement>('form.ask');
  const field = form?.querySelector('textarea') ?? null;
  const conversation = page.getElementById('conversation');
  const announcer = page.getElementById('announcer');
  const offers = page.getElementById('offers');
  const keeping = page.getElementById('keeping');
  if (form === null || field === null || conversation === null) return null;
  if (announcer === null || offers === null || keeping === null) return null;
  return { form, field, conversation, announcer, offers, keeping, words: (name) => form.dataset[name] ?? '' };
}
