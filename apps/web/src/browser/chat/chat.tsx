import { carryEvidence } from '../carried-evidence.ts';
import { canHelp } from './abilities.ts';
import { besideForm } from './beside-form.ts';
import { leaveOldBehind } from './asking.ts';
import { type ChatParts, chatParts, turnsOf } from './chat-parts.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { offerDictation } from './dictation.tsx';
import { bringBack, forgetTurns, offerKeeping } from './kept-here.tsx';
import { offerPhrases } from './phrases.ts';
import { recall } from './remembered.ts';

// Comfort around the form: the page asks, answers and keeps its conversation without this script. All words come from the server, and what is shown is HTML that the
// server wrote; the script puts it into the page as it comes.

const parts = canHelp() ? chatParts(document) : null;
if (parts !== null) {
  // What the browser sends from here on is no turn: its page opens at its beginning.
  parts.form.action = '/ask';
  const conversation = createConversation(parts);
  goOn(parts, conversation);
  listenToForm(parts, conversation);
  listenToPage(parts, conversation);
  offerKeeping(parts, conversation);
  offerDictation(parts);
  offerPhrases(parts);
} else if (canHelp()) besideForm(document);
carryEvidence();

/** With what stood here before: in the entry of the history, in the page, or on the device. */
function goOn(chat: ChatParts, conversation: Conversation): void {
  const recalled = recall(chat);
  if (turnsOf(chat).length > 0) document.body.dataset['conversation'] = 'yes';
  conversation.dress();
  if (recalled?.asking != null) conversation.resume(recalled.asking);
  else {
    conversation.remember();
    if (recalled === null) void bringBack(chat, conversation);
  }
}

/** Buttons whose form the browser sends by itself: another language, a new beginning, and people. */
const leavingButtons: ReadonlySet<string> = new Set(['to', 'anew', 'person']);

/** Milliseconds after a question in which nobody leaves: the page moves when an answer begins, and a second press on the button that asks falls on another. */
const secondPress = 1000;

function listenToForm(chat: ChatParts, conversation: Conversation): void {
  let asked = -secondPress;
  chat.form.addEventListener('submit', (event) => {
    const wanted = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    // A change of language is a page of its own, and so are a new beginning and the way to a person.
    if (wanted !== null && leavingButtons.has(wanted.name)) {
      if (event.timeStamp - asked < secondPress) {
        event.preventDefault();
        return;
      }
      if (wanted.name === 'anew') forgetTurns();
      leaveOldBehind(chat);
      return;
    }
    event.preventDefault();
    asked = event.timeStamp;
    conversation.ask(wanted?.name === 'q' || wanted?.name === 'again' ? wanted.value : chat.field.value);
  });
  chat.field.addEventListener('keydown', (event) => {
    // Enter alone asks where there is a keyboard to speak of; Shift and Enter is a new line.
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event) || !matchMedia('(hover: hover)').matches) return;
    event.preventDefault();
    conversation.ask(chat.field.value);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !isComposing(event)) conversation.stop();
  });
}

/** Whether the key belongs to a word that is still being composed. Some browsers tell it only by the number of the key, after the word has ended with it. */
function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Milliseconds without a letter: browsers take an entry of the history only so often. */
const draftAfter = 500;

function listenToPage(chat: ChatParts, conversation: Conversation): void {
  chat.form.addEventListener('change', () => {
    conversation.remember();
  });
  // A place in the page is an entry of its own.
  addEventListener('hashchange', () => {
    conversation.remember();
  });
  // Who follows a link and comes back finds what they were writing.
  let later: ReturnType<typeof setTimeout> | undefined;
  chat.field.addEventListener('input', () => {
    clearTimeout(later);
    later = setTimeout(() => {
      conversation.remember();
    }, draftAfter);
  });
  // Whoever comes next to a device that others use finds nothing by going back.
  addEventListener('pagehide', () => {
    if (!chat.shared.checked) return;
    chat.conversation.replaceChildren();
    chat.field.value = '';
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a'))
    link.addEventListener('click', (event) => {
      if (chat.conversation.childElementCount === 0 && chat.field.value.trim() === '') return;
      event.preventDefault();
      changeLanguage(chat, link.hreflang);
    });
}

/** The conversation goes along, as it does with the buttons of a page that was opened with one. */
function changeLanguage(chat: ChatParts, language: string): void {
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = 'to';
  field.value = language;
  chat.form.append(field);
  leaveOldBehind(chat);
  chat.form.submit();
}
