import { type Fact, type ServiceCard } from '@parlance/pack';
import { describe, expect, test } from 'vitest';
import { createCountry } from '../../country/country.ts';
import { type Grounding } from '../../turn/ground.ts';
import { samplePack } from '../../../../../packages/pack/src/resolve/sample-pack.ts';
import { cardAnswer } from './card-answer.ts';

const contact = (id: string) => ({
  id,
  name: { et: `Amet ${id}` },
  phone: '+372 600 0000',
  email: null,
  url: `https://example.org/${id}`,
  source: null,
});
const contacts = new Map(['state-information', 'passport-office'].map((id) => [id, contact(id)]));
const country = createCountry(samplePack({ contacts, languages: ['et', 'en'] }), new Map());

const fact = (kind: Fact['kind'], text: string, more: Partial<Fact> = {}): Fact => ({
  kind,
  source: 'law',
  at: null,
  url: null,
  number: null,
  text: { et: text },
  ...more,
});
const card: ServiceCard = {
  id: 'passport',
  title: { et: 'Pass' },
  office: 'passport-office',
  questions: {},
  sources: new Map(),
  facts: [
    fact('step', 'Täida taotlus.'),
    fact('fee', 'Pass maksab 60 eurot.', { at: '§ 12' }),
    fact('step', 'Maksa riigilõiv.', { url: 'https://example.org/pay' }),
    fact('note', 'Ilma allikata.', { source: 'unknown' }),
  ],
};
const source = {
  id: 's1',
  title: 'Seadus',
  publisher: 'RT',
  url: 'https://example.org/law',
  licence: null,
  language: 'et',
  retrieved: '2026-11-01',
};
const nothing: Grounding = {
  question: '',
  language: 'et',
  cards: [],
  choices: [],
  isCalled: false,
  facet: null,
  isBereaved: false,
  courtesy: null,
  passages: [],
  studied: null,
  sources: [],
  quoted: [],
  nearestOffice: null,
};
const known: Grounding = { ...nothing, cards: [{ card, sourceIds: new Map([['law', 's1']]) }], sources: [source] };
const passage = {
  id: 'p',
  language: 'et',
  title: 'Vaie',
  publisher: 'RT',
  source: source.url,
  licence: 'x',
  date: '2026-11-01',
  text: '\nVaie esitatakse 30 päeva jooksul.\n',
};
const notModel = country.words('et').format('answer.not-a-model');

