import { type MessageDefinition } from '../message.ts';
import { plainMessage } from './plain-message.ts';

/** Labels of a service card and of a quotation. The values stand beside the label, so a label has no slot for them. */
export const cardMessages = {
  'card.who': plainMessage({
    ar: 'لمن هذه الخدمة',
    en: 'Who it is for',
    es: 'A quién se dirige',
    fr: 'Pour qui',
    ru: 'Для кого',
    zh: '适用对象',
  }),
  'card.fee': plainMessage({ ar: 'الرسوم', en: 'Fee', es: 'Tasa', fr: 'Tarif', ru: 'Плата', zh: '费用' }),
  'card.deadline': plainMessage({ ar: 'الأجل', en: 'Deadline', es: 'Plazo', fr: 'Délai', ru: 'Срок', zh: '期限' }),
  'card.step': plainMessage({ ar: 'الخطوة', en: 'Step', es: 'Paso', fr: 'Étape', ru: 'Шаг', zh: '步骤' }),
  'card.form': plainMessage({ ar: 'الاستمارة', en: 'Form', es: 'Formulario', fr: 'Formulaire', ru: 'Бланк', zh: '表格' }),
  'card.phone': plainMessage({ ar: 'الهاتف', en: 'Telephone', es: 'Teléfono', fr: 'Téléphone', ru: 'Телефон', zh: '电话' }),
  'card.note': plainMessage({ ar: 'ملاحظة', en: 'Note', es: 'Nota', fr: 'Remarque', ru: 'Примечание', zh: '备注' }),
  'card.office': plainMessage({
    ar: 'الجهة المختصة',
    en: 'Office',
    es: 'Oficina',
    fr: 'Service compétent',
    ru: 'Учреждение',
    zh: '主管机构',
  }),
  'card.source': {
    required: ['title', 'date'],
    optional: [],
    wording: {
      ar: 'المصدر: {$title}، اطُّلع عليه في {$date}',
      en: 'Source: {$title}, read on {$date}',
      es: 'Fuente: {$title}, consultada el {$date}',
      fr: 'Source : {$title}, consultée le {$date}',
      ru: 'Источник: {$title}, дата обращения: {$date}',
      zh: '来源：{$title}，查阅日期：{$date}',
    },
  },
  'quote.intro': {
    required: ['title'],
    optional: [],
    wording: {
      ar: 'من «{$title}»:',
      en: 'From “{$title}”:',
      es: 'De «{$title}»:',
      fr: 'Extrait de « {$title} » :',
      ru: 'Из источника «{$title}»:',
      zh: '引自《{$title}》：',
    },
  },
} as const satisfies Readonly<Record<string, MessageDefinition>>;
