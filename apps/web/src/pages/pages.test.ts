import { readFileSync } from 'node:fs';
import { type ReceiptObject } from '@parlance/wire';
import { describe, expect, test } from 'vitest';
import { createAnswerEncoder } from '../answer/answer-encoder.ts';
import { interfaceIn } from '../interface/index.ts';
import { type TryContext } from '../page-context.ts';
import { styleSheetUrl } from '../style-sheet.ts';
import { readHtml } from '../testing/html-parts.ts';
import { earlierTurn } from '../testing/sample-earlier-turn.ts';
import { endEvent, sampleWords, textEvent } from '../testing/sample-turn.ts';
import { type EarlierTurn } from '../answer/earlier-turn.ts';
import { type ChatContext } from '../chat-context.ts';
import { chatAround, chatPage } from './chat-page.tsx';
import { errorPage } from './error-page.tsx';
import { servicesPage } from './services-page.tsx';
import { type AskedTurn, turnAround } from './turn-area.tsx';
import { rulePage, tryAnswerEnd, tryAnswerStart, tryPage } from './try-page.tsx';
import { verifyPage } from './verify-page.tsx';

const attack = `"'><script>alert(1)</script><!--answer--></textarea>\uD83D&`;

function context(changed: Partial<TryContext> = {}): TryContext {
  return {
    language: 'et',
    interfaceText: interfaceIn(changed.language ?? 'et'),
    isReviewed: true,
    answersIn: [],
    hasStudy: false,
    languages: [
      { code: 'et', name: 'eesti' },
      { code: 'ar', name: 'العربية' },
    ],
    country: 'Eesti',
    pack: { id: 'EE', version: '1.0.0', note: 'Näide.' },
    operator: null,
    mode: 'development',
    answeredBy: '',
    questions: [{ text: 'Kuidas?', kind: 'service' }],
    safety: [{ id: 'x', kind: 'emergency', number: '112', name: 'Häirekeskus', what: '', source: 'https://www.112.ee' }],
    text: 'tekst',
    question: 'küsimus',
    speed: 'fast',
    rule: 'id: x',
    examples: [{ id: 'a', title: 'Näide', text: 'x&y=1' }],
    ruleExamples: [{ id: 'b', title: 'Reegel', yaml: 'a: 1' }],
    policy: 'quorum none\n',
    ...changed,
  };
}

const bad = context({
  language: attack,
  languages: [{ code: attack, name: attack }],
  pack: { id: attack, version: attack, note: attack },
  answeredBy: attack,
  questions: [{ text: attack, kind: 'cut' }],
  safety: [{ id: attack, kind: attack, number: attack, name: attack, what: attack, source: `javascript:${attack}` }],
  text: attack,
  question: attack,
  rule: attack,
  policy: attack,
  examples: [{ id: attack, title: attack, text: attack }],
  ruleExamples: [{ id: attack, title: attack, yaml: attack }],
});
const issue = { rule: 'S4', file: 'a.yaml', line: 3, path: 'p', expected: attack, received: attack, mend: attack, severity: 'error' };

const ticket = 'A'.repeat(22);

function chatOf(each: TryContext, changed: Partial<ChatContext> = {}): ChatContext {
  return {
    ...each,
    words: sampleWords,
    isUnspoken: false,
    earlier: [],
    passedOn: [],
    next: 1,
    left: 'nothing',
    choices: { level: null, script: null, isShared: false },
    scripts: [
      { code: 'Latn', name: each.text },
      { code: 'Cyrl', name: each.text },
    ],
    ticket,
    phrases: null,
    draft: each.text,
    notAsked: null,
    help: [],
    downSince: null,
    ...changed,
  };
}

const homePage = (each: TryContext): string => chatPage(chatOf(each));

function turnOf(question: string, changed: Partial<AskedTurn> = {}): AskedTurn {
  return { question, number: 2, language: 'et', nextTicket: ticket, isPart: false, ...changed };
}

/** The second turn of a conversation. */
function answered(each: TryContext, question: string): string {
  const earlier = earlierTurn(question, each.text);
  const chat = chatOf(each, { earlier: [earlier], next: 2 });
  const turn = { conversation: 'c', number: 2, question, isPart: false, carry: (told: EarlierTurn) => JSON.stringify(told) };
  const encoder = createAnswerEncoder({ language: each.language, words: sampleWords, turn });
  const answer = encoder.encode(textEvent('Vastus.')) + encoder.encode(endEvent({ receipt: receiptOf(each.text) }));
  return chatAround(chat, turnOf(question)).join(answer);
}

