import { type WordsByLanguage } from './words-by-language.ts';

export const drivingLicenceWords: WordsByLanguage = {
  ar: ['رخصة السياقة', 'رخصة القيادة', 'رخصة'],
  de: ['führerschein*', 'fuehrerschein*', 'fahrerlaubnis*'],
  en: [
    'driving licence*',
    'driving license*',
    "driver's licen*",
    'driver licen*',
    'drivers licen*',
    'dl no',
    'licence number*',
    'license number*',
  ],
  es: ['licencia de conducir', 'permiso de conducir', 'carné de conducir'],
  fr: ['permis de conduire', 'permis'],
  hi: ['ड्राइविंग लाइसेंस*', 'लाइसेंस*'],
  it: ['patente', 'patente di guida'],
  ja: ['免許証', '運転免許', '運転免許証', '免許証番号'],
  ko: ['운전면허*', '면허번호*', '면허증*'],
  nl: ['rijbewijs*'],
  pl: ['prawo jazdy', 'prawa jazdy'],
  pt: ['cnh', 'carteira de motorista', 'habilitação', 'carteira nacional de habilitação', 'carta de condução'],
  tr: ['sürücü belge*', 'ehliyet*'],
};
