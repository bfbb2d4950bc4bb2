import { expect, test } from 'vitest';
import { type EarlierTurn } from '../answer/earlier-turn.ts';
import { createAnswerEncoder } from '../answer/answer-encoder.ts';
import { type ChatContext } from '../chat-context.ts';
import { interfaceIn } from '../interface/index.ts';
import { earlierTurn, sampleSource } from '../testing/sample-earlier-turn.ts';
import { readHtml } from '../testing/html-parts.ts';
import { endEvent, sampleFacts, sampleOmission, sampleWords, textEvent } from '../testing/sample-turn.ts';
import { chatAround, chatPage } from './chat-page.tsx';

const ticket = 'A'.repeat(22);

function contextOf(changed: Partial<ChatContext> = {}): ChatContext {
  return {
    language: 'et',
    operator: null,
    interfaceText: interfaceIn('et'),
    isReviewed: true,
    answersIn: [],
    hasStudy: false,
    languages: [],
    country: 'Eesti',
    pack: { id: 'EE', version: '1.0.0', note: '' },
    mode: 'production',
    answeredBy: '',
    questions: [],
    safety: [],
    words: sampleWords,
    isUnspoken: false,
    earlier: [],
    passedOn: [],
    next: 1,
    left: 'nothing',
    choices: { level: null, script: null, isShared: false },
    scripts: [],
    ticket,
    phrases: null,
    draft: '',
    notAsked: null,
    help: [],
    downSince: null,
    ...changed,
  };
}

const asked = { question: 'Ja siis?', number: 2, language: 'et', nextTicket: ticket, isPart: false };

/** The second turn of a conversation. */
function answered(changed: Partial<ChatContext> = {}): string {
  const turn = { conversation: 'c', ...asked, carry: (told: EarlierTurn) => JSON.stringify(told) };
  const encoder = createAnswerEncoder({ language: 'et', words: sampleWords, turn });
  const mark = { kind: 'marker', disclosure: 'd1' } as const;
  const answer = [textEvent('Vas'), textEvent('[', mark), textEvent('1]', mark), textEvent('tus.'), endEvent()];
  const html = answer.map((event) => encoder.encode(event)).join('');
  return chatAround(contextOf({ earlier: [earlierTurn('Miks?', 'et')], next: 2, ...changed }), asked).join(html);
}

const carriedIn = (html: string): readonly string[] =>
  [...html.matchAll(/<input type="hidden" name="turn" form="ask" value="([^"]*)">/g)].map(([, value]) =>
    (value ?? '').replaceAll('&quot;', '"'),
  );

test('an earlier turn goes along under the value that came, and the new one with all that a later page shows', () => {
  const [first, second] = carriedIn(answered());
  expect(first).toBe('sealed et');
  expect(JSON.parse(second ?? '')).toEqual({
    ...{ conversation: 'c', number: 2, question: 'Ja siis?', answer: 'Vas[1]tus.', language: 'et', changes: { omitted: 0, added: 0 } },
    marks: [{ start: 3, end: 6, mark: { kind: 'marker', disclosure: 'd1' } }],
    ...{ ending: 'done', isRefused: false, isCutShort: false, receipt: null, isRecorded: true, disclosures: [], sources: [] },
    facts: sampleFacts(),
  });
});

test('an earlier turn says in the language of the page until when the log has it, and how it was made', () => {
  const facts = { ...sampleFacts(), services: [{ id: 'passport', title: 'Pass', office: 'police' }] };
  const { text } = readHtml(chatPage(contextOf({ earlier: [{ ...earlierTurn('Miks?', 'et'), facts }] })));
  expect(text).toContain(interfaceIn('et').receipts.promised('22. november 2026, kell 10:00 UTC').slice(0, 26));
  for (const told of [interfaceIn('et').factsHeading, 'EE 1.0.0', interfaceIn('et').services.wholeCard, 'Pass'])
    expect(text).toContain(told);
  expect(text).not.toContain(interfaceIn('et').receipts.notRecorded);
  // What the page that checks a receipt takes along, as from under an answer that was just told.
  const html = chatPage(contextOf({ earlier: [earlierTurn('Miks?', 'et')] }));
  for (const part of ['nonce', 'delivered']) expect(html.match(new RegExp(`data-part="${part}"`, 'g'))).toHaveLength(1);
  const unrecorded = { ...earlierTurn('Miks?', 'et'), receipt: null, isRecorded: false };
  expect(readHtml(chatPage(contextOf({ earlier: [unrecorded] }))).text).toContain(interfaceIn('et').receipts.notRecorded);
});

test('an answer that broke off is carried as one, and one that reached its length too', () => {
  const carry = (...events: readonly Parameters<ReturnType<typeof createAnswerEncoder>['encode']>[0][]): unknown => {
    const turn = { conversation: 'c', ...asked, carry: (told: EarlierTurn) => JSON.stringify(told) };
    const encoder = createAnswerEncoder({ language: 'et', words: sampleWords, turn });
    return JSON.parse(carriedIn(events.map((event) => encoder.encode(event)).join(''))[0] ?? '');
  };
  const fault = { code: 'upstream_truncated', message: '' } as const;
  expect(carry({ ...endEvent(), fault })).toMatchObject({ ending: 'outage' });
  expect(carry({ kind: 'finish', choice: 0, reason: 'length' }, endEvent())).toMatchObject({ isCutShort: true });
});

test('an earlier turn shows its ending, its notices with their places, its sources and its receipt', () => {
  const html = answered();
  const { text } = readHtml(html);
  for (const part of ['ending law', 'omitted 1, added 0', 'type gambling', 'Advertising Act, § 29', sampleSource.publisher])
    expect(text).toContain(part);
  expect(html).toContain(`href="#t1-at-${sampleOmission.id}"`);
  expect(html).toContain(`id="t1-at-${sampleOmission.id}"`);
  expect(html).toContain('href="/verify?lang=et&amp;id=et"');
  expect(text).toContain('[{"choice":0,"channel":"content","text":"Miks?\\n\\n- a\\n- b et"}]');
});

test('nothing of an earlier turn is announced again', () => {
  const page = chatPage(contextOf({ earlier: [earlierTurn('Miks?', 'et')], next: 2 }));
  expect(page).toContain('ending law');
  expect(page).not.toContain('role="alert"');
});

test.each(['oldest', 'unproved'] as const)(
  'a part of the conversation that is left out (%s) is said, also where nothing is left of it',
  (left) => {
    const words = { oldest: 'Selle vanim osa', unproved: 'Osa vestlusest jäi välja' }[left];
    expect(readHtml(chatPage(contextOf({ left }))).text).toContain(words);
    expect(readHtml(answered({ left })).text).toContain(words);
    expect(readHtml(answered()).text).not.toContain(words);
  },
);
