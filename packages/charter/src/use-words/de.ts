import { type UseWords } from '../use-word.ts';
import { wordList } from '../word-list.ts';

export const de: UseWords = {
  asking: wordList(`
    schreib, schreibe, schreiben, verfasse, verfassen, erstelle, erstell, erstellen, generiere, generier, generieren, erzeuge,
    entwirf, entwerfe, baue, bau, entwickle, entwickeln, bereite, lege, leg, gib, liste, finde, such, suche, verfolge, überwache,
    überwachen, beobachte, identifiziere, markiere, bespitzle, lehne, schließe, filtere, sortiere, bewerte, sende, poste, verbreite,
    sag, sage, programmiere, sammle, sammeln, überzeuge, mach, mache, formuliere
  `),
  before: wordList(`
    bitte, kannst, könntest, können, könnten, du, sie, jetzt, dann, und, auch, hallo, hilf, mir, uns, zu, ich, wir, will, wollen,
    möchte, möchten, muss, sollst, deine, aufgabe, ist, es, automatisch, eine, einen
  `),
  about: wordList(`
    erkläre*, erklär, aufsatz, essay, artikel*, nachrichtenartikel, bericht über, geschichte, historisch*, satire*, satirisch*,
    parodie, roman*, kurzgeschichte*, erzählung*, film*, drehbuch*, unterricht*, quiz, forsch*, hausarbeit, referat*, straftat*,
    verboten, verbietet, verbot*, strafbar*, illegal*, rechtswidrig*, verhinder*, schütz*, schutz, erkennen, erkennt, diskriminier*,
    beschwerde*, widerspruch*, einspruch, zusammenfass*, fass, fasse, übersetz*, testdat*, platzhalter*, entlarv*, faktencheck*,
    warn*, museum*, ausstellung*, biografie*, gericht*, journalistisch*
  `),
  classes: {
    following: wordList(`
      dossier*, überwach*, verfolge, beobachte, bespitzel*, bespitzle, identifiziere, markiere, wohnadresse*, privatadresse*,
      wohnanschrift*, wo sie wohnen, mit wem sie sprechen, mit wem sie sich treffen, ihre bewegungen, akte über, akten über,
      profile aller
    `),
    'all-of': wordList(`alle, allen, aller, jeden, jede, jeder, jedem, diejenigen, sämtliche*, leute die, menschen die`),
    watched: wordList(`
      demonstration*, demonstrant*, demo, protest*, kundgebung*, aktivist*, dissident*, journalist*, opposition*, gewerkschaft*,
      kritisier*, regierungskritik*, bürger, bürgern, private nachrichten, chatnachrichten, politische ansichten, politische* meinung*
    `),
    'shutting-out': wordList(`
      ablehn*, ablehnt, lehne, lehnt, ausschließ*, ausschließt, aussortier*, verweiger*, abweis*, herausfilter*, benachteilig*,
      zurückstuf*
    `),
    group: wordList(`
      roma, sinti, muslim*, moslem*, juden, jüdisch*, migrant*, einwander*, flüchtling*, geflüchtete*, ausländer*, türken, araber*,
      schwarze*, schwule*, lesben, behinder*, frauen, schwangere*, ethnisch*, ausländischen namen, fremd klingenden namen, herkunft,
      religion
    `),
    service: wordList(`
      bewerbung*, bewerber*, antrag, anträge*, antragsteller*, wohnung*, miet*, stelle, stellen, kredit*, leistung*, sozialleistung*,
      dienst*, portal*, termin*, schulplatz, schulplätze, anmeldung*, visum, visa
    `),
    swaying: wordList(`
      uns wählt, uns wählen, für uns stimm*, manipulier*, überzeug*, umstimm*, beeinfluss*, ausnutzt, ausnutzen, schürt, aufhetz*
    `),
    aimed: wordList(`
      jeden unentschlossenen wähler, jedem unentschlossenen wähler, jeden wähler auf, jeden wähler mit namen, ängste der wähler,
      seine ängste, ihre ängste, persönlichen ängste, psychologische* profil*, persönlichkeitsprofil*, wählerdaten,
      persönlichen daten der wähler
    `),
    many: wordList(`#, hunderte, hundert, tausende, tausend, dutzende, massenhaft, unzählige`),
    faked: wordList(`
      gefälscht*, falsche, falschen, erfunden*, fiktiv*, fake, fake-*, bot, bots, sockenpuppe*, die sich als, angeblich von,
      verschiedene* personen, verschiedene* nutzer*
    `),
    published: wordList(`
      kommentar*, bewertung*, rezension*, post, posts, beiträge, tweets, briefe, leserbriefe, nachrichten, unterschriften,
      stellungnahmen, konten
    `),
    deceiving: wordList(`
      verschoben, verlegt wurde, verlegt worden, abgesagt, fällt aus, ausfällt, per sms wählen, per sms abstimmen, verhaftet,
      festgenommen, abgeschoben, bußgeld, zuhause bleiben, zu hause bleiben, nicht wählen gehen, nicht zur wahl, vom wählen abhalten,
      von der wahl abhalten, falsches datum, falschen termin, falsche informationen, wahlbeteiligung senk*, wahlbeteiligung drück*
    `),
    voting: wordList(`
      wahl, wahlen, wähler*, wählen, abstimmung*, volksentscheid, referendum, wahllokal*, wahlbeteiligung, stimmabgabe
    `),
  },
};
