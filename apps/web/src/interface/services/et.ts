import { type ServicesText } from './services-text.ts';

export const etServices: ServicesText = {
  title: 'Teenused',
  lead: 'Mida siin iga teenuse kohta teatakse, fakt fakti haaval, koos lehega, kust see loeti, ja päevaga.',
  wholeCard: 'Kogu kaart',
  beside: 'Kõrvuti keeles',
  alone: 'Ainult selles keeles',
  unknown: 'Sellise nimega kaarti ei ole. Siin on kõik, mis on olemas.',
  ask: 'Küsige selle kohta',
};
