import { chatParts } from './chat-parts.ts';
import { createConversation } from './conversation.ts';
import { offerDictation } from './dictation.tsx';
import { offerKeeping } from './kept-here.tsx';

// Comfort around the form: the page asks, answers and keeps its conversation without this script. All words come from the server, and what is shown is HTML that the
// server wrote; the script puts it into the page as it comes.

const parts = chatParts(document);
if (parts !== null) {
  const conversation = createConversation(parts);
  const ask = (event: SubmitEvent): void => {
    const wanted = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    // A change of language is a page of its own, and so is a new beginning.
    if (wanted?.name === 'to' || wanted?.name === 'anew') return;
    event.preventDefault();
    void conversation.ask(wanted?.name === 'q' || wanted?.name === 'again' ? wanted.value : parts.field.value);
  };
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/ask"]')) form.addEventListener('submit', ask);
  parts.field.addEventListener('keydown', (event) => {
    // Enter alone asks where there is a keyboard to speak of; Shift and Enter is a new line, and so is Enter while a word is being composed.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !matchMedia('(hover: hover)').matches) return;
    event.preventDefault();
    parts.form.requestSubmit();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') conversation.stop();
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a'))
    link.addEventListener('click', (event) => {
      if (parts.conversation.childElementCount === 0) return;
      event.preventDefault();
      changeLanguage(parts.form, link.hreflang);
    });
  offerKeeping(parts, conversation);
  offerDictation(parts);
}

/** The conversation goes along, as it does with the buttons of a page that was opened with one. */
function changeLanguage(form: HTMLFormElement, language: string): void {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'to';
  field.value = language;
  form.append(field);
  form.submit();
}
