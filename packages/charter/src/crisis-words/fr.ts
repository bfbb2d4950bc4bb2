import { type CrisisWords } from '../crisis-sense.ts';
import { wordList } from '../word-list.ts';

export const fr: CrisisWords = {
  wish: wordList(`
    veux, veut que, veu, ve, jveux, voudrais, voulais, aimerais, aurais préféré, préférerais, préfère, préférer, plutôt, envie, envi,
    pense à, pense a, pensé à, penser à, pensées, idées, songe à, rêve de, vais, vai, décidé de, décidé, prêt à, prête à, prévu de, prévois,
    compte, essayé de, tenté de, sur le point de, dois, devrais, mérite de, ce soir, cette nuit, façon, façons, moyen de, moyen, manière,
    sans douleur, douloureuse, courage, j'aurais, je serais mieux, mieux, seule solution, seule issue, seule option, hâte de, laissez-moi,
    laisse-moi, besoin de, tenté, j'vais, j'veux, jvais, comment faire pour
  `),
  death: wordList(`
    mourir, mourrir, mouri, être mort, être morte, crever, clamser, me tuer, m'tuer, me suicider, me sucider, suicider, suicide,
    me supprimer, en finir, tout finir, mettre fin à mes jours, mettre fin à ma vie, mettre fin à tout, fin à mes jours,
    tout arrêter pour de bon, arrêter de vivre, finir ma vie, m'ôter la vie, m'enlever la vie, ôter la vie, quitter ce monde,
    quitter cette vie, partir pour toujours, me foutre en l'air, me fous en l'air, fous en l'air, me pendre, me pends, me flinguer,
    me buter, me crever, me noyer, me tirer une balle, m'ouvrir les veines, me tailler les veines, sauter du pont, sauter d'un pont,
    sauter par la fenêtre, sauter du toit, me jeter sous, me jeter du, me jeter par, me jetterai sous, disparaître pour toujours,
    disparaître et ne plus, ne plus exister, plus exister, cesser d'exister, ne jamais me réveiller, plus me réveiller, plus se réveiller,
    ne plus se réveiller, pas me réveiller, jamais me réveiller, dormir pour toujours, jamais naître, ne jamais naître, jamais né,
    jamais née, pas être née, pas naître, ma mort, dans la tombe, commettre l'irréparable, l'irréparable, la mort me, la mort est,
    la mort serait, j'me bute
  `),
  weary: wordList(`
    plus envie, pas envie, aucune envie, veux plus, veux pas, ne veux plus, ne veux pas, peux plus, peux pas, n'en peux plus, en peux pus,
    en peux plus, aucune raison, pas de raison, plus de raison, plus aucune raison, une raison, aucun sens, pas de sens, plus de sens,
    n'a plus de sens, à quoi bon, à quoi ça sert, ne sert à rien, sert à rien, fatigué, fatiguée, lasse, las, tanné, tannée, marre,
    ras le bol, ras-le-bol, assez, dégoûte, dégoûté, dégoûtée, déteste, hais, fini avec, fini, pourquoi je, pourquoi, vaut plus,
    vaut plus rien, vaut rien, ne vaut plus, ne vaut rien, plus la force, pas la force, n'ai plus la force, plus le courage, plus goût,
    perdu le goût
  `),
  living: wordList(`
    vivre, vie, la vie, ma vie, cette vie, vis, vis encore, vivant, vivante, en vie, être en vie, exister, existe, existence, être là,
    être ici, ce monde, me lever demain, me réveiller demain, me réveiller, continuer à vivre, vivre comme ça, d'exister, de vivre
  `),
  unable: wordList(`
    peux plus, peux pas, ne peux plus, ne peux pas, n'arrive plus à, arrive plus à, arrive plus, j'en peux, ne supporte plus, supporte plus,
    crois pas que, crois pas, ne crois pas que, pense pas que, ne pense pas, plus la force, pas la force, plus envie, pas sûr de,
    pas sûre de, en peux plus, en peux pus
  `),
  enduring: wordList(`
    continuer, continuer comme ça, continuer ainsi, vivre comme ça, vivre ainsi, tenir, tenir le coup, tenir plus longtemps, supporter ça,
    supporter cette vie, passerai la nuit, passer la nuit, finir la nuit, voir demain, tenir jusqu'à demain, me battre, lutter, avancer,
    de vivre, cette vie, pantoute
  `),
  harming: wordList(`
    me taillade, taillade, me coupe, me coupais, couper, me brûle, brûler, me scarifie, scarifie, scarifier, me mutile, mutiler, me fais,
    me suis fait, me suis encore fait, me fait, me faire, faire, me blesse, blesser, me frappe moi, me griffe, me punir, me taper,
    commettre, entaille
  `),
  self: wordList(`
    du mal, du mal à moi, mal exprès, les bras, mes bras, les veines, mes veines, les poignets, mes poignets, les cuisses, les jambes,
    la peau, moi-même, moi même, avec des cigarettes, mon corps, l'irréparable, avec une lame, avec un rasoir
  `),
  somebody: wordList(`
    ma sœur, ma soeur, mon frère, mon fils, ma fille, mon ami, mon amie, ma meilleure amie, mon meilleur ami, mon copain, ma copine,
    mon pote, mon mari, ma femme, mon conjoint, ma conjointe, mon ex, ma mère, mon père, maman, papa, mon enfant, mon cousin, ma cousine,
    mon coloc, mon voisin, ma voisine, un camarade, camarade, un élève, une élève, un collègue, une collègue, collègue, quelqu'un, un ami,
    une amie, un proche, il, elle
  `),
  'their-death': wordList(`
    veut mourir, veut se tuer, se tuer, va se tuer, se suicider, suicidaire, suicidere, suicidaires, en finir, mettre fin à ses jours,
    mettra fin à ses jours, met fin à ses jours, fin à ses jours, veut plus vivre, ne veut plus vivre, plus envie de vivre,
    n'a plus envie de vivre, se scarifie, se mutile, se coupe les, se fasse du mal, se faire du mal, se fait du mal, se blesse,
    parle de mourir, parle de la mort, parle de suicide, message d'adieu, m'a dit adieu, ne vivra pas sans, pas vivre sans, avec une corde,
    se pendre, se jeter, sauter du, s'ôter la vie, faire une bêtise, commettre l'irréparable
  `),
  remedy: wordList(`
    cachets, cachet, comprimés, comprimé, médicaments, médocs, pilules, somnifères, calmants, anxiolytiques, antidépresseurs, insuline,
    doliprane, paracétamol, boîte
  `),
  'too-much': wordList(`
    trop de, trop pris, tous avaler, les avaler tous, tout avaler, avaler tous, avaler tout, tous les prendre, tout prendre, toute la boîte,
    boîte entière, exprès, volontairement, d'un coup, ne plus se réveiller, ne plus me réveiller, pas me réveiller, plus se réveiller,
    pour mourir, pour en finir, devant moi
  `),
  height: wordList(`
    toit, pont, balcon, fenêtre, falaise, train, métro, rer, rails, voie, voies, camion, immeuble, rambarde, bord, rebord, étage
  `),
  leap: wordList(`
    envie de sauter, vais sauter, veux sauter, de sauter, je saute, sauterai, sauter devant, me jeter, me jette, me jetterai, me balancer,
    me lancer, me foutre sous, me foutre, au bord du, suis au bord, debout sur le bord, dire de sauter, enjamber, passer sous,
    marcher devant
  `),
  others: wordList(`
    tout le monde, le monde, tous, ma famille, mes enfants, mes parents, mes proches, mon mari, ma femme, personne, vous, ils, eux,
    les autres, on
  `),
  'without-me': wordList(`
    mieux sans moi, mieux si je, sans moi, si je n'étais plus, si je n'étais pas, si j'étais pas, si j'étais plus, si j'étais mort,
    si j'étais morte, si je disparaissais, si je disparais, si je meurs, si je mourais, me regretter, me regrettera, me regretterait,
    me pleurer, pleurera, s'en apercevrait si, s'en rendrait compte si, remarquerait si je, remarque si je, s'en fout si je, se fiche si je,
    manquerai à, soulagés si
  `),
  suicidal: wordList(`
    suicidaire, suicidaires, suissidaire*, suicidère, sucidaire*, suicidere, idées noires, pensées noires, envies suicid*
  `),
  person: wordList(`
    je, j'ai, moi, mes, mon, me, ai, suis, idées, des idées, pensées, tout le temps, encore, aidez, aide, svp, il, elle, il est, père, mère,
    toujours
  `),
  voices: wordList(`voix, les voix, dans ma tête`),
  order: wordList(`sauter, mourir, me tuer, tuer, couper, faire du mal, en finir`),
  farewell: wordList(`
    lettre d'adieu, lettres d'adieu, mot d'adieu, dernière lettre, dernières lettres, vidéo d'adieu, écrit les lettres,
    écrit une lettre d'adieu, écrit mes adieux
  `),
  kin: wordList(`
    mes enfants, ma famille, ma mère, mon père, mes parents, ma femme, mon mari, mon fils, ma fille, mes proches, mes amis, tout le monde
  `),
  'way-out': wordList(`
    plus d'issue, aucune issue, pas d'issue, d'issue, plus d'espoir, aucun espoir, plus d'avenir, aucune solution, plus de solution,
    aucune sortie, plus d'échappatoire
  `),
  none: wordList(`pour moi, je vois, je ne vois, il ne reste, ne reste qu'un, il n'y a, y'a, y a, dans ma vie`),
  pain: wordList(`douleur, cette douleur, souffrance, souffrances, souffrir, supplice`),
  'for-ever': wordList(`
    pour toujours, cesse pour toujours, s'arrête pour toujours, une bonne fois pour toutes, pour de bon, à jamais, à tout jamais
  `),
  'last-day': wordList(`
    mon dernier jour, ma dernière nuit, mon dernier soir, mon dernier anniversaire, mes dernières heures, mon dernier noël
  `),
  settled: wordList(`décidé, sur terre, ce soir, dimanche, demain, sera, serait, en vie`),
  weapon: wordList(`avec un couteau, couteau, avec une arme, pistolet, avec une hache, armé, batte`),
  hiding: wordList(`
    je me cache, me cache, derrière la porte, devant ma porte, devant la porte, chez moi, enfermée dans, enfermé dans, me menace,
    me poursuit, me court après, s'en prend à moi, après moi
  `),
  held: wordList(`
    me retient, retient, on me retient, retenue, retenu, m'enferme, enfermée, enfermé, séquestrée, séquestré, séquestre, me laisse pas,
    ne me laisse pas, pris mon passeport
  `),
  'by-force': wordList(`
    de force, contre ma volonté, contre mon gré, à la cave, sortir, passeport, mon téléphone, prisonnière, prisonnier, à clé
  `),
  elder: wordList(`
    beau-père, beau père, père, papa, oncle, tonton, grand-père, papi, entraîneur, coach, prof, professeur, prêtre, frère, cousin, voisin,
    copain de ma mère, ami de ma mère
  `),
  touching: wordList(`
    me touche, m'a touché, m'a touchée, me caresse, abuse de moi, a abusé de moi, me viole, m'a violé, m'a violée, vient dans mon lit,
    vient la nuit, vient dans ma chambre la nuit, me déshabille, m'agresse sexuellement, me tripote
  `),
  story: wordList(`
    roman, livre, film, poème, histoire, exposé, dissertation, chanson, jeu, minecraft, personnage, inspecteur, roméo, werther, hitler,
    césar, statistique*, loi, projet de loi, budget, prévention, assurance, étude, recherche, rire, honte, ennui, curiosité, soif, faim,
    café, formulaire, remplir, téléphone, batterie, ordinateur, serveur, compte, abonnement, contrat, bail, processus, tomates, chien, chat,
    assisté, aide à mourir, euthanasie, camus, musée, recette, contravention, travail, voir, connaître, savoir, gâteau, bac, tabac, fumer
  `),
  dwelling: wordList(`
    en ville, ville, campagne, village, appartement, maison, chez, parents, foyer, foyers, internat, colocation, loyer, étranger, pays,
    quartier, rue, banlieue, école, lycée, assurance, adresse, belle-mère, voisins, lundi, mardi, mercredi, jeudi, vendredi, samedi,
    dimanche, heures, heure, parking, tôt
  `),
  mishap: wordList(`
    cuisinant, cuisine, rasant, verre, four, fer à repasser, travail, boulot, sport, foot, football, jouant, vélo, suis tombé, suis tombée, est tombé, est tombée, accident*,
    sans faire exprès, assurance, indemnis*, tétanos, antitétanique, cheveux, ongles, aire de jeux, jardin, doigt, soleil, croire, dépenses,
    impôts, mal à comprendre, mal à trouver, mal à remplir, mal à dormir, mal à lire
  `),
};
