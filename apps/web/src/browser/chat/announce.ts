import { type ChatParts } from './chat-parts.ts';

/** Milliseconds after which what was said is taken away: by then a screen reader has it, and the page need not hold an answer twice. */
const heardAfter = 3000;

let forgetting: ReturnType<typeof setTimeout> | undefined;

/** Says something to screen readers, once. */
export function announce({ announcer }: ChatParts, text: string): void {
  clearTimeout(forgetting);
  announcer.textContent = text;
  forgetting = setTimeout(() => {
    announcer.textContent = '';
  }, heardAfter);
}

/** A screen reader hears the answer once, when it is whole, with how it ended and what was changed. */
export function announceTurn(parts: ChatParts, turn: HTMLElement): void {
  const heard = [...turn.querySelectorAll('.answer, .ending, .changes')].map((each) => each.textContent.trim());
  announce(parts, heard.filter((each) => each !== '').join('\n'));
}

/** Help does not wait for the end of the answer: who hears the page hears it when it comes. */
export function announceHelp(parts: ChatParts, turn: HTMLElement): void {
  const help = [...turn.querySelectorAll(':scope > .safety :is(h3, .phone, strong, .what)')].map((each) => each.textContent.trim());
  if (help.length > 0) announce(parts, help.join('. '));
}
