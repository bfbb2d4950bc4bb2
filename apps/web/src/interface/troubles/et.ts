import { type TroubleText } from './trouble-text.ts';

export const etTroubles: TroubleText = {
  unproved: 'Osa vestlusest jäi välja: see server ei saa kindlaks teha, et see siin toimus.',
  tooLarge: 'Saadeti rohkem, kui see server vastu võtab, seega ei loetud sellest midagi. Palun lühendage teksti või alustage uuesti.',
  unreadable: 'Saadetut ei saanud lugeda. Palun küsige sellelt lehelt uuesti.',
  notNow: 'Praegu ei saa ühtegi vastust alustada. Palun küsige mõne minuti pärast uuesti; küsimus on väljal alles.',
  noPage: 'Sellel aadressil lehte ei ole.',
  pagesHere: 'Siin on need lehed:',
  downSince: (since) => `Mudel, mis siin vastab, ei ole vastanud alates: ${since}. Võite igal ajal uuesti küsida.`,
};
