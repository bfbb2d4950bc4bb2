import { type CrisisPair } from '../crisis-pair.ts';

const swallowing = ['avalé', 'avalée', 'a avalé', 'vient d’avaler', "vient d'avaler", 'a ingéré', 'ingéré', 'gobé'];
const eating = ['bu', 'a bu', 'vient de boire', 'mangé', 'a mangé', 'léché'];
const substances = [
  ...['lessive', 'poudre à laver', 'lessive en poudre', 'adoucissant', 'javel', 'eau de javel', 'détergent', 'liquide vaisselle'],
  ...[
    'produit vaisselle',
    'produit ménager',
    'produits ménagers',
    'produit d’entretien',
    "produit d'entretien",
    'produit nettoyant',
    'nettoyant',
  ],
  ...['déboucheur', 'destop', 'détartrant', 'détachant', 'désinfectant', 'gel hydroalcoolique', 'soude caustique', 'ammoniaque', 'chlore'],
  ...[
    'eau oxygénée',
    'dissolvant',
    'acétone',
    'térébenthine',
    'white spirit',
    'peinture',
    'colle',
    'essence',
    'gasoil',
    'pétrole',
    'antigel',
  ],
  ...[
    'alcool à brûler',
    'liquide de frein',
    'lave-glace',
    'mort aux rats',
    'anti-limaces',
    'granulés anti-limaces',
    'insecticide',
    'engrais',
  ],
  ...['naphtaline', 'parfum', 'shampoing', 'savon', 'cigarette*', 'mégot*', 'nicotine', 'vernis à ongles', 'pastille de lave-vaisselle'],
];
const objects = [
  ...[
    'pile',
    'piles',
    'pile bouton',
    'pile plate',
    'pièce de monnaie',
    'pièce de',
    'aimant*',
    'aiguille',
    'épingle',
    'clou',
    'vis',
    'bille*',
  ],
  ...[
    'morceau de verre',
    'bout de verre',
    'jouet',
    'lego',
    'trombone',
    'lame de rasoir',
    'boucle d’oreille',
    "boucle d'oreille",
    'bague',
    'arête',
  ],
];

export const fr: readonly CrisisPair[] = [
  { kind: 'poison', first: [...swallowing, ...eating], second: substances },
  { kind: 'poison', first: swallowing, second: objects },
  {
    kind: 'violence',
    first: [
      ...[
        'mon mari',
        'mon copain',
        'mon petit ami',
        'mon conjoint',
        'mon compagnon',
        'mon ex',
        'mon fiancé',
        'mon colocataire',
        'ma femme',
      ],
      ...['ma copine', 'mon fils', "quelqu'un", 'un homme', 'il', 'elle', 'on'],
    ],
    second: [
      ...['me frappe', 'me tabasse', 'me bat en ce moment', 'me bat maintenant', 'me cogne', 'me roue de coups', 'me donne des coups'],
      ...["m'étrangle", "m'attaque", "m'agresse", 'me menace avec', "m'a frappé", "m'a frappée", "m'a tabassée", "m'a étranglée"],
      ...['est en train de me frapper', 'est en train de me battre', 'a un couteau', 'veut me tuer', 'me brutalise'],
    ],
  },
];
