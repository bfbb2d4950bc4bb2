import { type CrisisPair } from '../crisis-pair.ts';

const swallowing = ['neelas', 'neelas alla', 'neelasin', 'neelanud', 'alla neelanud', 'neelatas', 'kugistas', 'pani suhu ja neelas'];
const eating = ['jõi', 'jõin', 'joonud', 'sõi', 'sõin', 'söönud', 'lakkus', 'rüüpas'];
const substances = [
  ...[
    'pesupulbr*',
    'pesugeel*',
    'pesuvahend*',
    'pesukapsl*',
    'pesuloputusvahend*',
    'nõudepesu*',
    'valgend*',
    'kloor*',
    'seepi',
    'šampooni',
  ],
  ...['puhastusvahend*', 'torusiili*', 'torupuhast*', 'desinfitseer*', 'desovahend*', 'plekieemald*', 'katlakivieemald*', 'seebikiv*'],
  ...['ammoniaak*', 'nuuskpiiritus*', 'vesinikperoksiid*', 'atsetoon*', 'tärpentin*', 'lahust*', 'bensiin*', 'diislikütus*', 'petrooleum*'],
  ...['antifriis*', 'jahutusvedelik*', 'klaasipesu*', 'metanool*', 'piiritust', 'lambiõli*', 'süütevedelik*', 'värvi', 'liimi'],
  ...['rotimürk*', 'hiiremürk*', 'putukamürk*', 'sipelgamürk*', 'väetis*', 'naftaliin*', 'küünelakieemald*', 'parfüüm*', 'lõhnaõli*'],
  ...['sigaret*', 'nikotiin*', 'e-vedelik*'],
];
const objects = [
  ...['patarei*', 'nööppatarei*', 'aku', 'akut', 'münt', 'mündi', 'münti', 'münte', 'magnet*', 'nõela', 'nööpnõel*', 'kruvi*', 'naela'],
  ...[
    'klaasikil*',
    'klaasi killu',
    'kuuli',
    'kuulikese',
    'legoklots*',
    'klotsi',
    'mänguasja',
    'kõrvarõnga',
    'žiletitera',
    'kirjaklamb*',
    'luu',
    'nuppu',
  ],
];

export const et: readonly CrisisPair[] = [
  { kind: 'poison', first: [...swallowing, ...eating], second: substances },
  { kind: 'poison', first: swallowing, second: objects },
  {
    kind: 'violence',
    first: [
      ...[
        'mu mees',
        'minu mees',
        'mees',
        'abikaasa',
        'elukaaslane',
        'mu poiss',
        'poiss-sõber',
        'poisssõber',
        'eksmees',
        'mu eks',
        'mu naine',
      ],
      ...['toakaaslane', 'mu vend', 'mu poeg', 'keegi', 'ta', 'võõrasisa'],
    ],
    second: [
      ...['peksab mind', 'mind peksab', 'peksis mind', 'lööb mind', 'mind lööb', 'lõi mind', 'taob mind', 'klobib mind'],
      ...['kägistab mind', 'mind kägistab', 'kägistas mind', 'ründab mind', 'mind ründab', 'ründas mind', 'ähvardab mind noaga'],
      ...['ähvardab noaga', 'on nuga käes', 'tahab mind tappa', 'tahab mu tappa'],
    ],
  },
];
