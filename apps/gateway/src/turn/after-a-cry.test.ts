import { join } from 'node:path';
import { parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { type ChatRequest } from '@parlance/wire';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Country, createCountry } from '../country/country.ts';
import { createCardsUpstream } from '../upstream/cards/cards-upstream.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { preview } from './begin.ts';
import { type Localized } from './localize.ts';

const folders = ['ee', 'de', 'ma'] as const;
type Folder = (typeof folders)[number];

let countries: ReadonlyMap<string, Country>;

beforeAll(async () => {
  const made = folders.map(async (folder) => {
    const files = await readPackFolder(join(import.meta.dirname, '..', '..', '..', '..', 'packs', folder));
    return [folder, createCountry(parsePack(files).pack!, files)] as const;
  });
  countries = new Map(await Promise.all(made));
});

const cards = createCardsUpstream('EE');
const model: Upstream = { ...cards, kind: 'openai' };
const saturday = new Date('2026-11-21T10:00:00Z');

function told(folder: Folder, questions: readonly string[], kind: 'cards' | 'openai' = 'cards'): Localized {
  const country = countries.get(folder)!;
  const messages = questions.flatMap((content): ChatRequest['messages'] => [
    { role: 'user', content },
    { role: 'assistant', content: 'Answered.' },
  ]);
  const request: ChatRequest = { model: 'parlance', messages: messages.slice(0, -1) };
  return preview(
    { request, country, upstream: kind === 'cards' ? cards : model, sector: country.defaultSector, today: '2026-11-21' },
    { now: saturday },
  );
}

const helpIn = (folder: Folder, questions: readonly string[], kind?: 'cards' | 'openai'): readonly string[] =>
  told(folder, questions, kind).safety.map(({ id }) => id);
const cardsIn = (folder: Folder, questions: readonly string[]): readonly string[] =>
  told(folder, questions).grounding.cards.map(({ card }) => card.id);

interface Told {
  readonly folder: Folder;
  readonly cries: readonly string[];
  /** About nothing but what was said before. */
  readonly followUps: readonly string[];
  /** On other matters, with the card that answers. */
  readonly others: readonly (readonly [string, string])[];
  readonly thanks: string;
}

const languages: Readonly<Record<string, Told>> = {
  en: {
    folder: 'ee',
    cries: ['My child swallowed bleach', 'My husband hits me', 'I want to kill myself'],
    followUps: [
      ...['what should I do?', 'where?', 'how long does it take?', 'where can I go?', 'he is doing it again', 'how do I get a place?'],
      ...['what is their phone number?', 'yes tonight', 'I already took them', 'and now?', 'can I take the kids with me?', 'is it free?'],
    ],
    others: [
      ['How do I renew my passport?', 'passport'],
      ['parking card', 'parking-card'],
      ['how do I get a divorce?', 'divorce'],
    ],
    thanks: 'thank you',
  },
  et: {
    folder: 'ee',
    cries: ['laps jõi kloori', 'mees peksab mind', 'ma tahan surra'],
    followUps: [
      'mida ma tegema pean?',
      'kus?',
      'kui kaua see aega võtab?',
      'kuhu ma saan minna?',
      'ta teeb seda jälle',
      'kuidas ma koha saan?',
    ],
    others: [
      ['kuidas passi uuendada?', 'passport'],
      ['vanemahüvitis', 'parental-benefit'],
    ],
    thanks: 'aitäh',
  },
  ru: {
    folder: 'ee',
    cries: ['ребёнок выпил хлорку', 'муж меня бьёт', 'я хочу умереть'],
    followUps: ['что делать?', 'где?', 'куда мне идти?', 'сколько времени это займёт?', 'он опять это делает', 'какой у них телефон?'],
    others: [['как продлить паспорт?', 'passport']],
    thanks: 'спасибо',
  },
  de: {
    folder: 'de',
    cries: ['Mein Kind hat Bleichmittel getrunken', 'Mein Mann schlägt mich', 'Ich will sterben'],
    followUps: [
      'was soll ich tun?',
      'wo?',
      'wie lange dauert das?',
      'wohin kann ich gehen?',
      'er macht es schon wieder',
      'wie ist die Nummer?',
    ],
    others: [
      ['Wie verlängere ich meinen Reisepass?', 'passport'],
      ['Wohngeld', 'housing-benefit'],
    ],
    thanks: 'danke',
  },
  fr: {
    folder: 'ma',
    cries: ['Mon fils a bu de la javel', 'mon mari me frappe', 'je veux mourir'],
    followUps: ['que faire ?', 'où ?', 'combien de temps ça prend ?', 'où aller ?', 'il recommence', 'quel est leur numéro ?'],
    others: [['comment avoir un passeport', 'passport']],
    thanks: 'merci',
  },
  ar: {
    folder: 'ma',
    cries: ['ابني شرب جافيل', 'زوجي يضربني', 'أريد أن أموت'],
    followUps: ['ماذا أفعل؟', 'أين؟', 'كم من الوقت؟', 'أين أذهب؟', 'إنه يفعلها مرة أخرى', 'ما هو رقمهم؟'],
    others: [['كيف أحصل على جواز السفر؟', 'passport']],
    thanks: 'شكرا',
  },
  // No example pack answers in these, and a cry is heard in them all the same.
  es: { folder: 'ee', cries: ['mi marido me pega', 'quiero morir'], followUps: ['¿qué hago?', '¿dónde?'], others: [], thanks: 'gracias' },
  tr: {
    folder: 'de',
    cries: ['kocam beni dövüyor', 'ölmek istiyorum'],
    followUps: ['ne yapmalıyım?', 'nerede?'],
    others: [],
    thanks: 'teşekkürler',
  },
  zh: { folder: 'ee', cries: ['我丈夫打我', '我想自杀'], followUps: ['怎么办？', '在哪里？', '我能去哪里？'], others: [], thanks: '谢谢' },
};

