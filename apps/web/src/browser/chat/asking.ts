/** Turns that go along with a question; the server takes no more. */
export const mostTurns = 20;

/** 128 random bits that nobody can guess: whoever sends the same ticket with the same question reads the same answer. */
export function newTicket(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** What the form sends, for the turn alone and under a ticket of its own. */
export function toSend(form: HTMLFormElement, question: string): FormData {
  const data = new FormData(form);
  data.set('q', question);
  data.set('part', 'turn');
  data.set('ticket', newTicket());
  return data;
}

const waits = [500, 1000, 2000, 4000, 8000, 15_000] as const;

/** Milliseconds before the next attempt; null when there have been enough. */
export function waitBefore(attempt: number): number | null {
  return waits[attempt] ?? null;
}