function tried(each: TryContext): string {
  return (
    tryAnswerStart(each) +
    createAnswerEncoder({ language: each.language, words: sampleWords }).encode(endEvent()) +
    tryAnswerEnd(each, attack)
  );
}

function receiptOf(word: string): Extract<ReceiptObject, { status: 'promised' }> {
  const digest = `sha256:${'0'.repeat(64)}`;
  const record = {
    v: 1 as const,
    id: word,
    ending: 'done' as const,
    pack: { id: word, version: word, digest },
    charter: { version: word, digest },
  };
  const commitments = { request: word, upstream: word, delivered: word };
  const promise = { note: word, index: 0, path: word };
  return {
    status: 'promised',
    id: word,
    deadline: '2026-11-22T10:00:00Z',
    nonce: word,
    record: { ...record, commitments, edits: [] },
    promise,
  };
}

const everyPage = (each: TryContext): readonly (readonly [string, string])[] => [
  ['/verify', verifyPage({ ...each, id: each.text, receipt: each.text })],
  ['/verify of an unknown id', verifyPage({ ...each, id: each.text, receipt: null })],
  ['/', homePage(each)],
  ['/ask', answered(each, attack)],
  ['/ask with a question that is not taken', chatPage(chatOf(each, { notAsked: { status: 413, message: each.text } }))],
  ['/try', tryPage(each)],
  ['/try after a run', tried(each)],
  ['/try/rule', rulePage(each, { ok: false, issues: [issue] })],
  ['an error', errorPage(each, { status: 500, title: attack, message: attack })],
  ['an error before the language is known', errorPage(null, { status: 404, title: attack, message: attack })],
];

