import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashOfCode, objectTickets } from './object-ticket.ts';

const tickets = objectTickets(randomBytes(32));
const at = (milliseconds: number) => new Date(Date.parse('2026-11-21T10:00:00Z') + milliseconds);
/** The last sign of 43 stands for four bits; the other two are nothing, and a lax decoder takes any. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const withSpareBits = (text: string): string => text.slice(0, -1) + (alphabet[alphabet.indexOf(text.slice(-1)) + 1] ?? '');
const ticket = tickets.make(randomBytes(16), at(0));

describe('the ticket of a form of objection', () => {
  test.each([
    [0, 'early'],
    [1_999, 'early'],
    [2_000, 'good'],
    [3_600_000, 'good'],
    [3_600_001, 'old'],
    [-1, 'old'],
  ])('is after %s ms %s', (age, state) => {
    expect(tickets.stateOf(ticket, at(age))).toBe(state);
  });

  test.each([
    ['of another server', objectTickets(randomBytes(32)).make(randomBytes(16), at(0))],
    ['with another time', ticket.replace(/\.[0-9a-z]+\./, `.${at(10_000).getTime().toString(36)}.`)],
    ['with another number', ticket.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
    ['that is empty', ''],
    ['that is long', `${ticket}${'a'.repeat(1_000_000)}`],
    ['with a seal that is short', ticket.slice(0, -1)],
    ['with a seal whose spare bits are set', withSpareBits(ticket)],
  ])('%s is worth nothing', (_title, forged) => {
    expect(tickets.stateOf(forged, at(5_000))).toBe('old');
  });

  test('gives one code, which nobody without the secret can make of it', () => {
    const code = tickets.codeOf(ticket);
    expect(code).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(tickets.codeOf(ticket)).toBe(code);
    expect(objectTickets(randomBytes(32)).codeOf(ticket)).not.toBe(code);
    expect(ticket).not.toContain(code);
  });
});

test.each(['', 'a', 'a'.repeat(21), 'a'.repeat(23), `${'a'.repeat(21)}/`, `${'a'.repeat(21)}\n`])('%j is no code', (text) => {
  expect(hashOfCode(text)).toBeNull();
});
