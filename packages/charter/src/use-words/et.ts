import { type UseWords } from '../use-word.ts';
import { wordList } from '../word-list.ts';

export const et: UseWords = {
  asking: wordList(`
    kirjuta*, koosta*, genereeri*, loo, looge, luua, tee, tehke, teha, ehita*, kavanda*, valmista*, anna, andke, otsi*, leia, leidke,
    jälgi*, jälita*, tuvasta*, märgi*, nuhi*, lükka*, välista*, filtreeri*, järjesta*, hinda*, saada*, postita*, levita*, ütle*,
    programmeeri*, sorteeri*, kogu, koguge, mõjuta*, veena*, heiduta*
  `),
  before: wordList(`
    palun, kas, saad, saaksid, saaksite, võid, võiksid, võiksite, nüüd, siis, ja, ning, tere, aita, aidake, mul, mulle, meile, ma,
    me, tahan, tahame, soovin, vaja, on, sa, te, sinu, ülesanne, pead, automaatselt
  `),
  about: wordList(`
    selgita*, seleta*, essee*, artik*, uudis*, ajalu*, ajaloo*, satiir*, paroodia*, romaan*, novell*, jutustus*, jutt, jutu, film*,
    stsenaarium*, tund, tunnikava*, viktoriin*, uurimus*, uurimistöö*, referaa*, lõputöö*, kuritegu*, kuriteo*, seadus mis keelab,
    seaduseelnõu mis keelab, keelab, keelustab, ebaseaduslik*, ennetada, ennetami*, kaitsta, kaitseb, avastada, ära tunda,
    diskrimineeri*, kaebus*, vaie, vaide, kokkuvõte*, kokkuvõt*, tõlgi*, tõlkida, testandme*, hoiata*, faktikontroll*, kummuta*,
    näitus*, muuseum*, elulugu*, eluloo*, kohtuotsus*, kohtulahend*, ajakirjandus*
  `),
  classes: {
    following: wordList(`
      toimik*, jälgi*, jälita*, nuhi*, tuvasta*, märgi*, koduaadress*, kus nad elavad, kellega nad kohtuvad, kellega nad räägivad,
      nende liikumis*, profiil iga, profiilid kõigi*
    `),
    'all-of': wordList(`
      kõik, kõiki, kõigi, kõigist, kõigile, kõikide*, iga, igast, igat, igaühe*, neid kes, need kes, inimesi kes, inimesed kes
    `),
    watched: wordList(`
      meeleavald*, protest*, miiting*, aktivist*, dissident*, ajakirjanik*, opositsioon*, ametiühing*, kritiseeri*, kodanik*, kodanike,
      vilepuhuja*, erasõnum*, vestlus*, poliitilis* vaat*
    `),
    'shutting-out': wordList(`
      lükkab, lükkaks, lükka, lükata, välistab, välistada, välista, keeldub, keelduda, filtreerib välja, jätab kõrvale, jätab ilma,
      tõrjub
    `),
    group: wordList(`
      mustlas*, roma*, moslemi*, juudi*, juute*, sisserändaja*, migrant*, pagula*, põgenik*, välismaala*, venekeel*, venelas*,
      araabla*, mustanahalis*, gei*, lesbi*, puudega, naiste, naised, rasedate, rahvuse*, usutunnistus*, võõrapära*
    `),
    service: wordList(`
      taotlus*, toetustaotlus*, taotleja*, toetus*, eluase*, eluruum*, korteri*, üüri*, töökoha*, tööle*, kandidaat*, kandidaad*,
      laen*, teenus*, portaal*, avaldus*, koolikoh*, registreeri*, viisa*
    `),
    swaying: wordList(`hääletama, hääletaks, mõjuta*, manipuleeri*, veena*, keelita*, ära kasuta*, kasutab ära, meie poolt`),
    aimed: wordList(`
      igale kõhklevale valijale, iga kõhkleva valija, igale valijale nime*, valijate hirm*, tema hirm*, nende hirm*, isiklik* hirm*,
      isikuandmete põhjal, psühholoogil* profiil*, valijate isikuandme*, valijate andme*
    `),
    many: wordList(`#, sadu, sada, tuhandeid, tuhat, kümneid, hulgaliselt, massiliselt`),
    faked: wordList(`
      võlts*, võltsitud, libakonto*, liba*, väljamõeldud, bot*, trolli*, eri inimeste, erinevate inimeste, esineva*, valekonto*
    `),
    published: wordList(`kommentaar*, postitus*, arvustus*, säuts*, kirja, kirju, sõnumi*, allkirj*, uudislug*, arvamus*`),
    deceiving: wordList(`
      lükati edasi, edasi lükatud, on tühistatud, tühistati, jäävad ära, saab hääletada sms*, vahistatakse, trahvitakse,
      saadetakse välja, kaotavad toetus*, hääletamast, valima minemast, jääksid koju, jääks koju, ei läheks valima,
      ei läheks hääletama, vale kuupäev*, valeinfo*, valimisaktiivsust alla, viiks valimisaktiivsuse
    `),
    voting: wordList(`valimis*, valimised, valija*, hääleta*, valima, referendum*, rahvahääletus*, valimisjaoskon*`),
  },
};
