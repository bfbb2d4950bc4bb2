import { type MessageDefinition } from '../message.ts';
import { plainMessage } from './plain-message.ts';

/**
 * What is said where a rule asks for a judgement that could not be had: behind the note of what was left out for it, and as a note of its own where the text was
 * delivered all the same. `sentences` is a whole number.
 */
export const unjudgedMessages = {
  'unjudged.omission': plainMessage({
    ar: 'تعذّر تحديد ما إذا كانت القاعدة تنطبق على هذا الجزء',
    en: 'whether the rule covers this part could not be judged',
    es: 'no se pudo determinar si la regla abarca esta parte',
    fr: 'il n’a pas été possible d’établir si la règle vise cette partie',
    ru: 'не удалось установить, относится ли правило к этой части',
    zh: '未能判断该规则是否涵盖这一部分',
  }),
  'unjudged.notice': {
    required: ['type', 'sentences', 'instrument', 'article'],
    optional: ['authority', 'redress'],
    wording: {
      ar: 'سُلّم النص دون فحص: {$type} · {$instrument}، {$article} · عدد الجمل التي تعذّر فحصها: {$sentences}',
      en: 'delivered unjudged: {$type} · {$instrument}, {$article} · sentences that could not be judged: {$sentences}',
      es: 'entregado sin evaluar: {$type} · {$instrument}, {$article} · frases que no se pudieron evaluar: {$sentences}',
      fr: 'transmis sans évaluation : {$type} · {$instrument}, {$article} · phrases qui n’ont pas pu être évaluées : {$sentences}',
      ru: 'выдано без проверки: {$type} · {$instrument}, {$article} · предложений, которые не удалось проверить: {$sentences}',
      zh: '未经判断即已提供：{$type} · {$instrument}，{$article} · 未能判断的句子数：{$sentences}',
    },
  },
} as const satisfies Readonly<Record<string, MessageDefinition>>;
