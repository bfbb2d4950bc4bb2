import { type MessageDefinition } from '../message.ts';
import { plainMessage } from './plain-message.ts';

/** What the answerer without a language model says about itself and its limits. */
export const answerMessages = {
  // Whose the cards are the pack says, and those of an example are nobody's.
  'answer.not-a-model': plainMessage({
    ar: 'جُمعت هذه الإجابة من بطاقات خدمات ونصوص، ولم يكتبها نموذج لغوي.',
    en: 'This answer was put together from service cards and texts, not written by a language model.',
    es: 'Esta respuesta se compuso con fichas de servicios y textos; no la escribió un modelo de lenguaje.',
    fr: 'Cette réponse a été composée à partir de fiches de services et de textes ; aucun modèle de langage ne l’a rédigée.',
    ru: 'Этот ответ составлен из карточек услуг и текстов; он не написан языковой моделью.',
    zh: '本回答由服务卡片和文本汇编而成，并非语言模型所写。',
  }),
  'answer.unknown': {
    required: ['office'],
    optional: ['phone', 'url'],
    wording: {
      ar: `.input {$phone :string}
.input {$url :string}
.match $phone $url
|| || {{لا أعرف الجواب. الجهة المختصة هي: {$office}.}}
|| *  {{لا أعرف الجواب. الجهة المختصة هي: {$office} ( {$url} ).}}
*  || {{لا أعرف الجواب. الجهة المختصة هي: {$office} (الهاتف: {$phone}).}}
*  *  {{لا أعرف الجواب. الجهة المختصة هي: {$office} (الهاتف: {$phone} ، {$url} ).}}`,
      en: `.input {$phone :string}
.input {$url :string}
.match $phone $url
|| || {{I do not know the answer. The competent office is {$office}.}}
|| *  {{I do not know the answer. The competent office is {$office} ( {$url} ).}}
*  || {{I do not know the answer. The competent office is {$office} (telephone {$phone}).}}
*  *  {{I do not know the answer. The competent office is {$office} (telephone {$phone}, {$url} ).}}`,
      es: `.input {$phone :string}
.input {$url :string}
.match $phone $url
|| || {{No sé la respuesta. La oficina competente es {$office}.}}
|| *  {{No sé la respuesta. La oficina competente es {$office} ( {$url} ).}}
*  || {{No sé la respuesta. La oficina competente es {$office} (teléfono {$phone}).}}
*  *  {{No sé la respuesta. La oficina competente es {$office} (teléfono {$phone}, {$url} ).}}`,
      fr: `.input {$phone :string}
.input {$url :string}
.match $phone $url
|| || {{Je ne connais pas la réponse. Le service compétent est : {$office}.}}
|| *  {{Je ne connais pas la réponse. Le service compétent est : {$office} ( {$url} ).}}
*  || {{Je ne connais pas la réponse. Le service compétent est : {$office} (téléphone {$phone}).}}
*  *  {{Je ne connais pas la réponse. Le service compétent est : {$office} (téléphone {$phone}, {$url} ).}}`,
      ru: `.input {$phone :string}
.input {$url :string}
.match $phone $url
|| || {{Я не знаю ответа. Компетентное учреждение: {$office}.}}
|| *  {{Я не знаю ответа. Компетентное учреждение: {$office} ( {$url} ).}}
*  || {{Я не знаю ответа. Компетентное учреждение: {$office} (телефон {$phone}).}}
*  *  {{Я не знаю ответа. Компетентное учреждение: {$office} (телефон {$phone}, {$url} ).}}`,
      zh: `.input {$phone :string}
.input {$url :string}
.match $phone $url
|| || {{我不知道答案。主管机构是：{$office}。}}
|| *  {{我不知道答案。主管机构是：{$office}（ {$url} ）。}}
*  || {{我不知道答案。主管机构是：{$office}（电话 {$phone}）。}}
*  *  {{我不知道答案。主管机构是：{$office}（电话 {$phone}， {$url} ）。}}`,
    },
  },
  'answer.language-missing': {
    required: [],
    optional: ['language'],
    wording: {
      ar: `.input {$language :string}
.match $language
|| {{لا يتوفر بعدُ نص بلغتك.}}
*  {{لا يتوفر بعدُ نص بلغتك. لغة النص المعروض: {$language}.}}`,
      en: `.input {$language :string}
.match $language
|| {{There is no text in your language yet.}}
*  {{There is no text in your language yet. The text shown is in: {$language}.}}`,
      es: `.input {$language :string}
.match $language
|| {{Todavía no hay un texto en su idioma.}}
*  {{Todavía no hay un texto en su idioma. Idioma del texto mostrado: {$language}.}}`,
      fr: `.input {$language :string}
.match $language
|| {{Il n’existe pas encore de texte dans votre langue.}}
*  {{Il n’existe pas encore de texte dans votre langue. Langue du texte affiché : {$language}.}}`,
      ru: `.input {$language :string}
.match $language
|| {{Текста на вашем языке пока нет.}}
*  {{Текста на вашем языке пока нет. Язык показанного текста: {$language}.}}`,
      zh: `.input {$language :string}
.match $language
|| {{目前还没有您所用语言的文本。}}
*  {{目前还没有您所用语言的文本。所示文本的语言：{$language}。}}`,
    },
  },
  'answer.not-looked-up': {
    required: ['url'],
    optional: [],
    wording: {
      ar: 'لا أستطيع البحث عن الأسئلة المكتوبة بلغتك. قائمة جميع الخدمات هنا: {$url}',
      en: 'I cannot look up questions in your language. All services are listed here: {$url}',
      es: 'No puedo buscar preguntas en su idioma. Aquí está la lista de todos los servicios: {$url}',
      fr: 'Je ne peux pas rechercher de questions dans votre langue. La liste de tous les services est ici : {$url}',
      ru: 'Я не могу искать ответы на вопросы на вашем языке. Список всех услуг здесь: {$url}',
      zh: '我无法查找用您的语言提出的问题。所有服务的列表见：{$url}',
    },
  },
  'answer.did-you-mean': plainMessage({
    ar: 'هل تقصد إحدى هذه الخدمات؟ اكتب اسمها.',
    en: 'Did you mean one of these? Write its name.',
    es: '¿Se refiere a uno de estos? Escriba su nombre.',
    fr: 'Vouliez-vous dire l’un de ceux-ci ? Écrivez son nom.',
    ru: 'Вы имели в виду что-то из этого? Напишите название.',
    zh: '您是指以下哪一项？请写出它的名称。',
  }),
  'answer.fact-missing': {
    required: ['title', 'type', 'office'],
    optional: [],
    wording: {
      ar: '«{$title}» – {$type}: ليست لدي معلومات عن ذلك. اسأل هنا: {$office}',
      en: '“{$title}” – {$type}: I have no information about this. Ask here: {$office}',
      es: '«{$title}» – {$type}: no tengo información sobre esto. Pregunte aquí: {$office}',
      fr: '« {$title} » – {$type} : je n’ai pas d’information à ce sujet. Demandez ici : {$office}',
      ru: '«{$title}» – {$type}: об этом у меня нет сведений. Спросите здесь: {$office}',
      zh: '《{$title}》– {$type}：我没有这方面的信息。请在此询问：{$office}',
    },
  },
  'answer.condolence': plainMessage({
    ar: 'أقدم لك خالص التعازي.',
    en: 'I am sorry for your loss.',
    es: 'Lamento mucho su pérdida.',
    fr: 'Je vous présente mes sincères condoléances.',
    ru: 'Примите мои соболезнования.',
    zh: '请节哀。',
  }),
  'answer.greeting': plainMessage({
    ar: 'مرحبًا. أنا برنامج حاسوب.',
    en: 'Hello. I am a computer program.',
    es: 'Hola. Soy un programa informático.',
    fr: 'Bonjour. Je suis un programme informatique.',
    ru: 'Здравствуйте. Я компьютерная программа.',
    zh: '您好。我是计算机程序。',
  }),
  'answer.ask-here': plainMessage({
    ar: 'يمكن السؤال هنا عن الخدمات العامة: ما هي الشروط، وكم التكلفة، وأين يُقدَّم الطلب.',
    en: 'Here you can ask about public services: who can get them, what they cost and where to apply.',
    es: 'Aquí puede preguntar por los servicios públicos: quién puede recibirlos, cuánto cuestan y dónde se solicitan.',
    fr: 'Vous pouvez poser ici vos questions sur les services publics : qui y a droit, combien ils coûtent et où les demander.',
    ru: 'Здесь можно спросить о государственных услугах: кому они положены, сколько стоят и куда обратиться.',
    zh: '您可以在这里询问公共服务：谁可以申请、费用多少、在哪里办理。',
  }),
  'answer.thanks': plainMessage({
    ar: 'على الرحب والسعة.',
    en: 'You are welcome.',
    es: 'De nada.',
    fr: 'Je vous en prie.',
    ru: 'Пожалуйста.',
    zh: '不客气。',
  }),
} as const satisfies Readonly<Record<string, MessageDefinition>>;
