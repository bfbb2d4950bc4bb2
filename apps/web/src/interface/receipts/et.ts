import { type ReceiptText } from './receipt-text.ts';

export const etReceipts: ReceiptText = {
  promised: (until) => `Avalikus logis hiljemalt ${until}.`,
  notRecorded: 'Kviitungit ei ole: seda vastust ei saanud üles kirjutada, seega on selles ainult ohutusteave.',
  file: 'Kviitung',
  check: 'Kontrollige seda',
  keep: 'Hoidke need alles, et vastust hiljem tõendada',
  nonce: 'Ühekordne võti',
  nonceHint: 'Hoidke ühekordne võti enda teada: kellel see on, saab proovida, mida Teile vastati; ilma selleta ei saa seda keegi.',
  exactText: 'Tekst täpselt nii, nagu see kohale jõudis',
  receipt: 'Kviitungi sisu',

  verifyTitle: 'Kontrollige kviitungit',
  verifyLead:
    'Kviitung näitab, et vastus on üles kirjutatud ja et kirjet ei saa enam salaja muuta. Kontrollib Teie enda brauser; miski, mille siia kleebite, ei lahku sellelt lehelt.',
  heading: 'Kviitung, sellel lehel kontrollitud',
  needsScript:
    'Kviitungit peab kontrollima Teie enda brauser: kui seda teeks see server, oleks Teil ainult tema sõna. Kui skriptid ei tööta, salvestage kviitung ja võtmed ning käivitage oma arvutis Parlance’i lähtekoodi kaustas:',
  noReceipt: 'Kontrollimiseks pole veel kviitungit.',
  unknownId: 'Ühelgi siinsel vastusel ei ole selle tunnusega kviitungit. Kviitungi võite siiski kleepida.',
  receiptHint: 'JSON, nagu see tuli koos vastusega või vastuse all olevalt lingilt.',
  optional: 'vabatahtlik',
  textLabel: 'Tekst, mida Teile näidati',
  textHint:
    'Täpselt nii, nagu edastati; erineda võivad ainult reavahetused ja tühikud algul ja lõpus. Seda võrreldakse ühekordse võtme abil kirjega. Kontrolli link toob mõlemad kaasa, kui skriptid töötavad; muidu kopeerige need vastuse alt.',
  keys: 'Võtmed, mida see kontroll usaldab',
  keysHint: 'Need tulid sellest serverist. Et mitte toetuda kellelegi siin, võrrelge neid logi võtmetega, mis on avaldatud mujal.',

  waiting: 'Logi suletakse iga kümne sekundi järel; leht ootab tõendit.',
  verdictPromised: 'Lubatud hiljemalt {until}. Tõendit veel ei ole; tähtaja ületanud lubadus on tõend käitaja vastu.',
  verdictProved: 'Selle vastuse kirje on logis: logi {log} kirje {position}.',
  verdictRefused: 'Tagasi lükatud sammul „{step}”: {detail}',
  badKeys: 'Võtmeid ei saa lugeda: {detail}',
  noEd25519:
    'Sellel brauseril ei ole Ed25519-allkirju, seega ei oska ta selle kviitungi kohta öelda ei head ega halba. Võtke uuem brauser või käivitage parlance verify.',
  notSecure: 'Brauserid kontrollivad allkirju ainult lehtedel, mis tulid https-iga või sellest arvutist. Avage see leht https-iga.',

  flip: 'Muutke üht baiti:',
  flipNothing: 'ei muuda midagi',
  flipPlaces: {
    promise: 'lubaduse allkirjas',
    record: 'kirjes',
    leaf: 'logilehes',
    path: 'tõendi teekonnas',
    checkpoint: 'kontrollpunktis',
    delivered: 'kohale jõudnud tekstis',
  },
  flipped: 'Muudetud ainult selle kontrolli jaoks: „{before}” asemel „{after}”.',

  stepsHeading: 'Samm-sammult',
  passed: 'kehtib',
  failed: 'ei kehti',
  notChecked: 'kontrollimata',
  doesNotProve: 'Ei tõenda',
  steps: {
    receipt: { name: 'Kviitungit saab lugeda', not: 'et miski selles on tõsi' },
    delivered: { name: 'Tekst on see, mis kirja pandi', not: 'kellele seda teksti näidati ega et selle kirjutas mudel' },
    promise: { name: 'Käitaja allkirjastas lubaduse', not: 'et kirje on juba logis ega et see on täielik' },
    record: { name: 'Kirje on see, mida lubati', not: 'et kirje räägib, mis vastusega päriselt juhtus' },
    leaf: { name: 'Logileht on tehtud sellest kirjest', not: 'et see leht on logis; seda teevad järgmised sammud' },
    log: { name: 'Logi allkirjastas oma kontrollpunkti', not: 'et kõigile näidatakse sama logi; seda teevad tunnistajad' },
    inclusion: { name: 'Leht on logis', not: 'et lehe sisu on tõsi, vaid ainult seda, et seda ei saa enam muuta ega salata' },
    witnesses: {
      name: 'Logi nägi nii palju tunnistajaid, kui võtmed nõuavad',
      not: 'et tunnistajad on käitajast sõltumatud; kes nad on, jääb Teie hinnata',
    },
    deadline: { name: 'Lubaduse tähtaeg ei ole möödas', not: 'et kirje jõuab õigel ajal logisse; küsige pärast tähtaega uuesti' },
  },
  textCompared: 'Teie antud tekst on see, mis kirja pandi.',
  textNotCompared: 'Teie teksti ei võrreldud.',
  watched: 'Tunnistajaid, kes selle logi seisu allkirjastasid: {witnesses}.',
  unwatched: 'Keegi sõltumatu seda logi ei valva: selle eest vastutab ainult pidaja ise.',
  textDiffers:
    'Antud tekst ei ole täht-tähelt see, mis kirja pandi. Avage vastuse all osa, mis tuleb tõendamiseks alles hoida, ja kopeerige täpne edastatud tekst tervikuna: leheküljel nähtav on selle järgi joonistatud ja näeb teistsugune välja.',
  nonceMissing: 'Teksti võrdlemiseks on vaja ka selle ühekordset võtit. Mõlemad on vastuse all.',
  noneAsked: 'tunnistajat ei ole: need võtmed ei nõua ühtegi',
};
