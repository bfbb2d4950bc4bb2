import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { interfaceIn } from '@parlance/web';
import { etRegister } from '../../apps/web/src/interface/register/et.ts';
import { ruRegister } from '../../apps/web/src/interface/register/ru.ts';

/** Forms by which Estonian and Russian address one person who is well known; everybody else is addressed by others. Forms that are also nouns or infinitives are not here. */
const familiar = {
  et: wordsOf(
    'sa sina sinu su sinul sul sulle sind sult sinult sinuga sinust sulla saad võid pead oled näed tahad soovid kleebid lased kirjutad märgid ' +
      'räägi küsi helista kirjuta mine võta vaata esita loe vali ava kasuta proovi alusta peata muuda vasta kopeeri jaga lõpeta dikteeri ' +
      'säilita eemalda näita vaidlusta hoia ütle kujuta lase lühenda vajuta võrdle käivita salvesta liigu',
  ),
  ru: wordsOf(
    'ты тебя тебе тобой твой твоя твоё твои твоего твоей твоих твоим твоими твою твоему выбери напиши спроси посмотри поговори подумай сравни ' +
      'сделай позвони прочти открой нажми попробуй проверь введи сохрани хочешь можешь знаешь видишь',
  ),
} as const;

/** After the Estonian "ei" the same form says that something is not done. */
function wordsOf(words: string): RegExp {
  return new RegExp(`(?<!\\p{L}|ei )(?:${words.split(' ').join('|')})(?!\\p{L})`, 'iu');
}

type Told = readonly [place: string, text: string];

function textsIn(value: unknown, place = ''): readonly Told[] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return textsIn(Reflect.apply(value, null, ['1', '2']), place);
  if (typeof value !== 'object' || value === null) return [];
  const members = value instanceof Map ? [...value] : Object.entries(value);
  return members.flatMap(([key, each]) => textsIn(each, `${place}.${String(key)}`));
}

const familiarIn = (language: 'et' | 'ru', texts: readonly Told[]): readonly Told[] =>
  texts.filter(([, text]) => familiar[language].test(text));

/** Words of the register are asked for one at a time. */
const registerOf = { et: etRegister, ru: ruRegister } as const;

function pagesIn(language: 'et' | 'ru'): readonly Told[] {
  return textsIn({ ...interfaceIn(language), study: null, register: registerOf[language] });
}

let cards: (language: 'et' | 'ru') => readonly Told[];

beforeAll(async () => {
  const pack = parsePack(await readPackFolder(fileURLToPath(new URL('../../packs/ee', import.meta.url)))).pack!;
  // Questions are what people say, and titles of sources are theirs.
  cards = (language) => [
    ...pack.services
      .flatMap(({ id, title, facts }) => textsIn([title, facts.map(({ text }) => text)], id))
      .filter(([place]) => place.endsWith(`.${language}`)),
    ...textsIn(pack.notices.get(language), 'notices'),
    ...textsIn(
      pack.additions.map(({ text }) => text),
      'additions',
    ).filter(([place]) => place.endsWith(`.${language}`)),
    ...textsIn(pack.safety, 'safety').filter(([place]) => place.endsWith(`.${language}`)),
    ...textsIn(pack.handovers, 'handover').filter(([place]) => place.endsWith(`.${language}`)),
  ];
});

test.each(['et', 'ru'] as const)('the pages in %s address nobody as one does who is well known, but who learns', (language) => {
  expect(familiarIn(language, pagesIn(language))).toEqual([]);
  expect(familiarIn(language, textsIn(interfaceIn(language).study))).not.toEqual([]);
});

test.each(['et', 'ru'] as const)(
  'the cards, notices and helplines of the Estonian pack in %s address nobody so, but readers under 18',
  (language) => {
    const told = cards(language);
    expect(told.length).toBeGreaterThan(500);
    expect(familiarIn(language, told).filter(([place]) => !place.startsWith('notices.age.'))).toEqual([]);
  },
);

test('the polite word for a reader has a capital in Estonian, on the pages as on the cards, and none in Russian', () => {
  const told = [...pagesIn('et'), ...cards('et')];
  expect(told.filter(([, text]) => /(?<!\p{L})(?:te|teie|teid|teil|teile|teilt)(?!\p{L})/u.test(text))).toEqual([]);
  expect([...pagesIn('ru'), ...cards('ru')].filter(([, text]) => /\p{Ll},? (?:Вы|Вас|Вам|Вами|Ваш)(?!\p{L})/u.test(text))).toEqual([]);
});
