import { type WordsByLanguage } from './words-by-language.ts';

export const taxWords: WordsByLanguage = {
  de: [
    'steuer-id*',
    'steuerid*',
    'steueridentifikation*',
    'identifikationsnummer*',
    'steuerliche identifikation*',
    'idnr',
    'steuernummer*',
    'steuer-nr',
    'st.-nr',
    'tin',
  ],
  el: ['αφμ', 'α.φ.μ', 'α.φ.μ.', 'φορολογικ* μητρώ*', 'φορολογικού μητρώου'],
  en: ['tax number*', 'tax id*', 'taxpayer*', 'tax reference*', 'tax identification*', 'tin', 'tax file number*', 'tax'],
  es: ['identificación fiscal', 'nif', 'número fiscal', 'fiscal'],
  fr: ['numéro fiscal', 'fiscal', 'identifiant fiscal', 'référence fiscale', 'spi', 'nif', 'identification fiscale'],
  it: ['codice fiscale', 'fiscale'],
  nl: ['fiscaal nummer', 'btw-id*', 'btw-nummer*', 'belasting*'],
  pl: ['nip', 'podatkow*'],
  pt: ['nif', 'contribuinte*', 'número fiscal', 'fiscal', 'identificação fiscal'],
  ro: ['cod fiscal', 'cif', 'nif'],
  ru: ['инн', 'налогов*', 'налогоплательщик*'],
  tr: ['vergi*', 'vkn', 'vergi kimlik*', 'vergi no', 'vergi numara*'],
  uk: ['іпн', 'рнокпп', 'податков*', 'платник* податк*', 'ідентифікаційн* код*', 'ідентифікаційн* номер*'],
};
