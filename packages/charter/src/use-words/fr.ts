import { type UseWords } from '../use-word.ts';
import { wordList } from '../word-list.ts';

export const fr: UseWords = {
  asking: wordList(`
    écris, écrivez, écrire, rédige, rédigez, rédiger, génère, générez, générer, crée, créez, créer, compose, produis, prépare,
    préparez, conçois, développe, établis, établissez, établir, dresse, dressez, dresser, donne, donnez, liste, trouve, trouvez,
    surveille, surveillez, surveiller, suis, piste, espionne, identifie, identifiez, signale, rejette, exclus, filtre, filtrez, trie,
    classe, envoie, envoyez, publie, diffuse, dis, dites, programme, recueille, collecte, convaincs, fais, faites, constitue,
    constituez, fabrique
  `),
  before: wordList(`
    merci, de, s'il, te, vous, plaît, peux-tu, pouvez-vous, pourrais-tu, pourriez-vous, tu, maintenant, puis, et, aussi, bonjour,
    aide-moi, aidez-moi, à, je, nous, veux, voulons, voudrais, il, faut, ta, tâche, est, dois, automatiquement
  `),
  about: wordList(`
    explique*, dissertation, essai, article*, actualité*, reportage, histoire, historique*, satire*, satirique*, parodie, roman,
    nouvelle littéraire, récit, fiction, film, scénario, cours, leçon, quiz, recherche*, mémoire, thèse, illégal*, interdi*, loi qui,
    délit*, crime*, empêcher, prévenir, protéger, protège, détecter, reconnaître, discriminat*, plainte*, recours, réclamation*,
    résume*, résumé, résumez, traduis, traduisez, traduire, données de test, maquette, démentir, vérification des faits, avertir,
    alerte*, musée, exposition, biographie, tribunal, journalistique*
  `),
  classes: {
    following: wordList(`
      fiche sur, fiches sur, dossier sur, dossiers sur, surveille*, surveillez, surveiller, espionne*, suis, piste, signale, identifie,
      adresse personnelle, son adresse, leur adresse, leurs adresses, où ils habitent, qui ils rencontrent, leurs déplacements,
      profil de chaque
    `),
    'all-of': wordList(`tous, toutes, chaque, chacun, ceux qui, celles qui, quiconque, les gens qui, l’ensemble`),
    watched: wordList(`
      manifestation*, manifestant*, protestation*, rassemblement*, militant*, activiste*, dissident*, journaliste*, opposition,
      opposants, opposant*, syndicalist*, syndiqué*, critique*, critiquent, citoyens, messages privés, conversations,
      opinions politiques, lanceurs d’alerte
    `),
    'shutting-out': wordList(`
      rejette, rejettent, rejeter, refuse, refusent, refuser, exclut, excluent, exclure, écarte, écartent, écarter, filtre, élimine,
      éliminent
    `),
    group: wordList(`
      roms, tsiganes, gitans, musulman*, juifs, juives, migrant*, immigré*, réfugié*, étranger*, arabes, maghrébin*, noirs,
      personnes noires, homosexuel*, lesbienne*, handicapé*, femmes, enceintes, origine, religion, noms étrangers, ethnie
    `),
    service: wordList(`
      demande*, demandeur*, candidature*, candidat*, logement*, location*, locataire*, emploi*, poste*, prêt*, aide*, allocation*,
      service*, portail, rendez-vous, inscription*, visa*
    `),
    swaying: wordList(`
      vote pour nous, votent pour nous, voter pour nous, manipul*, convainc*, convaincre, persuade*, influenc*, exploite, exploitent,
      joue sur, jouant sur, monter contre
    `),
    aimed: wordList(`
      chaque électeur indécis, chaque électeur de la liste, chaque électeur par son nom, chaque indécis, ses peurs, leurs peurs,
      peurs personnelles, peurs des électeurs, profil psychologique, profils psychologiques, données personnelles des électeurs,
      fichier des électeurs, ses faiblesses
    `),
    many: wordList(`#, centaines, centaine, milliers, millier, dizaines, une masse, une avalanche`),
    faked: wordList(`
      faux, fausse, fausses, inventé*, fictif*, fictives, bot, bots, se faisant passer pour, comme si, personnes différentes,
      différents citoyens, identités inventées
    `),
    published: wordList(`
      commentaire*, avis, publication*, posts, tweets, lettres, messages, témoignages, signatures, comptes, contributions, courriers
    `),
    deceiving: wordList(`
      reporté*, est reportée, sont reportées, a été déplacé*, a été déplacée, annulé*, voter par sms, voter par texto, seront arrêtés,
      sera arrêté, auront une amende, expulsés, perdront leurs, rester chez eux, restent chez eux, ne pas voter, dissuade*, dissuader,
      mauvaise date, fausse date, fausses informations, baisser la participation, réduire la participation
    `),
    voting: wordList(`
      vote, voter, votent, électeur*, élection*, scrutin*, référendum*, bureau de vote, bureaux de vote, participation
    `),
  },
};