describe('the answer from service cards', () => {
  test('gives each fact with its source, steps in order, and each source with its date', () => {
    const answer = cardAnswer(country, known);
    expect(answer).toContain('Pass maksab 60 eurot. (§ 12) [s1]');
    expect(answer).toContain('1. Täida taotlus. [s1]\n2. Maksa riigilõiv. https://example.org/pay [s1]');
    expect(answer).toMatch(/\[s1\] .*2026-11-01.* https:\/\/example\.org\/law/);
    expect(answer).toContain('Amet passport-office, +372 600 0000, https://example.org/passport-office');
  });

  test('keeps references and telephone numbers together in a language that is written from right to left', () => {
    const arabic = { ...known, language: 'ar' };
    const answer = cardAnswer(createCountry(samplePack({ contacts, languages: ['ar', 'et'] }), new Map()), arabic);
    expect(answer).toContain('(\u2068§ 12\u2069)');
    expect(answer).toContain('\u2068+372 600 0000\u2069');
    expect(cardAnswer(country, known)).not.toMatch(/[\u2066-\u2069]/);
  });

  test('cites nothing that is not among its sources', () => {
    const cited = [...cardAnswer(country, known).matchAll(/\[(s\d+)\]/g)].map(([, id]) => id);
    expect(new Set(cited)).toEqual(new Set(['s1']));
    expect(cardAnswer(country, known)).toMatch(/Ilma allikata\.(?! \[)/);
  });

  test('quotes a passage word by word', () => {
    const answer = cardAnswer(country, { ...nothing, passages: [{ passage, sourceId: 's1' }], sources: [source] });
    expect(answer).toContain('[s1]\n\nVaie esitatakse 30 päeva jooksul.');
  });

  test.each([
    ['known', known, false],
    ['unknown', nothing, false],
    ['unknown to a person in distress', nothing, true],
  ])('says that no language model wrote it (%s)', (_name, grounding, isUrgent) => {
    expect(cardAnswer(country, grounding, { unspoken: null, isUrgent, handover: null }).split(notModel)).toHaveLength(2);
  });

  test('tells first what was asked for', () => {
    const stepFirst = cardAnswer(country, { ...known, facet: { facet: 'step', isSure: false } });
    expect(stepFirst.indexOf('Täida taotlus.')).toBeLessThan(stepFirst.indexOf('Pass maksab'));
    expect(cardAnswer(country, known).indexOf('Täida taotlus.')).toBeGreaterThan(cardAnswer(country, known).indexOf('Pass maksab'));
  });

  test('says before anything else that it does not have what was asked for, and who does', () => {
    const missing = country.words('et').format('card.deadline');
    const answer = cardAnswer(country, { ...known, facet: { facet: 'deadline', isSure: true } });
    expect(answer.split('\n\n')[1]).toContain(missing);
    expect(answer.split('\n\n')[1]).toContain('Amet passport-office, +372 600 0000');
    expect(cardAnswer(country, { ...known, facet: { facet: 'fee', isSure: true } })).not.toContain('“Pass”');
  });

  test.each([
    ['a sum that may be meant', false, 'Toetus on 80 €.'],
    ['that it is free', true, 'See on tasuta.'],
  ])('does not say that it lacks a fee where another fact tells %s', (_name, isSure, text) => {
    const other = { ...card, facts: [fact('note', text)] };
    const answer = cardAnswer(country, { ...known, cards: [{ card: other, sourceIds: new Map() }], facet: { facet: 'fee', isSure } });
    expect(answer.split('\n\n')[1]).toContain('Amet passport-office');
    expect(answer.split('\n\n')[1]).not.toContain('Pass');
  });

  test('asks which card is meant, and tells nothing of any', () => {
    const answer = cardAnswer(country, { ...nothing, choices: [card, { ...card, id: 'visa', title: { et: 'Viisa' } }] });
    expect(answer).toContain('- Pass\n- Viisa');
    expect(answer).not.toContain('Pass maksab');
    expect(answer).not.toContain('Amet state-information');
  });

  test('greets back, tells that a program speaks and what can be asked, and names no office', () => {
    const words = country.words('et');
    const greeting = words.format('answer.greeting');
    const answer = cardAnswer(country, { ...nothing, courtesy: 'greeting' });
    expect(answer).toBe([`${greeting} ${words.format('answer.ask-here')}`, notModel].join('\n\n'));
    expect(cardAnswer(country, { ...nothing, courtesy: 'thanks' })).toBe([words.format('answer.thanks'), notModel].join('\n\n'));
  });

  test('greets nobody who is given help', () => {
    const answer = cardAnswer(country, { ...nothing, courtesy: 'greeting' }, { unspoken: null, isUrgent: true, handover: null });
    expect(answer).toBe(notModel);
  });

  test('condoles once, before the card', () => {
    const condolence = country.words('et').format('answer.condolence');
    expect(cardAnswer(country, { ...known, isBereaved: true }).startsWith(condolence)).toBe(true);
    expect(cardAnswer(country, known)).not.toContain(condolence);
  });

  test('says where all services are, not that it does not know, where the question is in a language that it cannot look up', () => {
    const answer = cardAnswer(country, nothing, { unspoken: 'ar', isUrgent: false, handover: null });
    expect(answer).toContain('/services');
    expect(answer).not.toContain('Amet state-information');
  });

  test('does not know rather than guess, and names the office that may', () => {
    expect(cardAnswer(country, nothing)).toContain('Amet state-information');
    expect(cardAnswer(country, { ...nothing, nearestOffice: 'passport-office' })).toContain('Amet passport-office');
    expect(cardAnswer(country, { ...nothing, nearestOffice: 'no-such' })).toContain('Amet state-information');
    expect(cardAnswer(country, nothing, { unspoken: null, isUrgent: true, handover: null })).toBe(notModel);
  });
});
