import { interfaceIds, interfaceMessages } from '@parlance/charter';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { type InterfaceText } from './interface-text.ts';
import { enRegister } from './register/en.ts';
import { translatedInterface } from './translated.ts';

function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, `${path}.${key}`));
}

const isOfRegister = (word: string): word is keyof typeof enRegister => word in enRegister;

/** The words of the register are asked for by name. */
function registerTexts({ register }: InterfaceText): readonly string[] {
  return Object.entries(interfaceMessages).flatMap(([id, slots]: readonly [string, readonly string[]]) => {
    const word = /^register\.(.*)$/.exec(id)?.[1] ?? '';
    return isOfRegister(word) ? [register(word, Object.fromEntries(slots.map((slot) => [slot, 'a'])))] : [];
  });
}

/** Every text, those that take a slot as well. */
function textsOf(text: InterfaceText): readonly string[] {
  const slotted = [
    text.answersIn('a'),
    text.leftOut('a'),
    text.unjudged('a'),
    text.added('a'),
    text.sourceNumber('a'),
    text.receipts.promised('a'),
    text.chat.tooLong('a'),
    text.chat.tooMany('a'),
    text.troubles.downSince('a'),
    text.objections.due('a'),
    text.objections.dueWould('a'),
    text.objections.none('a'),
    text.objections.kept('a'),
    text.objections.textHint('a'),
    text.objections.tooLong('a'),
    text.objections.tooMany('a'),
    text.objections.firstStands('a'),
    text.objections.masked('a'),
    text.objections.inLog('a', 'b'),
    text.person.openUntil('a'),
    text.person.opensAt('a'),
    text.person.clockThere('a'),
    text.study.onlyIn('a'),
    text.study.listOnlyIn('a'),
    text.study.needs('a'),
    text.study.made('a'),
    text.study.tooFew('a'),
  ];
  return [
    ...leaves(text)
      .filter(([path]) => path !== '.language')
      .map(([, words]) => words),
    ...registerTexts(text),
    ...slotted,
  ];
}

test('each id of the charter is one word of the pages and no word is without an id', () => {
  const asked: string[] = [];
  const text = translatedInterface('xx', en, (id) => {
    asked.push(id);
    return `<${id}>`;
  });
  const shown = textsOf(text);
  expect(shown.slice().sort()).toEqual(interfaceIds.map((id) => `<${id}>`).sort());
  expect(new Set(asked)).toEqual(new Set(interfaceIds));
  expect(text.language).toBe('xx');
});

test('each word is given the slots that the charter asks for', () => {
  const given = new Map<string, readonly string[]>();
  textsOf(
    translatedInterface('xx', en, (id, slots) => {
      given.set(id, Object.keys(slots));
      return null;
    }),
  );
  expect(Object.fromEntries(given)).toEqual(interfaceMessages);
});

test('without a translation the words are the built-in ones', () => {
  expect(textsOf(translatedInterface('xx', en, () => null))).toEqual(textsOf(en));
});