describe.each(everyPage(bad))('%s with hostile texts everywhere', (_name, html) => {
  test('is well-formed', () => {
    expect(readHtml(html.replace('<!doctype html>', '')).faults).toEqual([]);
  });

  test('holds nothing that the content security policy would refuse', () => {
    for (const tag of readHtml(html).tags) {
      if (/^<script type="module" src="\/assets\/(?:verify|chat)\.js\?v=[\w-]{16}">$/.test(tag)) continue;
      expect(tag).not.toMatch(/^<(?:script|style|img|iframe)/);
      expect(tag.replace(/"[^"]*"/g, '')).not.toMatch(/\son\w+=|\sstyle/);
      expect(tag).not.toMatch(/(?:href|action)="(?:javascript|data)/);
    }
  });
});

describe.each(everyPage(context()))('%s', (_name, html) => {
  test('has one main part, one first heading and no id twice', () => {
    expect(html.match(/<main /g)).toHaveLength(1);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('labels every field', () => {
    for (const [, id] of html.matchAll(/<(?:textarea|input)[^>]* id="([^"]*)"/g)) expect(html).toContain(`for="${id ?? ''}"`);
  });
});

test('a page names the language of its words, which is English when there are none in the language asked for', () => {
  expect(homePage(context())).toContain('<html lang="et" dir="ltr">');
  expect(homePage(context({ language: 'ar' }))).toContain('<html lang="en" dir="ltr">');
});

test('a page of which most words are in another language says so of what it is about, and of nothing else', () => {
  const interfaceText = { ...interfaceIn('et'), language: 'zgh', untranslated: { services: 'en' } };
  const mixed = { ...context(), interfaceText };
  expect(servicesPage({ ...mixed, services: [], isUnknown: false })).toMatch(
    /<html lang="zgh"[^]*<main id="content" tabindex="-1" lang="en" dir="ltr">/,
  );
  expect(homePage(mixed)).toContain('<main id="content" tabindex="-1">');
});

test('a page whose words nobody has reviewed says so, and in which languages it answers', () => {
  const said = readHtml(homePage(context({ language: 'en', isReviewed: false, answersIn: ['العربية', 'français'] }))).text;
  expect(said).toContain('Nobody has reviewed this translation. The answers are in: \u2068العربية\u2069, \u2068français\u2069.');
  expect(homePage(context({ language: 'en' }))).not.toContain('Nobody has reviewed');
});

test('an answer in another language than the page has its own language and direction', () => {
  expect(chatAround(chatOf(context()), turnOf('q', { language: 'ar' }))[0]).toMatch(/<div class="answer" lang="ar" dir="rtl">$/);
});

test('a screen reader meets the status before the answer', () => {
  expect(chatAround(chatOf(context()), turnOf('q'))[0]).toMatch(/role="status">[^<]+<\/p><div class="answer"[^>]*>$/);
});

test('the banner and the way to the machinery are there in development only', () => {
  const production = homePage(context({ mode: 'production' }));
  expect(homePage(context())).toContain('class="banner"');
  expect(homePage(context())).toContain('/try?lang=et');
  expect(production).not.toContain('class="banner"');
  expect(production).not.toContain('/try');
});

test('an example is a link that fills its field', () => {
  expect(tryPage(context())).toContain('href="/try?lang=et&amp;text=x%26y%3D1"');
  expect(tryPage(context())).toContain('href="/try?lang=et&amp;rule=a%3A+1#rule"');
});

test('a turn alone is announced by its page, and closes what it opens', () => {
  const { interfaceText } = context();
  const turn = turnOf(attack, { isPart: true });
  const html = turnAround(interfaceText, turn).join('');
  expect(html).not.toContain('role="status"');
  expect(html.endsWith('</article>')).toBe(true);
});

test('a page has at most one script of its own', () => {
  const scripts = everyPage(context()).map(([name, html]) => [
    name,
    [...html.matchAll(/src="\/assets\/(\w+)\.js\?v=[\w-]{16}"/g)].map(([, script]) => script),
  ]);
  expect(Object.fromEntries(scripts)).toEqual({
    '/verify': ['verify'],
    '/verify of an unknown id': ['verify'],
    '/': ['chat'],
    '/ask': ['chat'],
    '/ask with a question that is not taken': ['chat'],
    '/try': [],
    '/try after a run': ['verify'],
    '/try/rule': [],
    'an error': [],
    'an error before the language is known': [],
  });
});

test('nothing on the page that verifies can be sent away', () => {
  const html = verifyPage({ ...context(), id: 'x', receipt: '{}' });
  expect(html).not.toMatch(/<form|<button/);
  expect(html).toContain('parlance.mjs verify receipt.json --policy policy.txt');
});

test('an id that no receipt has is said', () => {
  expect(readHtml(verifyPage({ ...context(), id: 'x', receipt: null })).text).toContain('Ühelgi siinsel vastusel');
});

test('the text, the question, the speed and the rule of the visitor stay in their fields', () => {
  const html = tryPage(context());
  for (const part of ['>tekst</textarea>', 'value="küsimus"', '>id: x</textarea>']) expect(html).toContain(part);
  expect(html).toMatch(/value="fast" checked/);
});

test('a suggested question is asked by the one form, whose field may be empty', () => {
  const chips = /<section class="suggested".*?<\/section>/.exec(homePage(context()))?.[0];
  expect(chips).toContain('form="ask" formnovalidate name="q" value="Kuidas?"');
});

const everyKind = [
  { text: 'Kuidas?', kind: 'service' },
  { text: 'Ma ei taha enam elada.', kind: 'distress' },
  { text: 'Kes võidab?', kind: 'unknown' },
] as const;

test('nobody is offered a sentence of despair to press, but for who tries the machinery', () => {
  const questions = [...everyKind];
  expect(homePage(context({ questions }))).not.toContain('enam elada');
  expect(homePage(context({ questions })).match(/class="chip /g)).toHaveLength(1);
  expect(tryPage(context({ questions }))).toContain('enam elada');
});

test('the first page names the country, where else to go, and a number to call', () => {
  const { text } = readHtml(homePage(context()));
  for (const part of ['Eesti', 'Teenused', 'Läbipaistvus']) expect(text).toContain(part);
  expect(homePage(context()).indexOf('tel:112')).toBeLessThan(homePage(context()).indexOf('<textarea'));
});

test('who asks for languages that are not there is told which are', () => {
  const named = '\u2068العربية\u2069';
  expect(homePage(context())).not.toContain(named);
  expect(chatPage({ ...chatOf(context()), isUnspoken: true })).toContain(named);
});

test('a finding names rule, place and mend', () => {
  const { text } = readHtml(rulePage(context({ language: 'en' }), { ok: false, issues: [{ ...issue, mend: 'Name the law.' }] }));
  for (const part of ['S4', 'a.yaml', 'line 3', 'Name the law.', 'The rule is refused.']) expect(text).toContain(part);
});

test('a first visit is small', () => {
  expect(homePage(context()).length + readFileSync(styleSheetUrl).length).toBeLessThan(46_500);
});

test('the style sheet mirrors: it has no physical side and loads nothing', () => {
  const css = readFileSync(styleSheetUrl, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  expect(css).not.toMatch(
    /^\s*(?:margin|padding|border|inset)?-?(?:left|right|top|bottom)\s*:|(?:margin|padding|border)-(?:left|right|top|bottom)/m,
  );
  expect(css).not.toMatch(/(?:^|[\s;{])(?:min-|max-)?(?:width|height)\s*:(?!.*\))/m);
  expect(css).not.toMatch(/text-align:\s*(?:left|right)|float:|url\(|@import|@font-face/);
});
