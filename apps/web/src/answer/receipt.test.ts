import { type ReceiptObject } from '@parlance/wire';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../testing/html-parts.ts';
import { endEvent, sampleWords, textEvent } from '../testing/sample-turn.ts';
import { createAnswerEncoder } from './answer-encoder.ts';

const digest = `sha256:${'0'.repeat(64)}`;
const promised: ReceiptObject = {
  status: 'promised',
  id: '7.page-1',
  deadline: '2026-11-22T18:05:00Z',
  nonce: 'bm9uY2U=',
  record: {
    v: 1,
    id: 'page-1',
    ending: 'done',
    pack: { id: 'EE', version: '1', digest },
    charter: { version: '1', digest },
    commitments: { request: 'r', upstream: 'u', delivered: 'd' },
    edits: [],
  },
  promise: { note: 'note\n\n— log <b>\n', index: 0, path: '' },
};

function answered(language: string, receipt: ReceiptObject | null): string {
  const encoder = createAnswerEncoder({ language, words: sampleWords });
  return encoder.encode(textEvent('a <b> & "c"\r\n')) + encoder.encode(endEvent({ receipt }));
}

/** What a part of the page holds, with the entities read. */
function partOf(html: string, part: string): string {
  return readHtml(new RegExp(`<code data-part="${part}">([^]*?)</code>`).exec(html)?.[1] ?? '').text;
}

describe('the line of the receipt', () => {
  test.each([
    ['en', 'Will be in the public log by November 22, 2026 at 18:05 UTC.'],
    ['et', 'Avalikus logis hiljemalt 22. november 2026, kell 18:05 UTC.'],
    ['ru', 'Будет в открытом журнале не позднее 22 ноября 2026 г. в 18:05 UTC.'],
    ['fi', 'Will be in the public log by November 22, 2026 at 18:05 UTC.'],
  ])('in %s says until when', (language, line) => {
    expect(readHtml(answered(language, promised)).text.replace(/\s+/g, ' ')).toContain(line);
  });

  test('stands in the one fold under the answer', () => {
    expect(answered('en', promised)).toMatch(/<details class="made"><summary>How this answer was made<\/summary>[^]*<div class="receipt">/);
  });

  test('leads to the receipt and to its verification', () => {
    expect(answered('ru', promised)).toContain('href="/v1/parlance/receipts/7.page-1"');
    expect(answered('ru', promised)).toContain('href="/verify?lang=ru&amp;id=7.page-1"');
  });

  test('is not there when nothing was recorded anywhere', () => {
    expect(answered('en', null)).not.toContain('class="receipt');
  });

  test.each([
    ['en', 'No receipt'],
    ['et', 'Kviitungit ei ole'],
    ['ru', 'Квитанции нет'],
  ])('in %s says plainly that an answer could not be recorded', (language, words) => {
    const html = answered(language, { status: 'not_recorded' });
    expect(readHtml(html).text).toContain(words);
    expect(html).not.toContain('<code data-part');
    // In no fold.
    expect(html).toMatch(/<p class="changes"[^>]*>[^<]*<\/p><p class="receipt small">/);
  });
});

describe('what the reader keeps', () => {
  const html = answered('en', promised);

  test('is the nonce, with a sentence on keeping it to oneself', () => {
    expect(partOf(html, 'nonce')).toBe('bm9uY2U=');
    expect(readHtml(html).text).toContain('Keep the nonce to yourself');
  });

  test('is the text as delivered, whatever HTML makes of it', () => {
    expect(JSON.parse(partOf(html, 'delivered'))).toEqual([{ choice: 0, channel: 'content', text: 'a <b> & "c"\r\n' }]);
  });

  test('is the receipt itself, so that a saved page holds the signed promise', () => {
    expect(JSON.parse(partOf(html, 'receipt'))).toEqual({ v: 1, record: promised.record, promise: promised.promise, proved: null });
  });
});
