import { type ChatParts } from './chat-parts.ts';

/** Shows the button while an answer is written. When there is none any more, whoever is on the button is on `next`. */
export type ShowStop = (isAnswering: boolean, next?: HTMLElement) => void;

/** A button that ends the answer under way, and is there only while there is one. */
export function offerStop({ form, words }: ChatParts, stop: () => void): ShowStop {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'action stop';
  button.textContent = words('stop');
  button.hidden = true;
  let isAnswering = false;
  button.addEventListener('click', () => {
    if (!isAnswering) return;
    button.setAttribute('aria-disabled', 'true');
    stop();
  });
  form.before(button);
  return (answering, next) => {
    isAnswering = answering;
    if (answering) button.removeAttribute('aria-disabled');
    const hadFocus = document.activeElement === button;
    button.hidden = !answering;
    if (hadFocus && !answering) goTo(next);
  };
}

/** Where nothing moves on the screen, and a screen reader goes on from there. */
function goTo(next: HTMLElement | undefined): void {
  if (next === undefined) return;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus({ preventScroll: true });
}
