import { join } from 'node:path';
import { parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Country, createCountry } from '../country/country.ts';
import { lookedUp } from './looked-up.ts';

let country: Country;
let morocco: Country;
let germany: Country;

beforeAll(async () => {
  [country, morocco, germany] = await Promise.all([countryOf('ee'), countryOf('ma'), countryOf('de')]);
});

async function countryOf(folder: string): Promise<Country> {
  const files = await readPackFolder(join(import.meta.dirname, '..', '..', '..', '..', 'packs', folder));
  const { pack, issues } = parsePack(files);
  if (pack === null) throw new Error(JSON.stringify(issues));
  return createCountry(pack, files);
}

const looked = (question: string, earlier: readonly string[], language = 'en'): string =>
  lookedUp(country, { question, earlier, language });

describe('a question without a subject of its own', () => {
  test.each([
    ['en', 'parking card', 'and what does it cost?'],
    ['en', 'parking card', 'How long will that take'],
    ['en', 'parking card', 'which office?'],
    ['et', 'parkimiskaart', 'aga mis see maksab?'],
    ['et', 'parkimiskaart', 'mis dokumente on vaja'],
    ['ru', 'парковочная карта', 'а как долго ждать?'],
    ['ru', 'парковочная карта', 'какие нужны документы'],
    ['en', 'I lost my job', 'How much money will I get?'],
    ['en', 'I lost my job', 'when is it paid?'],
    ['et', 'vanemahüvitis', 'millal raha tuleb?'],
    ['et', 'vanemahüvitis', 'kus kontor asub?'],
    ['ru', 'я потерял работу', 'Сколько денег я получу?'],
    ['ru', 'я потерял работу', 'до какого числа?'],
  ])('%s: stays with "%s": %s', (language, before, question) => {
    expect(looked(question, ['divorce', before], language)).toBe(before);
  });

  test.each([
    ['fr', 'comment avoir un passeport', 'où se trouve le bureau ?'],
    ['fr', 'comment avoir un passeport', 'combien d’argent vais-je payer ?'],
    ['ar', 'كيف أحصل على جواز السفر؟', 'وكم الثمن؟'],
    ['ar', 'كيف أحصل على جواز السفر؟', 'كم ثمنه؟'],
    ['ar', 'كيف أحصل على جواز السفر؟', 'أين المكتب؟'],
    ['ar', 'كيف أحصل على جواز السفر؟', 'وما هي الوثائق المطلوبة؟'],
  ])('in Morocco, %s: stays with "%s": %s', (language, before, question) => {
    expect(lookedUp(morocco, { question, earlier: [before], language })).toBe(before);
  });

  test.each([
    ['en', 'passport', 'and for children?'],
    ['en', 'passport', 'how much is it for a child?'],
    ['et', 'pass', 'aga lapsele?'],
    ['et', 'pass', 'kui palju see lapsele maksab?'],
    ['ru', 'паспорт', 'а для ребёнка?'],
    ['ru', 'паспорт', 'сколько это стоит для ребёнка?'],
  ])('%s: a child is whom it is for: %s, %s', (language, before, question) => {
    expect(looked(question, [before], language)).toBe(before);
  });

  test.each([
    ['en', 'when do I get the money for a child?'],
    ['en', 'How much money do I get for a child?'],
    ['en', 'how much do I get when I have no work?'],
    ['en', 'Where can I find work?'],
    ['et', 'kui palju raha laps saab?'],
    ['ru', 'когда выплатят деньги на ребёнка?'],
    ['ru', 'как получить деньги на ребенка?'],
  ])('%s: a child or work is what it is about: %s', (language, question) => {
    expect(looked(question, ['passport', 'pass', 'паспорт'], language)).toBe(question);
  });

  test.each([
    ['de', 'und für Kinder?'],
    ['de', 'Was kostet das für ein Kind?'],
    ['fr', 'et pour les enfants ?'],
    ['ar', 'وللأطفال؟'],
  ])('in other packs, %s: stays with it: %s', (language, question) => {
    const before = { de: 'Personalausweis', fr: 'passeport', ar: 'جواز السفر' }[language]!;
    expect(lookedUp(language === 'de' ? germany : morocco, { question, earlier: [before], language })).toBe(before);
  });

  test.each([
    ['de', 'Wie viel Geld bekomme ich für mein Kind?'],
    ['de', 'Wie viel Geld bekommt das Kind?'],
    ['fr', 'Combien d’argent par enfant ?'],
    ['ar', 'كم أحصل عن كل طفل؟'],
  ])('in other packs, %s: has a subject of its own: %s', (language, question) => {
    const earlier = ['Personalausweis', 'passeport', 'جواز السفر'];
    expect(lookedUp(language === 'de' ? germany : morocco, { question, earlier, language })).toBe(question);
  });

  test('goes back over what had none either', () => {
    expect(looked('Where is the office?', ['I lost my job', 'How much money will I get?'])).toBe('I lost my job');
    expect(looked('and where?', ['parking card', 'what does it cost?', 'thanks'])).toBe('parking card');
  });

  test.each([
    ['with a subject', 'what does a divorce cost?', ['parking card']],
    ['with a subject beside money', 'how much money is the unemployment benefit?', ['parking card']],
    ['that asks for nothing', 'thank you very much', ['parking card']],
    ['that is the first', 'how much does it cost?', []],
    ['after distress', 'where?', ['I want to kill myself']],
    ['after seven others', 'where?', ['parking card', ...Array.from({ length: 7 }, () => 'thanks')]],
    ['in a language that the pack does not have', 'كم يكلف؟', ['parking card']],
  ])('one %s is looked up as it is', (_name, question, earlier) => {
    expect(looked(question, earlier, /\p{Script=Arabic}/u.test(question) ? 'ar' : 'en')).toBe(question);
  });
});

test('who has lost somebody and asks for nothing in particular is told what has to be done first; who asks is told that', () => {
  expect(looked('my grandmother died last night', [])).toContain('registering a death');
  expect(looked('my grandmother died, how do I inherit her flat', [])).not.toContain('registering a death');
});
