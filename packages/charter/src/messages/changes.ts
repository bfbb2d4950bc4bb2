import { type MessageDefinition } from '../message.ts';

/** Keys are plural categories (CLDR) of the language; `*` stands for every other number. */
type Plurals = Readonly<Record<'*', string> & Partial<Record<'one' | 'two' | 'few' | 'many', string>>>;

interface ChangeWords {
  readonly nothing: string;
  /** Starts the line. May use the slot `omitted`. */
  readonly omitted: Plurals;
  /** Starts the line when nothing was left out. May use the slot `added`. */
  readonly added: Plurals;
  /** Follows `omitted`, with the words that join it. May use the slot `added`. */
  readonly alsoAdded: Plurals;
  readonly stop: string;
}

/** Writes out every pair of plural categories, since MessageFormat 2 selects on both numbers at once. */
function changeLine(words: ChangeWords): string {
  const alone = Object.entries(words.added).map(([key, text]) => `0 ${key} {{${text}${words.stop}}}`);
  const first = Object.entries(words.omitted).flatMap(([key, text]) => [
    `${key} 0 {{${text}${words.stop}}}`,
    ...Object.entries(words.alsoAdded).map(([alsoKey, also]) => `${key} ${alsoKey} {{${text}${also}${words.stop}}}`),
  ]);
  return [
    '.input {$omitted :integer}',
    '.input {$added :integer}',
    '.match $omitted $added',
    `0 0 {{${words.nothing}}}`,
    ...alone,
    ...first,
  ].join('\n');
}

/** The line under every answer, also when nothing was changed. */
export const changesMessages = {
  'changes.line': {
    required: ['omitted', 'added'],
    optional: [],
    wording: {
      ar: changeLine({
        nothing: 'لم يُحذف شيء ولم يُضَف شيء.',
        omitted: {
          one: 'حُذف جزء واحد',
          two: 'حُذف جزءان',
          few: 'حُذفت {$omitted} أجزاء',
          many: 'حُذف {$omitted} جزءًا',
          '*': 'حُذف {$omitted} جزء',
        },
        added: {
          one: 'أُضيف جزء واحد',
          two: 'أُضيف جزءان',
          few: 'أُضيفت {$added} أجزاء',
          many: 'أُضيف {$added} جزءًا',
          '*': 'أُضيف {$added} جزء',
        },
        alsoAdded: {
          one: ' وأُضيف جزء واحد',
          two: ' وأُضيف جزءان',
          few: ' وأُضيفت {$added} أجزاء',
          many: ' وأُضيف {$added} جزءًا',
          '*': ' وأُضيف {$added} جزء',
        },
        stop: '.',
      }),
      en: changeLine({
        nothing: 'Nothing was left out or added.',
        omitted: { one: '{$omitted} part left out', '*': '{$omitted} parts left out' },
        added: { one: '{$added} part added', '*': '{$added} parts added' },
        alsoAdded: { '*': ', {$added} added' },
        stop: '.',
      }),
      es: changeLine({
        nothing: 'No se omitió ni se añadió nada.',
        omitted: { one: 'Se omitió {$omitted} parte', '*': 'Se omitieron {$omitted} partes' },
        added: { one: 'Se añadió {$added} parte', '*': 'Se añadieron {$added} partes' },
        alsoAdded: { one: ' y se añadió {$added}', '*': ' y se añadieron {$added}' },
        stop: '.',
      }),
      fr: changeLine({
        nothing: 'Rien n’a été omis ni ajouté.',
        omitted: { one: '{$omitted} partie omise', '*': '{$omitted} parties omises' },
        added: { one: '{$added} partie ajoutée', '*': '{$added} parties ajoutées' },
        alsoAdded: { one: ', {$added} ajoutée', '*': ', {$added} ajoutées' },
        stop: '.',
      }),
      ru: changeLine({
        nothing: 'Ничего не пропущено и не добавлено.',
        omitted: {
          one: 'Пропущена {$omitted} часть',
          few: 'Пропущены {$omitted} части',
          many: 'Пропущено {$omitted} частей',
          '*': 'Пропущено {$omitted} части',
        },
        added: {
          one: 'Добавлена {$added} часть',
          few: 'Добавлены {$added} части',
          many: 'Добавлено {$added} частей',
          '*': 'Добавлено {$added} части',
        },
        alsoAdded: { one: ', добавлена {$added}', few: ', добавлены {$added}', '*': ', добавлено {$added}' },
        stop: '.',
      }),
      zh: changeLine({
        nothing: '没有略去或添加任何内容。',
        omitted: { '*': '略去 {$omitted} 处' },
        added: { '*': '添加 {$added} 处' },
        alsoAdded: { '*': '，添加 {$added} 处' },
        stop: '。',
      }),
    },
  },
} as const satisfies Readonly<Record<string, MessageDefinition>>;
