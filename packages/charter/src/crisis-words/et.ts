import { type CrisisWords } from '../crisis-sense.ts';
import { wordList } from '../word-list.ts';

export const et: CrisisWords = {
  wish: wordList(`
    tahan, taha, tahaks, tahaksin, tahtsin, tahan lihtsalt, soovin, sooviks, sooviksin, mõtlen, mõelnud, mõtteid, mõtted, mõtte, plaanin,
    kavatsen, otsustasin, otsustanud, valmis, pigem, peaksin, pean, võiksin, parem, parem oleks, oleksin, oleks, täna öösel, täna, varsti,
    viis, viisi, moodus, valutu*, valutum*, julgust, üritan, üritasin, proovin, proovisin, ainus lahendus, ainus väljapääs, ainus tee,
    lähen, hakkan, tuleb tahtmine, tahtmine, igatsen, las ma, ainult, kuidas ma saaks*, kuidas saaksin
  `),
  death: wordList(`
    surra, sura, surnud olla, olla surnud, olen surnud, surm, surma, end tappa, ennast tappa, enda tappa, end ära tappa, ennast ära tappa,
    enda ära tappa, tapan end, tapan ennast, tapan enda, enesetap*, enesetapp, enesetapu*, suitsiid*, enestap*, elu lõpetada, elule lõpu,
    elu lõppu, lõpetan oma elu, lõpetada oma elu, endalt elu võt*, elult võt*, oma elu võtta, teha lõpp, teen lõpu, teeks lõpu, lõppu teha,
    kõigele lõpu, kõigele lõpp, elust ära, siit ilmast, siit elust, siit maailmast, ära kaduda igaveseks, kaduda ja mitte olla,
    mitte olemas olla, olematu*, igavesti magada, mitte ärgata, enam mitte ärgata, mitte kunagi ärgata, ei ärkaks, end üles puua,
    ennast üles puua, poon end, poon ennast, alla hüpata, koolda, ärä koolda, är koolda, maha lasta end, end maha lasta, uputada end,
    sündimata, poleks sündinud, poleks kunagi sündinud, hauda, mulla all, veenid läbi, veenid lahti, jäädavalt ära, surema, ära surema,
    ära suren, suren ära
  `),
  weary: wordList(`
    ei taha, ei tahaks, ei viitsi, ei jaksa, ei jõua, ei suuda, taha ei, ei soovi, enam ei taha, enam ei jaksa, pole mõtet, ei ole mõtet,
    pole enam mõtet, mõtet ei näe, ei näe mõtet, ei näe mingit mõtet, mingit mõtet, mõttetu, mõttetult, pole põhjust, põhjust,
    pole tahtmist, kõrini, villand, siiber, väsinud, tüdinenud, vihkan, jälestan, pole väärt, ei ole väärt, milleks ma, miks ma, milleks,
    mille nimel, pole jõudu, ei leia põhjust, loobun, ei inämb, ei jovva, ei jaksa inämb
  `),
  living: wordList(`
    elada, elan, elus olla, elus olemas*, elust, elu, eludes, elul, elamist, elamise*, elamisest, elama, ellä, elo, olemas olla,
    olemas olemas*, olemast, olemas, eksisteeri*, siin ilmas, siin maailmas, siin olla, hommikul ärgata, homme ärgata, enam ärgata,
    üles ärgata
  `),
  unable: wordList(`ei suuda, ei jaksa, ei jõua, ei saa, ei usu et, ei usu, ei pea, enam ei suuda, enam ei jaksa, enam ei jõua`),
  enduring: wordList(`
    enam niimoodi, niimoodi edasi, nii edasi, enam nii, nii elada, niimoodi elada, edasi elada, elada, öö üle elan, öö üle ela*,
    ööd üle ela*, hommikuni vastu, hommikuni elan, seda enam taluda, enam taluda, enam kannatada, kauem vastu, seda elu, enam vastu pidada,
    järgmist päeva
  `),
  harming: wordList(`
    lõikan, lõigun, lõikun, lõikus*, lõikuda, lõikumi*, lõikusin, lõikama, põletan, põletasin, kriimustan, vigastan, vigastada, vigastama,
    kahjustan, haiget, viga, tapan, tappa, poon, uputan, karistan, midagi, torkan
  `),
  self: wordList(`
    ennast, end, enda, endale, enesele, oma käsi, käsi, oma käsivarsi, randmeid, oma randmeid, oma jalgu, oma reisi, veene, oma nahka,
    oma keha, endale midagi
  `),
  somebody: wordList(`
    mu õde, mu vend, mu poeg, mu tütar, mu laps, mu sõber, mu sõbranna, sõber, sõbranna, mu poiss, mu tüdruk, mu mees, mu naine,
    mu abikaasa, abikaasa, mu elukaaslane, elukaaslane, mu isa, mu ema, isa, ema, õde, vend, poeg, tütar, vanaema, vanaisa, klassivend,
    klassiõde, klassikaaslane, kolleeg, töökaaslane, naaber, keegi, üks tuttav, tuttav, ta, tema, õpilane
  `),
  'their-death': wordList(`
    tahab surra, tahab end tappa, tahab ennast tappa, tahab enda tappa, end tappa, end ära tappa, ennast ära tappa, tapab end ära,
    tapab ennast ära, enesetapu*, enesetapp*, enestap*, suitsiid*, lõpetab oma elu, oma elu lõpetada, lõpetab elu, ei taha elada,
    ei taha enam elada, ei jaksa enam elada, ei ela ilma minuta, teeb endale midagi, teeb endale liiga, teeb endale viga,
    teeb endale haiget, lõigub, lõikub, lõikab end, lõikab ennast, vigastab end, vigastab ennast, räägib surmast, räägib surmisest,
    räägib enesetapust, hüppab alla, poob end, poob ennast, endalt elu, nööriga, hüvastijätusõnum*, jättis hüvasti
  `),
  remedy: wordList(`
    tablett*, tablette, tabletid, tabletti, rohud, rohtusid, rohtu, ravimid, ravimeid, rahustid, rahusteid, unerohi, unerohtu, unerohud,
    pillid, pille, insuliini
  `),
  'too-much': wordList(`
    liiga palju, kõik ära, kõik sisse, kõik korraga, korraga, meelega, tahtlikult, nimelt, enam ei ärka, ei ärkaks, ei ärka, et surra,
    surra, terve paki, terve karbi, kõik need, neid kõiki, võtan kõik, võtta kõik, neelan kõik, enam ei ärkaks, ära võtta, kõik ära võtta,
    need kõik
  `),
  height: wordList(`
    katus*, katuse, katusel, sild*, silla*, sillal, sillalt, rõdu*, akna*, aknast, aknal, rong*, rongi, rööb*, trammi, metroo*, kalju*,
    autode, serva*, äärel
  `),
  leap: wordList(`
    tahan hüpata, tahaks hüpata, hüppan, alla hüpata, alla hüppan, hüpata alla, mul hüpata, ette hüpata, hüpata ette, alla viskuda,
    viskan end, viskan ennast, viskan enda, viskun, heidan end, end alla, ennast alla, end ette, seisan, astuda ette, astun ette
  `),
  others: wordList(`
    kõigil, kõigi, kõik, teistel, maailm, maailmal, perel, perele, lastel, vanematel, neil, keegi, mitte keegi, kellelgi, kedagi, ükski
  `),
  'without-me': wordList(`
    parem kui mind, parem minuta, parem ilma minuta, ilma minuta, mind poleks, mind ei oleks, mind enam pole, mind pole, kui mind,
    kui ma kaoks*, kui ma igaveseks, kui ma sureks*, kui ma ära kaoks*, märkaks kui ma, minu pärast, puudust minust, ei märkaks,
    ei igatseks mind, ei huvita kui ma, kui ma surnud, kergem kui mind
  `),
  suicidal: wordList(`
    suitsiidne, suitsiidsed, suitsiidseid, suitsidaalne, suitsidaalsed, enesetapumõt*, enestapumõt*, enesetapu mõt*, surmamõt*,
    suitsiidimõt*
  `),
  person: wordList(`ma, mul, mu, mind, mulle, abi, aita, aidake, palun, jälle, on, ei, piina*, ta, tal, peas, iga päev`),
  voices: wordList(`hääled, hääl, mu peas`),
  order: wordList(`hüpata, surra, tappa, lõikuda, teha endale, end tappa, ette hüpata`),
  farewell: wordList(`hüvastijätukir*, lahkumiskir*, viimane kiri, viimased kirjad, hüvastijätu kir*`),
  kin: wordList(`lastele, emale, isale, vanematele, mehele, naisele, perele, pojale, tütrele, sõpradele, kõigile`),
  'way-out': wordList(`väljapääsu, väljapääs, lootust, lootus, tulevikku, lahendust, pääsu`),
  none: wordList(`pole enam, pole mul, mul pole, mul ei ole, ei ole enam, minu jaoks, ei näe, enam ei, ainult üks tee`),
  pain: wordList(`valu, see valu, piin, kannatus, kannatused`),
  'for-ever': wordList(`igaveseks, lõppeks igaveseks, jäädavalt, lõplikult läbi, alatiseks, igaveseks läbi, igaveseks lõpp*`),
  'last-day': wordList(`minu viimane päev, mu viimane päev, viimane päev, viimane öö, mu viimane öö, viimane õhtu, minu viimane öö`),
  settled: wordList(`otsustanud, otsustasin, maa peal, siin ilmas, minu viimane, jääb`),
  weapon: wordList(`noaga, nuga, relvaga, püstoliga, kirvega, nuga käes, kurikaga`),
  hiding: wordList(`
    peidan end, peidan ennast, peidus, varjan end, ukse taga, mu ukse taga, ukse ees, lukustasin end, tuleb kallale, ründab, ajab taga,
    jälitab mind, mu korteris, mu majas
  `),
  held: wordList(`
    hoitakse, hoiab mind, hoiavad mind, mind hoitakse, kinni, luku taga, ei lase mind, ei lasta mind, pass võeti, võttis mu passi,
    mind ei lasta
  `),
  'by-force': wordList(`vastu tahtmist, vastu minu tahtmist, jõuga, vägisi, keldris, pass, passi, telefoni, välja, majast, kinni`),
  elder: wordList(`
    kasuisa, võõrasisa, isa, onu, vanaisa, treener, õpetaja, vend, naaber, ema sõber, ema elukaaslane, pastor, nõbu
  `),
  touching: wordList(`
    katsub mind, kabistab mind, puudutab mind, puutub mind, kuritarvitab mind, ahistab mind, vägistab mind, vägistas mind, tuleb öösel mu,
    tuleb öösiti mu, kabistas mind, katsus mind
  `),
  story: wordList(`
    romaan*, raamat*, film*, luuletus*, essee*, mäng*, minecraft*, tegelane, tegelase, lugu, laul*, romeo, wertheri, hitler*, caesar*,
    statistika*, seadus*, eelnõu*, eelarve*, ennetus*, ennetam*, kindlustus*, elukindlustus*, uurimus*, ajalugu, naer*, häbi*, uudishimu*,
    igavus*, kohvi, vormi, telefon*, aku, arvuti*, server*, konto*, tellimus*, leping*, protsess*, tomatid*, umbrohu*, hooldus*
  `),
  dwelling: wordList(`
    linnas, linna, maal, külas, korteris, majas, vanemate, vanematega, ühiselamu*, üüri*, välismaal, tänav*, rajoonis, naabri*, juures,
    koolis, kodus, kallis, hooldus*, aadress*, elukindlustus*, esmaspäeval, teisipäeval, kolmapäeval, neljapäeval, reedel, laupäeval,
    pühapäeval, parklast, parkla, vara
  `),
  mishap: wordList(`
    süüa tehes, köögis, kokates, klaasi*, pliidil, ahju*, raseerides, tööl, trennis, jalgpalli*, mängides, mänguväljakul, kukkusin,
    kogemata, õnnetus*, kindlustus*, hüvitis*, teetanus*, juukseid, küüsi, aias, triikrau*, päikese*
  `),
};
