import { type CrisisWords } from '../crisis-sense.ts';
import { wordList } from '../word-list.ts';

export const de: CrisisWords = {
  wish: wordList(`
    will, wil, möchte, mag, wollte, würde gern, würd gern, wünsche, wünsch, wünschte, denke an, denke daran, denke darüber, denk dran,
    denk daran, denk an, dran denken, gedanken, gedanken an, plane, geplant, habe vor, hab vor, entschieden, beschlossen, bereit, lieber,
    am liebsten, sollte, sollt, sött, soll, muss, müsste, könnte, werde, werd, überlege, überleg, versuche, versucht, versuch, art zu,
    weg zu, möglichkeit zu, schmerzlos*, mut, heute nacht, heut nacht, heute, bald, einzige lösung, einziger ausweg, einzige ausweg, wäre,
    wär, bringe, bring, hätte, sehne mich, lass mich, lasst mich, mecht, wui, wie kann ich, wie kann man, wie sterbe, denke ich, denk ich,
    nachdenke
  `),
  death: wordList(`
    sterben, sterbn, stärbe, steam, sterbe, tot sein, tot zu sein, tot wäre, tot als, tot wär, mich umbringen, mi umbringen, mich um, mi um,
    mich umzubringen, umbring ich mich, mich töten, mich selbst töten, mich zu töten, mein leben beenden, meinem leben ein ende,
    allem ein ende, dem ganzen ein ende, ein ende machen, ein ende setzen, mir das leben nehmen, das leben zu nehmen, mir das leben,
    selbstmord*, suizid*, suizit*, suicid*, suizied*, freitod, nicht mehr aufwachen, nie wieder aufwachen, nie mehr aufwachen,
    nicht mehr aufzuwachen, nimmer aufwachen, nicht mehr da sein, nicht mehr existieren, nicht existieren, mich auflösen,
    für immer schlafen, für immer weg, einschlafen und nie, mich erhängen, mich aufhängen, häng ich mich auf, mich auf, aufhängen,
    mich erschießen, mich ertränken, mich vergiften, mich wegmachen, wegmachen, mich vor den zug, mich vorn zug, vor den zug, vorn zug,
    von der brücke, vom dach, vom balkon, schluss machen mit dem leben, nie geboren, nicht geboren, niemals geboren, ins grab, pulsadern,
    ritzen, mir etwas antun, mir was antun, etwas endgültiges antun, abtreten, mein tod, den tod, der tod, verrecken, krepieren
  `),
  weary: wordList(`
    will nicht, will nimmer, wil nicht, möchte nicht, mag nicht, mag nimma, mag nimmer, mog nimma, mog nimmer, mog ned, mag ned, keine lust,
    kein bock, keinen bock, null bock, keine kraft, keinen grund, kein grund, kein sinn, keinen sinn, keinen zweck, ohne sinn, sinnlos,
    wertlos, nichts wert, nichts mehr wert, nicht wert, nicht lebenswert, müde, satt, leid, fertig mit, habe genug, hab genug, genug vom,
    die nase voll, die schnauze voll, hasse, wozu, warum lebe, warum leb, warum bin, weshalb, kann nicht, kann so nicht, kann nimmer,
    kann nicht mehr, ertrage, halte, überdrüssig, lebensmüde, keinen mehr, will ich nicht, wott nümm, wott nüm, ma ned, nichts wofür
  `),
  living: wordList(`
    leben, lebn, läbe, lebens, weiterleben, weiterzuleben, leb ich, lebe ich, am leben, am leben sein, existieren, existenz, dasein,
    zu leben, hier sein, da sein, auf der welt, auf dieser welt, dieser welt, aufzustehen, aufzuwachen, aufwachen, mein leben, lebenswert,
    überhaupt noch
  `),
  unable: wordList(`
    kann nicht, kann nimmer, kann so nicht, kann nicht mehr, kann das nicht mehr, schaffe es nicht, schaff es nicht, pack das nicht, halte,
    halt, glaube nicht, glaub nicht, ertrage, ertrag, weiß nicht ob, weiß nicht wie
  `),
  enduring: wordList(`
    so weiter, so weitermachen, so nicht mehr weiter, mehr weiterleben, weiterleben, weitermachen, mehr so leben, so leben, mehr aus,
    nicht mehr aus, das alles nicht mehr, das leben nicht, diese nacht überlebe, die nacht überlebe, nacht überleb*, nacht übersteh*,
    bis morgen, morgen noch, noch einen tag, den schmerz nicht mehr, länger durch
  `),
  harming: wordList(`
    ritze, ritz, ritzen, geritzt, schneide, schneid, schneiden, verletze, verletzt, verletzen, verbrenne, verbrenn, weh, wehtun, wehgetan,
    wehtu, schade, schaden, antun, anzutun, antu, ausdrücke, drücke zigaretten, zigaretten, schlage, bestrafe, kratze, töten, umbringen,
    erhängen
  `),
  self: wordList(`
    mich, mich selbst, mir, mir selbst, mi, meine arme, mir die arme, meinem arm, meinen arm, arme, unterarme, handgelenke, meine beine,
    oberschenkel, meine haut, selbst
  `),
  somebody: wordList(`
    meine schwester, mein bruder, mein sohn, meine tochter, mein freund, meine freundin, meine beste freundin, mein bester freund,
    mein mann, meine frau, mein partner, meine partnerin, mein ex, meine mutter, mein vater, meine mama, mein papa, meine oma, mein opa,
    mein kind, mein mitbewohner, mein nachbar, meine nachbarin, ein mitschüler, mitschüler, mitschülerin, schüler, schülerin, ein kollege,
    kollege, kollegin, jemand, ein freund, eine freundin, ein bekannter, er, sie
  `),
  'their-death': wordList(`
    sich umbringen, bringt sich um, sich das leben nehmen, das leben nehmen, nimmt sich das leben, will sterben, sterben will,
    sterben möchte, möchte sterben, will nicht mehr leben, nicht mehr leben will, nicht mehr leben, suizid*, selbstmord*, ritzt sich,
    sich ritzt, verletzt sich selbst, sich selbst verletzt, sich etwas antun, sich was antun, sich etwas an, sich was an, sich was antut,
    sich etwas antut, tut sich etwas, tut sich was, sein leben beendet, ihr leben beendet, sein leben beenden, ihr leben beenden,
    vom sterben, vom tod, verabschiedet, lebt er nicht, lebt sie nicht, ohne mich nicht leben, mit einem strick, erhängen, von der brücke,
    vor den zug, springen will
  `),
  remedy: wordList(`
    tabletten, tablette, pillen, medikamente, schlaftabletten, schmerztabletten, beruhigungsmittel, schlafmittel, antidepressiva, insulin,
    paracetamol
  `),
  'too-much': wordList(`
    zu viele, zu viel, zuviele, zuviel, absichtlich, mit absicht, alle auf einmal, alle schlucken, alle nehmen, alle zu nehmen,
    alle geschluckt, ganze packung, ganze schachtel, nicht mehr aufzuwachen, nicht mehr aufwache*, nicht aufzuwachen, um zu sterben,
    zum sterben, vor mir, liegen vor mir
  `),
  height: wordList(`
    dach, brücke, balkon, klippe, fenster, hochhaus, geländer, zug, u-bahn, s-bahn, bahn, gleise, gleisen, schienen, bahnsteig, lkw, rand
  `),
  leap: wordList(`
    will springen, möchte springen, springe, spring, springen soll, soll springen, ich soll, werde springen, gleich springen,
    runterspringen, hinunterspringen, springen, stürze, stürzen, steh, stehe, schmeiß mich, schmeiße mich, werfe mich, werf mich,
    mich werfen, mich schmeißen, mich stürzen, laufe vor, geh vor, vor den nächsten
  `),
  others: wordList(`
    alle, allen, allen anderen, jeder, jedem, die welt, der welt, meine familie, meiner familie, meine kinder, meinen kindern, meine eltern,
    keiner, keinem, niemand, niemanden, niemandem, euch, ihr, ihnen, keine sau
  `),
  'without-me': wordList(`
    besser ohne mich, besser wenn es mich, ohne mich, wenn es mich nicht, wenns mich nicht, wenn ich nicht mehr, wenn ich weg,
    wenn ich für immer, wenn ich tot, wenn ich sterbe, wenn ich verschwinde, wenn ich mich, besser dran, würde mich vermissen,
    vermisst mich, würde merken wenn ich, merken wenn ich, mich vermissen, nach mir kräht, um mich weinen, um mich trauern,
    es ginge besser wenn
  `),
  suicidal: wordList(`
    suizidal, suizidgedank*, suizit gedank*, suizied gedank*, suizid gedank*, selbstmordgedank*, selbstmord gedank*, suizidgefährdet,
    selbstmordgefährdet, selbstmordgefärdet, lebensmüde, suizidgefahr, todeswunsch, todessehnsucht
  `),
  person: wordList(`
    ich, mich, mir, mein, hab, habe, bin, wieder, hilfe, helft, bitte, immer, jeden tag, er, sie, papa, mama, gedanken, täglich, ständig
  `),
  voices: wordList(`stimmen, die stimmen, stimme, in meinem kopf`),
  order: wordList(`springen, sterben, umbringen, töten, verletzen, schneiden, ritzen, vor den zug, beenden`),
  farewell: wordList(`abschiedsbrief*, abschiedsnachricht*, letzte briefe, letzten brief, abschiedsvideo`),
  kin: wordList(`
    kinder, kindern, familie, mutter, vater, eltern, mama, papa, mann, frau, sohn, tochter, freunde, freund, alle, geschrieben
  `),
  'way-out': wordList(`
    kein ausweg, keinen ausweg, ausweg, kein entkommen, keine hoffnung, keine zukunft, keine lösung, nur noch einen weg
  `),
  none: wordList(`für mich, mehr, sehe, seh, gibt es, gibts, bleibt, nur noch einen, nur noch eine, in meinem leben`),
  pain: wordList(`schmerz, schmerzen, leid, leiden, qual, elend`),
  'for-ever': wordList(`
    für immer aufhört, für immer aufhören, für immer vorbei, für immer weg, endgültig vorbei, endgültig aufhört, nie wieder spüren,
    für immer endet
  `),
  'last-day': wordList(`mein letzter tag, meine letzte nacht, mein letzter abend, mein letzter geburtstag, meine letzten stunden`),
  settled: wordList(`beschlossen, entschieden, sonntag, montag, freitag, samstag, morgen, heute, auf erden, auf dieser welt, wird`),
  weapon: wordList(`mit einem messer, mit messer, messer, mit einer waffe, mit pistole, mit einer axt, bewaffnet`),
  hiding: wordList(`
    verstecke mich, versteck mich, ich verstecke, ich versteck, vor der tür, vor meiner tür, hinter der tür, in meiner wohnung,
    eingeschlossen, bedroht mich, droht mir, verfolgt mich, hinter mir her, auf mich los
  `),
  held: wordList(`
    festgehalten, hält mich, halten mich, eingesperrt, sperrt mich, gefangen, mein pass, meinen pass, lässt mich nicht, lassen mich nicht
  `),
  'by-force': wordList(`gegen meinen willen, mit gewalt, im keller, eingesperrt, weggenommen, raus, gefangen, mein handy, werde, fest`),
  elder: wordList(`
    stiefvater, vater, papa, onkel, opa, großvater, trainer, lehrer, pfarrer, bruder, cousin, nachbar, freund meiner mutter,
    freund meiner mama, betreuer
  `),
  touching: wordList(`
    fasst mich, fasst mich nachts, fasst mich immer, berührt mich, begrapscht mich, grapscht, missbraucht mich, hat mich missbraucht,
    kommt nachts in mein, kommt nachts zu, vergewaltigt mich, hat mich angefasst, zieht mich aus, zwingt mich ihn
  `),
  story: wordList(`
    roman, buch, film, gedicht, geschichte, essay, referat, aufsatz, lied, spiel, minecraft, figur, charakter, kommissar, romeo, werther,
    hitler, cäsar, statistik*, gesetz*, entwurf, haushalt*, prävention*, suizidprävention, versicherung*, lebensversicherung, studie,
    forschung, lachen, lach, lache, scham, langeweile, neugier, hunger nach, durst, kaffee, formular, handy, akku, computer, server, konto,
    abo, vertrag, mietvertrag, prozess, tomaten, unkraut, hund, katze, sterbehilfe, camus, kündigen, auszufüllen, totlachen, steuern,
    hausaufgaben, sinn des lebens nach, pflege, arbeitstag, urlaub
  `),
  dwelling: wordList(`
    stadt, dorf, land, ausland, wohnung, haus, hause, eltern, wohnheim*, wg, miete, straße, viertel, schule, großstadt, vorort, nachbarn,
    schwiegereltern, mitbewohner*, adresse, in berlin, in deutschland, lebensversicherung, montag, dienstag, mittwoch, donnerstag, freitag,
    samstag, sonntag, parkhaus, parkplatz, labyrinth, früh
  `),
  mishap: wordList(`
    kochen, küche, rasieren, rasier*, glas, herd, ofen, backofen, bügeleisen, arbeit, sport, fußball, training, spielen, fahrrad, gestürzt,
    sturz, versehen, versehentlich, unfall*, versicherung, entschädigung, tetanus, haare, nägel, spielplatz, garten, gras, schach, sonne
  `),
};
