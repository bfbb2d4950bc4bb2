import { type ChatParts } from './chat-parts.ts';

/** The server ends a stopped answer as one whose reader has gone; that the reader stopped it, only the page knows. An answer that was whole already was not stopped. */
export function endWhole(turn: HTMLElement, { form, words }: ChatParts, isStopped: boolean): void {
  const ending = turn.querySelector('.ending[data-ending="client_gone"] p');
  if (isStopped && ending !== null) ending.textContent = words('stopped');
  // Who was said not to answer has answered.
  if (turn.querySelector('.ending, .down') === null) form.querySelector(':scope > .down')?.remove();
  quiet(turn);
}

/** What the server says at the end did not come; what came stays, with why there is no more of it. */
export function endCut(turn: HTMLElement, { words }: ChatParts, why: 'stoppedHere' | 'lineBroken'): void {
  const ending = document.createElement('p');
  ending.className = 'ending';
  ending.textContent = words(why);
  turn.dataset['cut'] = 'yes';
  (turn.querySelector(':scope > .answer') ?? turn).after(ending);
  quiet(turn);
}

/** Nothing is awaited in it any more. */
function quiet(turn: HTMLElement): void {
  turn.querySelector(':scope > .status')?.remove();
}
