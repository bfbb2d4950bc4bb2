import { type ChatParts, chatWords } from './chat-parts.ts';
import { offerDictation } from './dictation.tsx';
import { addActionsBeside } from './turn-actions.tsx';

/** Comfort on a page whose answers come with the page: copy, share, listen and dictate. The form stays the browser's. */
export function besideForm(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form.ask[action^="/study"]');
  const field = form?.querySelector('textarea');
  const offers = page.getElementById('offers');
  if (form == null || field == null || offers === null) return;
  const parts: Pick<ChatParts, 'field' | 'offers' | 'words'> = { field, offers, words: chatWords(form) };
  for (const turn of page.querySelectorAll<HTMLElement>('#conversation > .turn')) addActionsBeside(turn, parts.words);
  offerDictation(parts);
}
