import { type CrisisPair } from '../crisis-pair.ts';

const swallowing = ['swallowed', 'has swallowed', 'swallowing', 'gulped', 'gulped down', 'ingested'];
const substances = [
  ...['washing powder', 'washing liquid', 'washing-up liquid', 'washing up liquid', 'laundry powder', 'laundry liquid', 'soap powder'],
  ...['detergent', 'dish soap', 'dishwashing liquid', 'dishwasher salt', 'fabric softener', 'stain remover', 'bleach', 'disinfectant'],
  ...['floor cleaner', 'window cleaner', 'glass cleaner', 'drain cleaner', 'toilet cleaner', 'oven cleaner', 'bathroom cleaner'],
  ...['hand sanitizer', 'hand sanitiser', 'caustic soda', 'lye', 'ammonia', 'hydrogen peroxide', 'chlorine', 'rust remover', 'descaler'],
  ...['lighter fluid', 'kerosene', 'diesel', 'petrol', 'turpentine', 'antifreeze', 'rubbing alcohol', 'paint', 'varnish', 'superglue'],
  ...['mothball*', 'moth balls', 'slug pellets', 'ant poison', 'ant bait', 'rat poison', 'fertiliser', 'fertilizer', 'weedkiller'],
  ...['vape juice', 'vape liquid', 'nicotine', 'cigarette*', 'perfume', 'mouthwash', 'shampoo', 'essential oil', 'nail polish'],
];
const objects = [
  ...['coin*', 'battery', 'batteries', 'button cell', 'coin cell', 'magnet*', 'needle*', 'safety pin', 'screw*', 'nail', 'nails'],
  ...[
    'marble*',
    'lego',
    'razor blade*',
    'piece of glass',
    'glass shard*',
    'paper clip*',
    'paperclip*',
    'staple*',
    'earring*',
    'water bead*',
  ],
  ...['toy', 'fish bone', 'chicken bone', 'key', 'ring'],
];
const partners = [
  ...['my husband', 'my boyfriend', 'my partner', 'my fiance', 'my fiancé', 'my ex', 'my wife', 'my girlfriend', 'my roommate', 'my son'],
  ...['my brother', 'my sister', 'my stepfather', 'my father-in-law', 'someone', 'somebody', 'a man', 'he', 'she', 'they'],
];

export const en: readonly CrisisPair[] = [
  { kind: 'poison', first: [...swallowing, 'drank', 'drunk', 'drinking', 'ate', 'eaten', 'licked'], second: substances },
  { kind: 'poison', first: swallowing, second: objects },
  {
    kind: 'violence',
    first: partners,
    second: [
      ...['beating me', 'beating me up', 'beat me up', 'hitting me', 'punching me', 'punched me', 'kicking me', 'kicked me'],
      ...[
        'choking me',
        'chokes me',
        'strangles me',
        'choked me',
        'strangling me',
        'strangled me',
        'attacking me',
        'attacked me with',
        'hurting me',
      ],
      ...['slapping me', 'slapped me', 'pulled a knife', 'has a knife', 'has a gun', 'holding a knife', 'is going to kill me'],
      ...['threatening to kill me', 'wants to kill me', 'tried to kill me'],
    ],
  },
];
