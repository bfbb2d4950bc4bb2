import { type ChatParts } from './chat-parts.ts';

/** Shows the button while an answer is written. */
export type ShowStop = (isAnswering: boolean) => void;

/** A button that ends the answer under way. Whoever is on it stays on it until they go on by themselves. */
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
  button.addEventListener('blur', () => {
    button.hidden = !isAnswering;
  });
  form.before(button);
  return (answering) => {
    isAnswering = answering;
    if (answering) button.removeAttribute('aria-disabled');
    else button.setAttribute('aria-disabled', 'true');
    button.hidden = !answering && document.activeElement !== button;
  };
}
