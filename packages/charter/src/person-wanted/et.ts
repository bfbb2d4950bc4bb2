import { meetings, personWords } from '../person-words.ts';
import { wordList } from '../word-list.ts';

const people = wordList(`
  inimesega, päris inimesega, elava inimesega, tavalise inimesega, päris inimestega, ametnikuga, mõne ametnikuga, töötajaga, mõne töötajaga,
  klienditeenindajaga, teenindajaga, operaatoriga, konsultandiga, nõustajaga, spetsialistiga, kellegi päris, mõne inimesega, kellegagi ametist,
  kellegagi asutusest
`);

export const et = personWords({
  alone: wordList(`
    kas siin on päris inimest, kas siin on mõni inimene, kas siin on mõni päris inimene, päris inimest palun, inimest palun, päris inimene palun,
    ühendage mind inimesega, ühenda mind inimesega, ühendage mind operaatoriga, ühenda mind operaatoriga, ühendage mind ametnikuga,
    ühenda mind ametnikuga, ühendage mind klienditeenindajaga, tahan inimest, soovin inimest, ma ei taha robotiga rääkida,
    ei taha robotiga rääkida, ei taha masinaga rääkida, ei taha arvutiga rääkida, ei soovi robotiga suhelda, kutsuge inimene, kutsu inimene
  `),
  asking: wordList(`
    soovin, soovime, tahan, tahame, tahaks, tahaksin, tahaksime, sooviksin, sooviks, kas ma saan, kas saan, kas saaks, kas saaksin, kas ma saaksin,
    kas on võimalik, on võimalik, palun, kuidas saan, kuidas ma saan, kuidas saaks, kuidas ma saaksin, kus saan, kus ma saan, mul on vaja, mul oleks vaja,
    vajan, pean, laske mul, lase mul, eelistan, kas te saate mind, ühendage mind, ühenda mind, suunake mind, suuna mind
  `),
  meeting: [
    ...meetings(
      wordList('rääkida, suhelda, vestelda, kõneleda, räägiks, ühendust võtta, ühendust, juttu ajada, telefonis rääkida'),
      people,
      'either',
    ),
    ...meetings(wordList('ühendada, kokku viia'), people, 'either'),
  ],
  butNot: wordList('spetsialistiga tööleping*, inimesega abielu*, ametnikuga abielu*, inimesega kellel'),
});
