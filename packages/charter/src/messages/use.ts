import { type MessageDefinition } from '../message.ts';

/** Said in place of an answer when a request itself is against a red line. It names the clause, so that anybody can read it, and no law. */
export const useMessages = {
  'use.refused': {
    required: ['clause'],
    optional: [],
    wording: {
      ar: 'لم يُمرَّر هذا الطلب: يبدو أنه يطلب ما لا يسمح به ميثاق هذه الخدمة لأحد (البند: {$clause}). السؤال عن الموضوع نفسه مسموح دائمًا.',
      en: 'This request was not passed on: it seems to ask for something that the charter of this service allows nobody (clause: {$clause}). Asking about the subject is always allowed.',
      es: 'Esta petición no se transmitió: parece pedir algo que los principios de este servicio no permiten a nadie (cláusula: {$clause}). Preguntar sobre el tema siempre está permitido.',
      fr: 'Cette demande n’a pas été transmise : elle semble demander une chose que la charte de ce service ne permet à personne (clause : {$clause}). Poser des questions sur le sujet est toujours permis.',
      ru: 'Этот запрос не передан дальше: похоже, он требует того, что хартия этого сервиса не разрешает никому (пункт: {$clause}). Спрашивать о самой теме можно всегда.',
      zh: '该请求未被转交：它似乎要求本服务章程不允许任何人做的事（条款：{$clause}）。询问这一主题本身始终是允许的。',
    },
  },
} as const satisfies Readonly<Record<string, MessageDefinition>>;
