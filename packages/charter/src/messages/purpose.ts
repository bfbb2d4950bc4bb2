import { type AdditionPurpose } from '../closed-lists.ts';
import { type MessageDefinition } from '../message.ts';
import { plainMessage } from './plain-message.ts';

/** What an added text is for. Lower case: they stand inside the label of the addition. */
export const purposeMessages = {
  'purpose.legal-notice': plainMessage({
    ar: 'إشعار قانوني',
    en: 'legal notice',
    es: 'aviso legal',
    fr: 'mention légale',
    ru: 'правовое уведомление',
    zh: '法律声明',
  }),
  'purpose.safety-resource': plainMessage({
    ar: 'مساعدة وسلامة',
    en: 'help and safety',
    es: 'ayuda y seguridad',
    fr: 'aide et sécurité',
    ru: 'помощь и безопасность',
    zh: '求助与安全',
  }),
  'purpose.ai-notice': plainMessage({
    ar: 'إشعار بشأن الذكاء الاصطناعي',
    en: 'notice about AI',
    es: 'aviso sobre la IA',
    fr: 'avis sur l’IA',
    ru: 'уведомление об ИИ',
    zh: '人工智能提示',
  }),
  'purpose.source-label': plainMessage({
    ar: 'بيان المصدر',
    en: 'source',
    es: 'fuente',
    fr: 'source',
    ru: 'источник',
    zh: '来源',
  }),
  'purpose.official-contact': plainMessage({
    ar: 'جهة رسمية للاتصال',
    en: 'official contact',
    es: 'contacto oficial',
    fr: 'contact officiel',
    ru: 'официальный контакт',
    zh: '官方联系方式',
  }),
  'purpose.age-notice': plainMessage({
    ar: 'إشعار بشأن السن',
    en: 'notice about age',
    es: 'aviso sobre la edad',
    fr: 'avis sur l’âge',
    ru: 'возрастное уведомление',
    zh: '年龄提示',
  }),
} as const satisfies Readonly<Record<`purpose.${AdditionPurpose}`, MessageDefinition>>;
