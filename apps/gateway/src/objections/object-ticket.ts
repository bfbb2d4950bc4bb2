import { createHmac, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** `early`: faster than people are. `old`: the page was open for too long, or the server started anew since. */
type TicketState = 'good' | 'early' | 'old';

/**
 * A form that may be sent once, between two seconds and an hour after it was made. It costs the person nothing and knows nothing of them; whoever sends many objections has to ask
 * for each form and wait.
 */
export interface ObjectTickets {
  /** `random` is 128 bits. */
  make(random: Uint8Array, now: Date): string;
  stateOf(ticket: string, now: Date): TicketState;
  /** The code of the objection that this form makes: 128 bits, the same however often the form is sent. */
  codeOf(ticket: string): string;
}

const earliest = 2_000;
const latest = 3_600_000;
const form = /^[A-Za-z0-9_-]{22}\.[0-9a-z]{1,11}\.[A-Za-z0-9_-]{43}$/;

/** The key of the tickets: the one of the turns that pages bring along has it for another use too, so that forms outlive a restart and other servers with that key take them. */
export function ticketSecret(turnKey: Uint8Array | null): Uint8Array {
  return turnKey === null
    ? randomBytes(32)
    : new Uint8Array(hkdfSync('sha256', turnKey, new Uint8Array(), 'parlance objection tickets', 32));
}

/** `secret`: 256 bits. */
export function objectTickets(secret: Uint8Array): ObjectTickets {
  const digest = (use: 'ticket' | 'code', text: string): Buffer => createHmac('sha256', secret).update(`${use} ${text}`).digest();
  return {
    make(random, now) {
      const made = `${Buffer.from(random).toString('base64url')}.${now.getTime().toString(36)}`;
      return `${made}.${digest('ticket', made).toString('base64url')}`;
    },
    stateOf(ticket, now) {
      if (!form.test(ticket)) return 'old';
      const [random = '', time = '', seal = ''] = ticket.split('.');
      const given = Buffer.from(seal, 'base64url');
      // Four ways to write the last sign give the same bytes; only one of them is ours.
      if (given.toString('base64url') !== seal || !timingSafeEqual(given, digest('ticket', `${random}.${time}`))) return 'old';
      const age = now.getTime() - Number.parseInt(time, 36);
      if (age < 0 || age > latest) return 'old';
      return age < earliest ? 'early' : 'good';
    },
    codeOf: (ticket) => digest('code', ticket).subarray(0, 16).toString('base64url'),
  };
}

/** What the store knows of a code: as it has 128 random bits, a slow hash would add nothing. Null for what is no code. */
export function hashOfCode(code: string): Uint8Array | null {
  return /^[A-Za-z0-9_-]{22}$/.test(code) ? hash('sha256', code, 'buffer') : null;
}
