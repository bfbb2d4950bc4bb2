import { type ChatParts } from './chat-parts.ts';
import { mostTurns, newTicket, toSend, waitBefore } from './asking.ts';
import { streamInto } from './streamed-html.ts';
import { addActions } from './turn-actions.tsx';

export interface Conversation {
  ask(question: string): Promise<void>;
  /** Ends the answer under way. */
  stop(): void;
  /** Called after each answer, and after each that was taken away. */
  whenChanged(listener: () => void): void;
  /** Puts the actions under turns that came with the page. */
  dress(): void;
}

export function createConversation(parts: ChatParts): Conversation {
  const listeners: (() => void)[] = [];
  let underWay: FormData | null = null;
  const changed = (): void => {
    leaveOldBehind(parts.conversation);
    for (const listener of listeners) listener();
  };
  const conversation: Conversation = {
    async ask(question) {
      if (underWay !== null || question.trim() === '') return;
      const data = toSend(parts.form, question);
      underWay = data;
      begin(parts);
      const turn = await fetchTurn(parts, data);
      underWay = null;
      end(parts, turn);
      if (turn !== null) addActions(turn, parts, { ask: (again) => void conversation.ask(again), changed });
      changed();
    },
    stop() {
      if (underWay === null) return;
      underWay.set('stop', '1');
      void fetch('/ask', { method: 'POST', body: encoded(underWay) }).catch(() => undefined);
    },
    whenChanged: (listener) => listeners.push(listener),
    dress() {
      for (const turn of parts.conversation.querySelectorAll<HTMLElement>('.turn'))
        addActions(turn, parts, { ask: (again) => void conversation.ask(again), changed });
    },
  };
  conversation.dress();
  return conversation;
}

function begin({ form, field, announcer, words }: ChatParts): void {
  document.body.dataset['state'] = 'answering';
  document.body.dataset['conversation'] = 'yes';
  announcer.textContent = words('waiting');
  field.value = '';
  form.querySelector('.ending')?.remove();
}

/** A screen reader hears the answer once, when it is whole. */
function end({ announcer, form }: ChatParts, turn: HTMLElement | null): void {
  delete document.body.dataset['state'];
  const number = form.elements.namedItem('number');
  if (turn === null || !(number instanceof HTMLInputElement)) return;
  number.value = String(Number(number.value) + 1);
  announcer.textContent = [turn.querySelector('.answer'), turn.querySelector('.changes')].map((each) => each?.textContent ?? '').join('\n');
}

/**
 * The turn as the server writes it. When the line breaks, the same form is sent again: the answer has gone on being written meanwhile, and is read from its beginning. Null when it could
 * not be had; then the question stands in the field again.
 */
async function fetchTurn(parts: ChatParts, data: FormData): Promise<HTMLElement | null> {
  for (let attempt = 0; ; attempt++) {
    const place = placeFor(parts.conversation);
    try {
      const response = await fetch('/ask', { method: 'POST', body: encoded(data), headers: { accept: 'text/html' } });
      if (!response.ok) return await refused(parts, data, response);
      return await fill(place, response, data);
    } catch {
      const wait = waitBefore(attempt);
      if (wait === null) return broken(parts, data);
      parts.announcer.textContent = parts.words('lineLost');
      showFault(parts, parts.words('lineLost'));
      await new Promise((resolve) => setTimeout(resolve, wait));
      parts.form.querySelector('.ending')?.remove();
    }
  }
}

/** One place for the turn that is being read, however often it is read. */
function placeFor(conversation: HTMLElement): Element {
  conversation.querySelector('[data-reading]')?.remove();
  const place = document.createElement('article');
  place.dataset['reading'] = 'yes';
  conversation.append(place);
  return place;
}

async function fill(place: Element, response: Response, data: FormData): Promise<HTMLElement> {
  const { body } = response;
  if (body === null) throw new TypeError('no body');
  const number = fieldOf(data, 'number');
  const sink = streamInto(place);
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let turn: HTMLElement | null = null;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    sink.write(value);
    if (turn !== null) continue;
    turn = document.getElementById(`t${number}`);
    turn?.setAttribute('data-reading', 'yes');
    turn?.scrollIntoView({ block: 'start' });
  }
  // Without its carried field the turn was cut off before its end.
  if (turn?.querySelector('input[name="turn"]') == null) throw new TypeError('cut off');
  turn.removeAttribute('data-reading');
  return turn;
}

/** The server says why in a whole page; its words go under the field. */
async function refused(parts: ChatParts, data: FormData, response: Response): Promise<null> {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const message = page.querySelector('#question-fault, main')?.textContent ?? '';
  giveBack(parts, data);
  showFault(parts, message.trim());
  return null;
}

function broken(parts: ChatParts, data: FormData): null {
  giveBack(parts, data);
  showFault(parts, parts.words('lineBroken'));
  return null;
}

function giveBack({ conversation, field }: ChatParts, data: FormData): void {
  conversation.querySelector('[data-reading]')?.remove();
  if (field.value === '') field.value = fieldOf(data, 'q');
}

function showFault({ form, field }: ChatParts, message: string): void {
  form.querySelector('.ending')?.remove();
  const fault = document.createElement('p');
  fault.className = 'ending';
  fault.setAttribute('role', 'alert');
  fault.textContent = message;
  field.before(fault);
}

/** What the server would leave behind anyway need not travel. */
function leaveOldBehind(conversation: HTMLElement): void {
  const carried = [...conversation.querySelectorAll<HTMLInputElement>('input[name="turn"]')];
  carried.forEach((input, index) => {
    input.disabled = index < carried.length - mostTurns;
  });
}

const fieldOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
};

function encoded(data: FormData): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') fields.append(name, value);
  fields.set('ticket', fields.get('ticket') ?? newTicket());
  return fields;
}
