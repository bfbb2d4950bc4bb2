import { type Localized } from '@parlance/disclosure';

/** Why an identifier is left out where no law of the pack says so: the charter's clause on privacy. */
export const privacyRationale: Localized = {
  en: 'The charter of this service does not let it show numbers and addresses that identify a person.',
  et: 'Selle teenuse harta ei luba näidata numbreid ja aadresse, mille järgi saab inimese ära tunda.',
  ru: 'Хартия этой службы не разрешает показывать номера и адреса, по которым можно узнать человека.',
  de: 'Die Charta dieses Dienstes lässt nicht zu, Nummern und Adressen zu zeigen, an denen ein Mensch erkennbar ist.',
  fr: 'La charte de ce service ne permet pas de montrer des numéros et des adresses qui identifient une personne.',
  es: 'La carta de este servicio no permite mostrar números y direcciones que identifican a una persona.',
  ar: 'لا يسمح ميثاق هذه الخدمة بعرض أرقام أو عناوين تُعرِّف بشخص بعينه.',
  zh: '本服务的章程不允许显示可以识别个人身份的号码和地址。',
};
