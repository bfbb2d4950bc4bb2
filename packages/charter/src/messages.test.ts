import { MessageFormat, isVariableRef, parseMessage, validate, visit, type Model } from 'messageformat';
import { describe, expect, test } from 'vitest';
import { endings, informationTypes } from './closed-lists.ts';
import { fallbackLanguages, type FallbackLanguage } from './message.ts';
import { messageIds, type MessageId } from './message-ids.ts';
import { messages } from './messages.ts';

const cases = messageIds.flatMap((id) => fallbackLanguages.map((language) => ({ id, language, source: messages[id].wording[language] })));
const numeric: ReadonlySet<string> = new Set(['omitted', 'added', 'sentences']);

function variablesIn(part: Model.Pattern): ReadonlySet<string> {
  return new Set(
    part.flatMap((item) => (typeof item === 'object' && item.type === 'expression' && isVariableRef(item.arg) ? [item.arg.name] : [])),
  );
}

function patternsOf(message: Model.Message): readonly Model.Pattern[] {
  return message.type === 'message' ? [message.pattern] : message.variants.map(({ value }) => value);
}

function selectorsOf(message: Model.Message): readonly string[] {
  return message.type === 'message' ? [] : message.selectors.map(({ name }) => name);
}

function format(id: MessageId, language: FallbackLanguage, values: Record<string, unknown>): string {
  const errors: unknown[] = [];
  const text = new MessageFormat(language, messages[id].wording[language], { bidiIsolation: 'none' }).format(values, (error) =>
    errors.push(error),
  );
  expect(errors).toEqual([]);
  return text;
}

/** Values for every required slot and, if they are asked for, for every optional one; otherwise the empty text. */
function valuesFor(id: MessageId, optional: 'filled' | 'empty'): Record<string, unknown> {
  const filled = (slot: string): [string, unknown] => [slot, numeric.has(slot) ? 3 : `«${slot}»`];
  const chosen = messages[id].optional.map((slot): [string, unknown] => (optional === 'filled' ? filled(slot) : [slot, '']));
  return Object.fromEntries([...messages[id].required.map(filled), ...chosen]);
}

describe.each(cases)('$id in $language', ({ id, language, source }) => {
  const { required, optional } = messages[id];

  test('it parses and is a valid message', () => {
    const problems: string[] = [];
    validate(parseMessage(source), (type) => problems.push(type));
    expect(problems).toEqual([]);
  });

  test('every wording of it uses each required slot and no slot that is not declared', () => {
    const message = parseMessage(source);
    const selectors = selectorsOf(message);
    for (const pattern of patternsOf(message)) {
      const used = variablesIn(pattern);
      expect(required.filter((slot) => !used.has(slot) && !selectors.includes(slot))).toEqual([]);
    }
    const named: string[] = [];
    visit(message, {
      value: (value) => {
        if (value.type === 'variable') named.push(value.name);
      },
    });
    expect(named.filter((name) => ![...required, ...optional].includes(name))).toEqual([]);
  });

  test('it calls no function that could change what it is given', () => {
    const called: string[] = [];
    visit(parseMessage(source), {
      functionRef: (reference) => {
        called.push(reference.name);
      },
    });
    expect(called.filter((name) => !['string', 'integer'].includes(name))).toEqual([]);
  });

  test('formatted, it shows every required text and no slot syntax', () => {
    for (const optional of ['filled', 'empty'] as const) {
      const text = format(id, language, valuesFor(id, optional));
      expect(text).not.toMatch(/[{}|$\\]|\.match|\.input|\s\s/);
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      for (const slot of required.filter((name) => !numeric.has(name))) expect(text).toContain(`«${slot}»`);
    }
  });

  test('a slot value that looks like syntax stays text', () => {
    const slots = required.filter((slot) => !numeric.has(slot));
    const hostile = '{$cause} .match || *';
    for (const slot of slots) expect(format(id, language, { ...valuesFor(id, 'filled'), [slot]: hostile })).toContain(hostile);
  });
});

describe('messages', () => {
  test('there is exactly one message for every id', () => {
    expect(Object.keys(messages).sort()).toEqual([...messageIds].sort());
    expect(new Set(messageIds).size).toBe(messageIds.length);
  });

  test('no slot has a name that could hold what was left out (S11)', () => {
    const slots = new Set(messageIds.flatMap((id) => [...messages[id].required, ...messages[id].optional]));
    expect([...slots].sort()).toEqual([
      'added',
      'article',
      'authority',
      'because',
      'cause',
      'clause',
      'date',
      'instrument',
      'language',
      'number',
      'office',
      'omitted',
      'phone',
      'purpose',
      'rationale',
      'redress',
      'sentences',
      'since',
      'title',
      'type',
      'url',
    ]);
  });

  test('no slot is both required and optional', () => {
    for (const id of messageIds) expect(messages[id].required.filter((slot) => messages[id].optional.includes(slot))).toEqual([]);
  });
});

