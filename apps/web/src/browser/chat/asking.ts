import { base64url } from './base64url.ts';
import { carriedTurns, type ChatParts, numberOf, turnsOf } from './chat-parts.ts';

/** Turns that go along with a question; the server takes no more. */
const mostTurns = 20;

/** One question under its ticket. Sent again it brings the same answer, as long as that waits. */
export interface Asking {
  readonly fields: URLSearchParams;
  readonly question: string;
  /** Of its turn in the whole conversation. */
  readonly number: number;
  /** Nothing waits on the server. */
  readonly isShared: boolean;
}

/** The turn that is to be answered again, and those that followed from it, do not go along. */
export function askingOf(parts: ChatParts, question: string, again: HTMLElement | null = null): Asking {
  const number = again === null ? Number(parts.number.value) : numberOf(again);
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(parts.form)) if (typeof value === 'string' && name !== 'turn') fields.append(name, value);
  for (const { value } of carriedBefore(parts, number).slice(-mostTurns)) fields.append('turn', value);
  for (const [name, value] of [
    ['q', question],
    ['part', 'turn'],
    ['number', `${number}`],
    ['ticket', newTicket()],
  ] as const)
    fields.set(name, value);
  return askingFrom(fields);
}

export function askingFrom(fields: URLSearchParams): Asking {
  return { fields, question: fields.get('q') ?? '', number: Number(fields.get('number')), isShared: fields.has('shared') };
}

function carriedBefore(parts: ChatParts, number: number): readonly HTMLInputElement[] {
  const replaced = new Set(turnsFrom(parts, number));
  return carriedTurns(parts).filter((input) => {
    if (input.disabled) return false;
    const turn = input.closest<HTMLElement>('.turn');
    return turn === null || !replaced.has(turn);
  });
}

/** The turns that an answer of this number takes the place of. */
export function turnsFrom(parts: ChatParts, number: number): readonly HTMLElement[] {
  return turnsOf(parts).filter((turn) => numberOf(turn) >= number);
}

/** For a form that the browser sends by itself: what the server would leave behind anyway need not travel. */
export function leaveOldBehind(parts: ChatParts): void {
  for (const input of carriedTurns(parts).slice(0, -mostTurns)) input.disabled = true;
}

/** More than the server takes: from here on only what is said next goes along. */
export function leaveAllBehind(parts: ChatParts): void {
  for (const input of carriedTurns(parts)) input.disabled = true;
}

/** 128 random bits that nobody can guess: whoever sends the same ticket with the same question reads the same answer. */
function newTicket(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}
