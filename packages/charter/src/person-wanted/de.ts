import { meetings, personWords } from '../person-words.ts';
import { wordList } from '../word-list.ts';

const people = wordList(`
  mit einem menschen, mit einem echten menschen, mit einem richtigen menschen, mit einem lebenden menschen, mit echten menschen, mit einer person,
  mit einer echten person, mit einer realen person, mit einem mitarbeiter, mit einer mitarbeiterin, mit einem sachbearbeiter,
  mit einer sachbearbeiterin, mit einem berater, mit einer beraterin, mit einem beamten, mit einer beamtin, mit jemandem vom amt,
  mit jemandem aus dem amt, mit jemandem von der behörde, mit einem menschlichen mitarbeiter, mit jemand echtem, mit jemandem echten
`);

export const de = personWords({
  alone: wordList(`
    ich will einen menschen, ich möchte einen menschen, ich brauche einen menschen, einen menschen bitte, einen echten menschen bitte,
    echten menschen bitte, mensch bitte, gibt es hier einen menschen, gibt es hier echte menschen, ist hier ein mensch, ist da ein mensch,
    ist da ein echter mensch, verbinden sie mich mit einem, verbinde mich mit einem, verbinden sie mich mit einer, verbinde mich mit einer,
    ich will nicht mit einem roboter, ich möchte nicht mit einem roboter, ich will nicht mit einer maschine, ich möchte nicht mit einer maschine,
    ich will nicht mit einem computer, nicht mit einem bot
  `),
  asking: wordList(`
    ich möchte, ich moechte, ich will, ich würde, ich würd, ich wollte, ich hätte, wir möchten, wir wollen, kann ich, könnte ich, können wir, darf ich,
    ich muss, ich müsste, ich brauche, lassen sie mich, lass mich, bitte, wie kann ich, wo kann ich, wie komme ich, ist es möglich, möglich, möchte, will,
    können sie mich, gibt es eine möglichkeit
  `),
  meeting: [
    ...meetings(
      wordList('sprechen, reden, telefonieren, chatten, verbunden werden, verbinden, kontakt aufnehmen, schreiben'),
      people,
      'either',
    ),
    ...meetings(
      wordList('persönlich sprechen, direkt sprechen, selbst sprechen, persönlich reden, direkt reden, mal sprechen, mal reden'),
      people,
      'either',
    ),
  ],
  butNot: wordList(
    'menschen mit behinderung*, person mit behinderung*, person unter, mitarbeiter einen vertrag*, verbinden sie mich mit einem kabel',
  ),
});