describe.each(Object.entries(languages))('after a cry for help, %s', (_language, { folder, cries, followUps, others, thanks }) => {
  test.each(cries)('"%s": what is asked of it brings the same help again, and no card on another thing', (cry) => {
    const help = helpIn(folder, [cry]);
    expect(help.length).toBeGreaterThan(0);
    for (const question of followUps) {
      expect(helpIn(folder, [cry, question]), question).toEqual(expect.arrayContaining([...help]));
      expect(helpIn(folder, [cry, question], 'openai'), question).toEqual(expect.arrayContaining([...help]));
      expect(cardsIn(folder, [cry, question]), question).toEqual([]);
    }
    expect(helpIn(folder, [cry, ...followUps.slice(0, 5), thanks])).toEqual(help);
    expect(helpIn(folder, [cry, ...followUps.slice(0, 1), ...Array.from({ length: 6 }, () => thanks)])).toEqual([]);
  });

  test.each(cries)('"%s": who asks for another thing by its name is told that, and not held in what was before', (cry) => {
    for (const [question, card] of others) {
      expect(cardsIn(folder, [cry, question]), question).toEqual([card]);
      expect(helpIn(folder, [cry, question]), question).toEqual([]);
    }
  });

  test('the same questions in an ordinary conversation bring no help', () => {
    const calm = others[0]?.[0] ?? thanks;
    const ordinary = followUps.filter((question) => helpIn(folder, [question]).length === 0);
    expect(ordinary.length).toBeGreaterThan(1);
    for (const question of ordinary) expect(helpIn(folder, [calm, question]), question).toEqual([]);
  });
});

test('a question that goes back to what was asked about since is about that', () => {
  const talk = ['I want to kill myself', 'How do I renew my passport?', 'what does it cost?'];
  expect([cardsIn('ee', talk), helpIn('ee', talk)]).toEqual([['passport'], []]);
  expect(helpIn('ee', [...talk, 'what should I do?'])).not.toEqual([]);
});

test('what may be about another thing is asked about below the help, and not told', () => {
  const { safety, grounding } = told('ee', ['My husband hits me', 'where do I register my car']);
  expect(safety.length).toBeGreaterThan(0);
  expect(grounding.cards).toEqual([]);
  expect(grounding.choices.map(({ id }) => id)).toContain('vehicle-registration');
});

test('who asks for a person after a cry for help is told how one is reached, beside the help', () => {
  const { safety, handover } = told('ee', ['My child swallowed bleach', 'can I speak to a real person?']);
  expect(safety.length).toBeGreaterThan(0);
  expect(handover?.because).toBe('asked');
});

describe('help after a cry', () => {
  test.each(['?', '😭', '2+2', ''])('stays in the language of the cry where %j says none', (sign) => {
    for (const [cry, language] of [
      ['I want to kill myself', 'en'],
      ['я хочу умереть', 'ru'],
    ] as const) {
      expect(told('ee', [cry, sign]).language).toBe(language);
      expect(helpIn('ee', [cry, sign])).not.toEqual([]);
    }
  });

  test('stands beside what is put in order before death, and not beside another thing', () => {
    for (const question of ['inheritance', 'how do I register a death?', 'how do I make a will?']) {
      expect(helpIn('ee', ['I want to kill myself', question])).toContain('emotional-support');
    }
    expect(helpIn('ee', ['My husband hits me', 'inheritance'])).toEqual([]);
  });
});
