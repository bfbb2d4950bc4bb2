import { type ChatText } from './chat-text.ts';

export const etChat: ChatText = {
  conversation: 'Vestlus',
  goOn: 'Eelnevad küsimused ja vastused lähevad järgmise küsimusega kaasa.',
  startAnew: 'Alustage uuesti',
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
    'Kui märgite „Seda seadet kasutavad ka teised“, ei säilita midagi ei kaart ega server.',
  leftBehind: 'Vestlus on pikk. Selle vanim osa ei lähe enam järgmise küsimusega kaasa.',
  emptyQuestion: 'Küsimust ei olnud. Kirjutage küsimus ja proovige uuesti.',
  tooLong: (characters) => `Küsimus on liiga pikk. Palun lühendage seda ${characters} tähemärgini; see on väljal alles.`,
  tooMany: (minutes) =>
    `Teie kasutatava internetiühenduse kaudu on viimase tunni jooksul tulnud palju küsimusi, võib-olla teistelt inimestelt. Uuesti saate küsida ${minutes} minuti pärast. Teie küsimus on väljal alles.`,
  tooLarge:
    'Korraga saadeti rohkem, kui see server vastu võtab. Teie küsimus on väljal alles nii palju, kui sellest jõuti lugeda. Küsige uuesti, et jätkata ilma vestluse varasema osata.',
  notShown:
    'Teie vestlus ei ole kadunud. See on välja jäetud ainult sellelt lehelt, läheb järgmise küsimusega kaasa ja on siis jälle näha.',
  linksBeside: 'Vastustes olevad lingid avanevad selle lehe kõrval.',

  stop: 'Peatage',
  stopped: 'Te peatasite selle vastuse.',
  stoppedHere:
    'Te peatasite selle vastuse. Siin on kõik, mis jõudis tulla: muudatuste rida ei tulnud ja see vastus ei lähe järgmise küsimusega kaasa.',
  edit: 'Muutke küsimust',
  keepQuestion: 'Jätke nii, nagu oli',
  again: 'Küsige sama uuesti',
  copy: 'Kopeerige koos märgetega',
  copied: 'Kopeeritud',
  share: 'Jagage kviitungit',
  shareHint: 'Link, mis tõendab seda vastust; teksti selles ei ole.',
  shareLink: 'Jagage linki',
  listen: 'Kuulake ette loetuna',
  silence: 'Lõpetage kuulamine',
  dictate: 'Dikteerige',
  dictateHint: 'Veebilehitseja võib Teie hääle oma tootjale saata.',
  waiting: 'Vastust kirjutatakse.',
  notSent: 'Veel saatmata. Proovitakse uuesti.',
  lineLost: 'Ühendus katkes. Vastust kirjutatakse edasi ja see tuuakse uuesti.',
  lineBroken: 'Ühendust ei ole endiselt. Küsimus on väljal alles; küsige uuesti, kui ühendus on tagasi.',
  failed: 'Vastust ei saanud anda. Küsimus on väljal alles; palun proovige hiljem uuesti.',
  keepHere: 'Säilitage see vestlus selles seadmes',
  keepHereHint: 'Ainult selles veebilehitsejas, kuni Te selle eemaldate.',
  forget: 'Eemaldage säilitatu',
  notBroughtBack: 'Selles seadmes säilitatud vestlust ei saanud tuua. See on endiselt alles; uuesti proovimiseks laadige leht uuesti.',
  dataUsed: 'Selle vastuse andmemaht oli {kilobytes} kB.',
};
