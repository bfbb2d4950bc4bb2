import { type Cause } from '../closed-lists.ts';
import { type MessageDefinition } from '../message.ts';
import { plainMessage } from './plain-message.ts';

/** Why a text was changed. Only `cause.law` may name law (R3). Lower case: they stand inside notices. */
export const causeMessages = {
  'cause.charter': plainMessage({
    ar: 'ميثاق هذه الخدمة',
    en: 'the charter of this service',
    es: 'los principios de este servicio',
    fr: 'la charte de ce service',
    ru: 'хартия этого сервиса',
    zh: '本服务的章程',
  }),
  'cause.law': plainMessage({
    ar: 'القانون',
    en: 'law',
    es: 'la ley',
    fr: 'la loi',
    ru: 'закон',
    zh: '法律',
  }),
  'cause.privacy': plainMessage({
    ar: 'حماية الخصوصية',
    en: 'protection of privacy',
    es: 'protección de la vida privada',
    fr: 'protection de la vie privée',
    ru: 'защита частной жизни',
    zh: '隐私保护',
  }),
  'cause.operator': plainMessage({
    ar: 'قاعدة وضعها مشغّل هذه الخدمة',
    en: 'a rule of the operator of this service',
    es: 'una regla del operador de este servicio',
    fr: 'une règle de l’exploitant de ce service',
    ru: 'правило оператора этого сервиса',
    zh: '本服务运营方的规则',
  }),
} as const satisfies Readonly<Record<`cause.${Cause}`, MessageDefinition>>;
