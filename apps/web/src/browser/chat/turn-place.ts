import { type Asking, turnsFrom } from './asking.ts';
import { type ChatParts } from './chat-parts.ts';
import { showPending } from './pending-turn.ts';

/** The place in the conversation of an answer that is being read, however often the line breaks. */
export interface TurnPlace {
  /** The turn as far as it has come; null before its first word. */
  readonly turn: HTMLElement | null;
  /** How the answer is getting on, as long as nothing of it is there. */
  say(text: string): void;
  /** Puts the turn where it belongs. What it takes the place of goes only now. */
  begin(turn: HTMLElement): void;
  /** Gives back what stood in its place; false when nothing did, and then what came stays. */
  giveBack(): boolean;
  /** Leaves the question alone, with why it has no answer; without a reason leaves nothing. */
  leave(why: string | null): void;
}

export function turnPlace(parts: ChatParts, { number, question }: Pick<Asking, 'number' | 'question'>): TurnPlace {
  const { conversation } = parts;
  const pending = showPending(parts, question);
  let turn: HTMLElement | null = null;
  let replaced: readonly HTMLElement[] = [];
  return {
    get turn() {
      return turn;
    },
    say(text) {
      pending.say(text);
    },
    begin(next) {
      pending.remove();
      const isFirst = turn === null;
      const old = turn === null ? turnsFrom(parts, number) : [turn];
      if (isFirst) replaced = old.filter((each) => each.dataset['reading'] === undefined);
      swap(conversation, old, [next]);
      next.dataset['reading'] = 'yes';
      turn = next;
      if (isFirst) next.scrollIntoView({ block: 'start' });
    },
    giveBack() {
      if (turn === null || replaced.length === 0) return false;
      swap(conversation, [turn], replaced);
      return true;
    },
    leave(why) {
      turn?.remove();
      pending.remove();
      if (why !== null) showPending(parts, question).end(why);
    },
  };
}

/** Who was on something that goes is on what comes in its place, and not at the top of the page. */
function swap(conversation: HTMLElement, old: readonly HTMLElement[], next: readonly HTMLElement[]): void {
  const hadFocus = old.some((each) => each.contains(document.activeElement));
  const [first] = old;
  if (first === undefined) conversation.append(...next);
  else first.before(...next);
  for (const each of old) each.remove();
  const [heir] = next;
  if (!hadFocus || heir === undefined) return;
  heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
}
