import { announce, announceTurn } from './announce.ts';
import { type Asking, askingOf, turnsFrom } from './asking.ts';
import { type ChatParts, turnsOf } from './chat-parts.ts';
import { questionEditor } from './edit-question.ts';
import { clearFault, showFault } from './fault.ts';
import { readTurn, type Reading } from './read-turn.ts';
import { remember } from './remembered.ts';
import { offerStop } from './stop-button.ts';
import { endAtServer } from './end-at-server.ts';
import { addActions } from './turn-actions.tsx';
import { endCut, endWhole } from './turn-end.ts';
import { turnPlace, type TurnPlace } from './turn-place.ts';

export interface Conversation {
  /** Asks, and asks again when a turn is named: what it said goes when the new answer has begun. */
  ask(question: string, again?: HTMLElement): void;
  /** Goes on with a question that had no answer yet. */
  resume(asking: Asking): void;
  /** Ends the answer under way, or takes back that a question is to be changed. */
  stop(): void;
  /** Puts the question of a turn into the field; asked, it takes the place of the turn and of all that followed from it. Nothing while an answer is written. */
  edit(turn: HTMLElement): void;
  /** Has the history of the browser hold what stands here. */
  remember(): void;
  /** Called after each answer, and after each that was taken away. */
  whenChanged(listener: () => void): void;
  /** Puts the actions under turns that came with the page. */
  dress(): void;
}

/** An answer that is being read. */
interface UnderWay {
  readonly asking: Asking;
  readonly place: TurnPlace;
  readonly ending: AbortController;
  isStopped: boolean;
}

export function createConversation(parts: ChatParts): Conversation {
  const listeners: (() => void)[] = [];
  let underWay: UnderWay | null = null;
  let unfinished: Asking | null = null;
  const editor = questionEditor(parts);

  const changed = (): void => {
    remember(parts, unfinished);
    for (const listener of listeners) listener();
  };
  const isQuiet = (): boolean => {
    if (underWay !== null) announce(parts, parts.words('waiting'));
    return underWay === null;
  };
  const run = async (asking: Asking): Promise<void> => {
    underWay = { asking, place: turnPlace(parts, asking), ending: new AbortController(), isStopped: false };
    unfinished = asking;
    begin(parts, asking);
    showStop(true);
    remember(parts, asking);
    const reading = await readTurn(asking, { parts, ...underWay });
    const turn = settle(parts, underWay, reading);
    underWay = null;
    if (reading.kind !== 'broken') unfinished = null;
    showStop(false, turn ?? parts.field);
    if (turn !== null) addActions(turn, parts, conversation);
    changed();
  };
  const conversation: Conversation = {
    ask(question, again) {
      if (!isQuiet() || isEmpty(parts, question)) return;
      const replaced = editor.take();
      void run(askingOf(parts, question, again ?? replaced));
    },
    resume: (asking) => void run(asking),
    stop() {
      editor.cancel();
      if (underWay === null || underWay.isStopped) return;
      underWay.isStopped = true;
      void stopReading(parts, underWay);
    },
    edit(turn) {
      if (isQuiet()) editor.begin(turn);
    },
    remember() {
      remember(parts, unfinished);
    },
    whenChanged: (listener) => listeners.push(listener),
    dress() {
      for (const turn of turnsOf(parts)) addActions(turn, parts, conversation);
    },
  };
  const showStop = offerStop(parts, () => {
    conversation.stop();
  });
  // The answer waits on the server under its ticket, so it is fetched as soon as there is a line again.
  addEventListener('online', () => {
    if (unfinished !== null && underWay === null && isWanted(parts, unfinished)) void run(unfinished);
  });
  return conversation;
}

function begin(parts: ChatParts, { question }: Asking): void {
  document.body.dataset['state'] = 'answering';
  document.body.dataset['conversation'] = 'yes';
  clearFault(parts);
  announce(parts, parts.words('waiting'));
  if (parts.field.value.trim() === question.trim()) parts.field.value = '';
  // Only the answer's own request is measured, and the browser remembers no more than 250.
  performance.clearResourceTimings();
}

/**
 * What has been said stays, so the server ends the answer and says what was changed in it. Where nothing has been said, or the server holds no answer under this ticket, the line is let go,
 * and nothing that comes later is shown.
 */
async function stopReading({ words }: ChatParts, { asking, place, ending }: UnderWay): Promise<void> {
  if (!saysSomething(place)) {
    ending.abort();
    if (!asking.isShared) void endAtServer(asking, 'until-known');
    return;
  }
  const status = place.turn?.querySelector(':scope > .status');
  if (status != null) status.textContent = words('stopped');
  if (asking.isShared || !(await endAtServer(asking, 'once'))) ending.abort();
}

function saysSomething({ turn }: TurnPlace): boolean {
  return (turn?.querySelector('.answer')?.textContent ?? '').trim() !== '';
}

/** A question without a word is not asked, and the field says so. */
function isEmpty(parts: ChatParts, question: string): boolean {
  if (question.trim() !== '') return false;
  showFault(parts, parts.words('emptyQuestion'));
  parts.field.setAttribute('aria-invalid', 'true');
  parts.field.focus();
  const clear = (): void => {
    clearFault(parts);
  };
  parts.field.addEventListener('input', clear, { once: true });
  return true;
}

/** What is left of a turn when its reading has ended; null when there is none. */
function settle(parts: ChatParts, underWay: UnderWay, reading: Reading): HTMLElement | null {
  const { asking, place, isStopped } = underWay;
  delete document.body.dataset['state'];
  clearFault(parts);
  const { turn } = place;
  if (reading.kind === 'whole' || (reading.kind === 'stopped' && saysSomething(place))) {
    if (turn === null) return null;
    if (reading.kind === 'whole') endWhole(turn, parts, isStopped);
    else endCut(turn, parts, 'stoppedHere');
    delete turn.dataset['reading'];
    parts.number.value = `${asking.number + 1}`;
    announceTurn(parts, turn);
    return turn;
  }
  giveUp(parts, underWay, reading.kind);
  if (reading.kind === 'refused') showFault(parts, reading.message);
  else if (reading.kind === 'broken') showFault(parts, parts.words('lineBroken'));
  else announce(parts, parts.words('stopped'));
  return null;
}

/** What stood there before stands there again, or the question alone. */
function giveUp(parts: ChatParts, { asking, place }: UnderWay, how: Reading['kind']): void {
  const { turn } = place;
  const hasGivenBack = place.giveBack();
  if (how === 'stopped') place.leave(hasGivenBack || isAbove(parts, asking) ? null : parts.words('stopped'));
  else if (turn === null) place.leave(null);
  else if (!hasGivenBack) endCut(turn, parts, 'lineBroken');
  if (!isAbove(parts, asking) && parts.field.value === '') parts.field.value = asking.question;
}

/** Its question still stands in the field, or its first answer above. */
function isWanted(parts: ChatParts, asking: Asking): boolean {
  return parts.field.value.trim() === asking.question.trim() || isAbove(parts, asking);
}

/** Whether an answer to it stands there already, which another was to take the place of. A question that was changed stands nowhere else. */
function isAbove(parts: ChatParts, { number, question }: Pick<Asking, 'number' | 'question'>): boolean {
  return turnsFrom(parts, number).some(
    (turn) => turn.dataset['reading'] === undefined && turn.querySelector('.asked')?.textContent.trim() === question.trim(),
  );
}
