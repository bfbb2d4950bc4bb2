import { type MessageDefinition } from '../message.ts';

export const additionMessages = {
  'addition.label': {
    required: ['purpose'],
    optional: [],
    wording: {
      ar: 'مضاف ({$purpose})',
      en: 'Added ({$purpose})',
      es: 'Añadido ({$purpose})',
      fr: 'Ajouté ({$purpose})',
      ru: 'Добавлено ({$purpose})',
      zh: '添加内容（{$purpose}）',
    },
  },
} as const satisfies Readonly<Record<string, MessageDefinition>>;
