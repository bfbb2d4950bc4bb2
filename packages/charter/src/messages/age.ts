import { type MessageDefinition } from '../message.ts';
import { plainMessage } from './plain-message.ts';

/** What readers under 18 are told beside the answer, and why the mode is on. */
export const ageMessages = {
  'age.notice': {
    required: ['because'],
    optional: [],
    wording: {
      ar: 'تسري هنا قواعد للقرّاء الأصغر من 18 سنة (السبب: {$because}). إذا أقلقك شيء فكلّم شخصًا بالغًا تثق به.',
      en: 'Rules for readers under 18 apply here (because of: {$because}). If something worries you, talk to an adult you trust.',
      es: 'Aquí rigen reglas para lectores menores de 18 años (debido a: {$because}). Si algo te preocupa, habla con una persona adulta de confianza.',
      fr: 'Des règles pour les moins de 18 ans s’appliquent ici (en raison de : {$because}). Si quelque chose t’inquiète, parles-en à un adulte de confiance.',
      ru: 'Здесь действуют правила для читателей младше 18 лет (причина: {$because}). Если тебя что-то тревожит, поговори со взрослым, которому доверяешь.',
      zh: '此处适用面向未满 18 岁读者的规则（原因：{$because}）。如果有什么事让你担心，请告诉你信任的成年人。',
    },
  },
  'age.not-human': plainMessage({
    ar: 'من يجيبك هنا نظام ذكاء اصطناعي، لا إنسان.',
    en: 'An AI system answers you here, not a person.',
    es: 'Aquí te responde un sistema de IA, no una persona.',
    fr: 'Ici, c’est un système d’IA qui te répond, pas une personne.',
    ru: 'Здесь тебе отвечает система ИИ, а не человек.',
    zh: '在这里回答你的是人工智能系统，不是真人。',
  }),
  'age.because.key': plainMessage({
    ar: 'مفتاح هذه الخدمة',
    en: 'the key of this service',
    es: 'la clave de este servicio',
    fr: 'la clé de ce service',
    ru: 'ключ этого сервиса',
    zh: '本服务的密钥',
  }),
  'age.because.sector': plainMessage({
    ar: 'القطاع',
    en: 'the sector',
    es: 'el sector',
    fr: 'le secteur',
    ru: 'сфера',
    zh: '所属领域',
  }),
  'age.because.organisation': plainMessage({
    ar: 'الجهة التي تدير هذه الخدمة',
    en: 'the organisation that runs this service',
    es: 'la organización que presta este servicio',
    fr: 'l’organisation qui gère ce service',
    ru: 'организация, которая ведёт этот сервис',
    zh: '运营本服务的机构',
  }),
  'age.because.age-band': plainMessage({
    ar: 'السن المذكورة مع السؤال',
    en: 'the age given with the question',
    es: 'la edad indicada con la pregunta',
    fr: 'l’âge indiqué avec la question',
    ru: 'возраст, указанный вместе с вопросом',
    zh: '提问时给出的年龄',
  }),
} as const satisfies Readonly<Record<string, MessageDefinition>>;
