import { type TroubleText } from './trouble-text.ts';

export const etTroubles: TroubleText = {
  unproved: 'Osa vestlusest jäi välja: see server ei saa kindlaks teha, et see siin toimus.',
  tooLarge: 'Saadeti rohkem, kui see server vastu võtab, seega ei loetud sellest midagi. Palun lühenda teksti või alusta uuesti.',
  unreadable: 'Saadetut ei saanud lugeda. Palun küsi sellelt lehelt uuesti.',
  notNow: 'Praegu ei saa ühtegi vastust alustada. Palun küsi mõne minuti pärast uuesti; küsimus on väljal alles.',
  noPage: 'Sellel aadressil lehte ei ole.',
  pagesHere: 'Siin on need lehed:',
  downSince: (since) => `Mudel, mis siin vastab, ei ole vastanud alates: ${since}. Võid igal ajal uuesti küsida.`,
};
