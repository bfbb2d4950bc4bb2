import { type ChatText } from './chat-text.ts';

export const etChat: ChatText = {
  conversation: 'Vestlus',
  goOn: 'Eelnevad küsimused ja vastused lähevad järgmise küsimusega kaasa.',
  startAnew: 'Alusta uuesti',
  choices: 'Kuidas vastus on kirjutatud',
  readingLevel: 'Kui lihtsalt?',
  levels: { standard: 'Nagu tavaliselt', plain: 'Selgelt', easy: 'Lihtsalt' },
  script: 'Kiri',
  sharedDevice: 'Seda seadet kasutavad ka teised',
  sharedDeviceHint: 'Siis ei säilitata midagi: ei siin ega katkenud ühenduse jaoks.',
  keptHeading: 'Mis vestlusest alles jääb',
  kept:
    'See server ei säilita vestlusi. ' +
    'Veebilehitseja hoiab vestlust selle kaardi juures ja saadab varasemad küsimused järgmisega kaasa; need saab ka see, kes vastab ja kelle nimi on lehe lõpus. ' +
    'Vastus ootab serveri mälus kümme minutit või veidi kauem, juhuks kui ühendus katkeb, ja seda ei kirjutata kunagi kettale. ' +
    'Logi märgib üles, et vastus anti ja mida muudeti, mitte kunagi seda, mida küsiti või öeldi. ' +
    'Kui märgid „Seda seadet kasutavad ka teised“, ei säilita midagi ei kaart ega server.',
  leftBehind: 'Vestlus on pikk. Selle vanim osa ei lähe enam järgmise küsimusega kaasa.',
  emptyQuestion: 'Küsimust ei olnud. Kirjuta küsimus ja proovi uuesti.',
  tooLong: (characters) => `Küsimus on liiga pikk. Palun lühenda seda ${characters} tähemärgini; see on väljal alles.`,
  tooMany: (minutes) => `Sinu ühendusest on tulnud palju küsimusi. Palun küsi uuesti ${minutes} minuti pärast; küsimus on väljal alles.`,

  stop: 'Peata',
  stopped: 'Sa peatasid selle vastuse.',
  stoppedHere:
    'Sa peatasid selle vastuse. Siin on kõik, mis jõudis tulla: muudatuste rida ei tulnud ja see vastus ei lähe järgmise küsimusega kaasa.',
  edit: 'Muuda küsimust',
  again: 'Vasta uuesti',
  copy: 'Kopeeri koos märgetega',
  copied: 'Kopeeritud',
  share: 'Jaga kviitungit',
  shareHint: 'Link, mis tõendab seda vastust; teksti selles ei ole.',
  listen: 'Loe ette',
  silence: 'Lõpeta lugemine',
  dictate: 'Dikteeri',
  dictateHint: 'Veebilehitseja võib sinu hääle oma tootjale saata.',
  waiting: 'Vastust kirjutatakse.',
  notSent: 'Veel saatmata. Proovitakse uuesti.',
  lineLost: 'Ühendus katkes. Vastust kirjutatakse edasi ja see tuuakse uuesti.',
  lineBroken: 'Ühendust ei ole endiselt. Küsimus on väljal alles; küsi uuesti, kui ühendus on tagasi.',
  failed: 'Vastust ei saanud anda. Küsimus on väljal alles; palun proovi hiljem uuesti.',
  keepHere: 'Säilita see vestlus selles seadmes',
  keepHereHint: 'Ainult selles veebilehitsejas, kuni sa selle eemaldad.',
  forget: 'Eemalda säilitatu',
  notBroughtBack: 'Selles seadmes säilitatud vestlust ei saanud tuua. See on endiselt alles; uuesti proovimiseks laadi leht uuesti.',
  dataUsed: 'Selle vastuse andmemaht oli {kilobytes} kB.',
};
