import { type Ending } from '../closed-lists.ts';
import { type MessageDefinition } from '../message.ts';
import { plainMessage } from './plain-message.ts';

/** How the answer ended and why, in one sentence. Only `ending.law` may name law (R3, R6). */
export const endingMessages = {
  'ending.done': plainMessage({
    ar: 'الإجابة كاملة.',
    en: 'The answer is complete.',
    es: 'La respuesta está completa.',
    fr: 'La réponse est complète.',
    ru: 'Ответ полный.',
    zh: '回答已完整。',
  }),
  'ending.charter': plainMessage({
    ar: 'انتهت الإجابة هنا لأن ميثاق هذه الخدمة، وهو ملزم للجميع، لا يسمح بالباقي.',
    en: 'The answer ended here because the charter of this service, which binds everyone, does not allow the rest.',
    es: 'La respuesta terminó aquí porque los principios de este servicio, que obligan a todos, no permiten el resto.',
    fr: 'La réponse s’arrête ici parce que la charte de ce service, qui lie tout le monde, ne permet pas la suite.',
    ru: 'Ответ завершён здесь, потому что остальное не допускает хартия этого сервиса, обязательная для всех.',
    zh: '回答到此为止，因为对所有人都有约束力的本服务章程不允许其余内容。',
  }),
  'ending.law': plainMessage({
    ar: 'انتهت الإجابة هنا لأن قانونًا يقيّد الباقي؛ ويذكر الإشعار أيّ قانون.',
    en: 'The answer ended here because a law restricts the rest; the notice says which one.',
    es: 'La respuesta terminó aquí porque una ley restringe el resto; el aviso indica cuál.',
    fr: 'La réponse s’arrête ici parce qu’une loi restreint la suite ; l’avis indique laquelle.',
    ru: 'Ответ завершён здесь, потому что остальное ограничено законом; каким именно, сказано в уведомлении.',
    zh: '回答到此为止，因为其余内容受法律限制；通知中说明了是哪一部法律。',
  }),
  'ending.operator': plainMessage({
    ar: 'انتهت الإجابة هنا بسبب قاعدة وضعها مشغّل هذه الخدمة.',
    en: 'The answer ended here because of a rule of the operator of this service.',
    es: 'La respuesta terminó aquí por una regla del operador de este servicio.',
    fr: 'La réponse s’arrête ici en raison d’une règle de l’exploitant de ce service.',
    ru: 'Ответ завершён здесь из-за правила оператора этого сервиса.',
    zh: '回答到此为止，原因是本服务运营方的一条规则。',
  }),
  'ending.upstream_refusal': plainMessage({
    ar: 'امتنع نموذج الذكاء الاصطناعي نفسه عن الإجابة؛ ولم توقفه أي قاعدة من قواعد هذه الخدمة.',
    en: 'The AI model itself declined to answer; no rule of this service stopped it.',
    es: 'El propio modelo de IA se negó a responder; ninguna regla de este servicio lo detuvo.',
    fr: 'Le modèle d’IA a lui-même refusé de répondre ; aucune règle de ce service ne l’a arrêté.',
    ru: 'Отвечать отказалась сама модель ИИ; ни одно правило этого сервиса её не останавливало.',
    zh: '人工智能模型自行拒绝回答；本服务没有任何规则阻止它。',
  }),
  'ending.quota': plainMessage({
    ar: 'انتهت الإجابة هنا لأن الحصة المتاحة استُهلكت.',
    en: 'The answer ended here because the available quota is used up.',
    es: 'La respuesta terminó aquí porque se agotó la cuota disponible.',
    fr: 'La réponse s’arrête ici parce que le quota disponible est épuisé.',
    ru: 'Ответ завершён здесь, потому что доступная квота исчерпана.',
    zh: '回答到此为止，因为可用额度已用完。',
  }),
  'ending.outage': plainMessage({
    ar: 'انقطعت الإجابة بسبب عطل تقني؛ يُرجى المحاولة لاحقًا.',
    en: 'The answer broke off because of a technical fault; please try again later.',
    es: 'La respuesta se interrumpió por un fallo técnico; inténtelo de nuevo más tarde.',
    fr: 'La réponse a été interrompue par une panne technique ; veuillez réessayer plus tard.',
    ru: 'Ответ прервался из-за технического сбоя; повторите попытку позже.',
    zh: '回答因技术故障中断，请稍后再试。',
  }),
  'ending.client_gone': plainMessage({
    ar: 'لم تكتمل الإجابة لأن الاتصال انقطع من جهة القارئ.',
    en: 'The answer is incomplete because the reader’s connection was closed.',
    es: 'La respuesta está incompleta porque se cerró la conexión del lector.',
    fr: 'La réponse est incomplète parce que la connexion du lecteur a été fermée.',
    ru: 'Ответ неполный, потому что соединение закрылось на стороне читателя.',
    zh: '回答不完整，因为读者一方的连接已断开。',
  }),
} as const satisfies Readonly<Record<`ending.${Ending}`, MessageDefinition>>;