const lawWords: Readonly<Record<FallbackLanguage, RegExp>> = {
  ar: /قانون|تشريع/,
  en: /\b(law|legal|statute)/i,
  es: /\b(ley|leyes|legal)/i,
  fr: /\b(loi|lois|légal)/i,
  ru: /закон|право/i,
  zh: /法律|依法|法规/,
};

describe.each(fallbackLanguages)('law in %s', (language) => {
  test('is named by the notice, the cause and the ending for law', () => {
    for (const id of ['omission.notice.law', 'cause.law', 'ending.law'] as const)
      expect(messages[id].wording[language]).toMatch(lawWords[language]);
  });

  test('is not named where law is not the cause (R3)', () => {
    const others = [
      'use.refused',
      'age.notice',
      'omission.marker',
      'omission.notice',
      'changes.line',
      'cause.charter',
      'cause.privacy',
      'cause.operator',
    ] as const;
    for (const id of others) expect(messages[id].wording[language]).not.toMatch(lawWords[language]);
    for (const ending of endings.filter((name) => name !== 'law'))
      expect(messages[`ending.${ending}`].wording[language]).not.toMatch(lawWords[language]);
  });

  test('two kinds of thing never have the same name', () => {
    expect(new Set(informationTypes.map((type) => messages[`type.${type}`].wording[language])).size).toBe(informationTypes.length);
  });
});

describe('the change line', () => {
  test.each([
    ['en', 0, 0, 'Nothing was left out or added.'],
    ['en', 1, 0, '1 part left out.'],
    ['en', 2, 0, '2 parts left out.'],
    ['en', 0, 1, '1 part added.'],
    ['en', 0, 5, '5 parts added.'],
    ['en', 1, 2, '1 part left out, 2 added.'],
    ['fr', 0, 0, 'Rien n’a été omis ni ajouté.'],
    ['fr', 1, 1, '1 partie omise, 1 ajoutée.'],
    ['fr', 2, 3, '2 parties omises, 3 ajoutées.'],
    ['es', 1, 0, 'Se omitió 1 parte.'],
    ['es', 3, 1, 'Se omitieron 3 partes y se añadió 1.'],
    ['ru', 0, 0, 'Ничего не пропущено и не добавлено.'],
    ['ru', 1, 0, 'Пропущена 1 часть.'],
    ['ru', 2, 0, 'Пропущены 2 части.'],
    ['ru', 5, 1, 'Пропущено 5 частей, добавлена 1.'],
    ['ru', 11, 3, 'Пропущено 11 частей, добавлены 3.'],
    ['ru', 21, 21, 'Пропущена 21 часть, добавлена 21.'],
    ['ru', 0, 12, 'Добавлено 12 частей.'],
    ['ar', 0, 0, 'لم يُحذف شيء ولم يُضَف شيء.'],
    ['ar', 1, 2, 'حُذف جزء واحد وأُضيف جزءان.'],
    ['ar', 2, 0, 'حُذف جزءان.'],
    ['zh', 0, 0, '没有略去或添加任何内容。'],
    ['zh', 1, 2, '略去 1 处，添加 2 处。'],
  ] as const)('in %s for %i left out and %i added reads %j', (...[language, omitted, added, line]) => {
    expect(format('changes.line', language, { omitted, added })).toBe(line);
  });

  test.each([
    [3, 'أجزاء'],
    [11, 'جزءًا'],
    [100, 'جزء.'],
  ])('in Arabic counts %i with the noun form %s', (omitted, noun) => {
    expect(format('changes.line', 'ar', { omitted, added: 0 })).toContain(noun);
  });

  test('has a wording for every pair of plural categories of every language', () => {
    for (const language of fallbackLanguages) {
      const samples = [0, 1, 2, 3, 5, 11, 21, 100, 101, 102, 111, 1000, 1_000_000];
      for (const omitted of samples)
        for (const added of samples) expect(format('changes.line', language, { omitted, added })).toMatch(/[.。]$/);
    }
  });

  test('is a different line for every pair of small numbers', () => {
    for (const language of fallbackLanguages) {
      const lines = [0, 1, 2, 3, 4].flatMap((omitted) =>
        [0, 1, 2, 3, 4].map((added) => format('changes.line', language, { omitted, added })),
      );
      expect(new Set(lines).size).toBe(25);
    }
  });
});
