import { type ChatParts } from './chat-parts.ts';

/** A question in the conversation of whose answer nothing is there yet. It is no turn: nothing of it goes along with the next question. */
export interface PendingTurn {
  /** How the answer is getting on. */
  say(text: string): void;
  /** It will have no answer. */
  end(text: string): void;
  remove(): void;
}

export function showPending(parts: ChatParts, question: string): PendingTurn {
  for (const old of parts.conversation.querySelectorAll('.pending')) old.remove();
  const place = document.createElement('article');
  place.className = 'pending';
  const status = element('p', 'status small', parts.words('waiting'));
  place.append(element('p', 'kicker', labelOf(parts)), element('h2', 'asked', question), status);
  parts.conversation.append(place);
  place.scrollIntoView({ block: 'start' });
  return {
    say(text) {
      status.textContent = text;
    },
    end(text) {
      status.replaceWith(element('p', 'ending', text));
    },
    remove() {
      place.remove();
    },
  };
}

/** The page calls it so above the field. */
function labelOf({ field }: ChatParts): string {
  return field.labels[0]?.textContent ?? '';
}

function element(name: 'p' | 'h2', className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.dir = 'auto';
  made.textContent = text;
  return made;
}
