import { turnsFrom } from './asking.ts';
import { type ChatParts, numberOf } from './chat-parts.ts';

/** A question that stands in the field to be changed. Its turn, and those that followed from it, are hidden until another answer takes their place. */
interface Editing {
  readonly turn: HTMLElement;
  /** All stands again as it did, and whoever pressed the button is on it. */
  cancel(): void;
  /** The question was asked: nothing is to be taken back any more. */
  end(): void;
}

/** `ended` is told when it was cancelled. */
function editQuestion(parts: ChatParts, turn: HTMLElement, ended: () => void): Editing {
  const { field, words } = parts;
  const draft = field.value;
  const pressed = document.activeElement;
  const hidden = turnsFrom(parts, numberOf(turn));
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'action';
  button.textContent = words('keepQuestion');
  for (const each of hidden) each.hidden = true;
  field.value = turn.querySelector('.asked')?.textContent ?? '';
  field.after(button);
  field.focus();
  const end = (): void => {
    button.remove();
    for (const each of hidden) each.hidden = false;
  };
  const cancel = (): void => {
    end();
    field.value = draft;
    if (pressed instanceof HTMLElement) pressed.focus();
    ended();
  };
  button.addEventListener('click', cancel);
  return { turn, cancel, end };
}

/** At most one question is being changed. */
export interface QuestionEditor {
  begin(turn: HTMLElement): void;
  /** Nothing when none is being changed. */
  cancel(): void;
  /** The turn whose question was changed, when it is asked. */
  take(): HTMLElement | undefined;
}

export function questionEditor(parts: ChatParts): QuestionEditor {
  let editing: Editing | null = null;
  const cancel = (): void => editing?.cancel();
  return {
    cancel,
    begin(turn) {
      cancel();
      editing = editQuestion(parts, turn, () => {
        editing = null;
      });
    },
    take() {
      const turn = editing?.turn;
      editing?.end();
      editing = null;
      return turn;
    },
  };
}
