import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway as startExample, type TestGateway } from '../answers/running-gateway.ts';
import { bodyOf, carriedIn, type Fields, textOf } from './asking.ts';
import { carriedIn as studyCarriedIn, page as studyPageAt, send as sendStudy } from './studying.ts';

const ask = (address: string, fields: Fields): Promise<Response> =>
  fetch(`${address}/ask`, { method: 'POST', body: bodyOf({ lang: 'en', ...fields }) });

describe('without a model, on a page of the Estonian example,', () => {
  let example: TestGateway;
  beforeAll(async () => {
    example = await startExample();
  });
  afterAll(() => example.close());

  const told = async (fields: Fields): Promise<string> => textOf(await (await ask(example.address, { part: 'turn', ...fields })).text());

  test.each([
    ['en', 'hello', 'Hello. I am a computer program. Here you can ask'],
    ['et', 'tere', 'Tere! Olen arvutiprogramm. Siin saate küsida'],
    ['ru', 'Здравствуйте!', 'Здравствуйте. Я компьютерная программа.'],
    ['en', 'مرحبا', 'Hello. I am a computer program.'],
    ['en', 'thank you', 'You are welcome.'],
    ['et', 'aitäh', 'Palun.'],
    ['ru', 'спасибо', 'Пожалуйста.'],
  ])('%s: "%s" is answered in kind, and no office is named', async (lang, q, answer) => {
    const text = await told({ lang, q });
    expect(text).toContain(answer);
    expect(text).not.toMatch(/I do not know|ma ei tea|Я не знаю|1247/iu);
  });

  test('thanks after an answer do not bring the card again', async () => {
    const turns = carriedIn(await (await ask(example.address, { q: 'How do I renew my passport?' })).text());
    const text = await told({ turn: turns, number: '2', q: 'thank you' });
    expect(text).toContain('You are welcome.');
    expect(text).not.toContain('Estonian passport');
  });

  test('after a cry for help, thanks bring the help lines again and nothing in their place', async () => {
    const turns = carriedIn(await (await ask(example.address, { q: 'I want to kill myself' })).text());
    const text = await told({ turn: turns, number: '2', q: 'thank you' });
    expect(text).toContain('116 123');
  });

  test('a greeting beside anything else is a question', async () => {
    expect(await told({ q: 'hello, where do I renew my passport?' })).toContain('Estonian passport');
    expect(await told({ q: 'hello, I want to kill myself' })).toContain('116 123');
  });

  test('a learner who greets is greeted and asked back, and has made no try', async () => {
    const subjects = (await studyPageAt(`${example.address}/study?lang=en`)).html;
    const subject = /subject=([^"&]+)/.exec(subjects)?.[1] ?? '';
    const items = (await studyPageAt(`${example.address}/study?lang=en&subject=${subject}`)).html;
    const item = /item=([^"&]+)/.exec(items)?.[1] ?? '';
    const { html } = await studyPageAt(`${example.address}/study?lang=en&item=${item}`);
    const greeted = await sendStudy(example.address, { ...studyCarriedIn(html), q: 'hello', act: 'ask' });
    expect(textOf(greeted.html)).toContain('Hello. I am a computer program.');
    expect(textOf(greeted.html)).not.toContain('public services');
    const tried = await sendStudy(example.address, { ...studyCarriedIn(greeted.html), q: 'thank you', act: 'try' });
    expect(textOf(tried.html)).toContain('You are welcome.');
    expect(textOf(tried.html)).toContain('Your tries so far: 0');
  });
});
