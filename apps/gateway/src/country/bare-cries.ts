import { bareLetters } from './bare-letters.ts';

/**
 * What people at their end say and nothing more. Beside anything else the same words are of every day ("I can't wait any longer"), so they count only where they are the whole message.
 */
const cries: readonly string[] = [
  ...[
    'i cant anymore',
    'i cant any more',
    'i cannot anymore',
    'i cant go on',
    'i cant go on anymore',
    'i cant do this anymore',
    'i cant take it anymore',
  ],
  ...['ma ei jaksa enam', 'ei jaksa enam', 'ma enam ei jaksa', 'enam ei jaksa', 'ma ei suuda enam', 'ei suuda enam', 'ma ei jõua enam'],
  ...[
    'я больше не могу',
    'больше не могу',
    'не могу больше',
    'я не могу больше',
    'я так больше не могу',
    'так больше не могу',
    'я больше так не могу',
  ],
  ...['ich kann nicht mehr', 'kann nicht mehr', 'ich kann einfach nicht mehr', 'ich halte es nicht mehr aus', 'ich will nicht mehr'],
  ...['je n’en peux plus', 'j’en peux plus', 'je ne peux plus', 'je n’en peux vraiment plus', 'je ne tiens plus'],
  ...['لم أعد أحتمل', 'لم أعد أتحمل', 'لم أعد أستطيع', 'ما عدت أقدر', 'ما عدت أتحمل', 'لا أستطيع أكثر', 'معادش قادر', 'ما بقيتش قادر'],
  ...['artık dayanamıyorum', 'dayanamıyorum artık', 'artık yapamıyorum', 'artık devam edemiyorum', 'dayanacak gücüm kalmadı'],
  ...['अब और नहीं सह सकता', 'अब और नहीं सह सकती', 'मैं और नहीं सह सकता', 'मैं और नहीं सह सकती', 'अब और सहन नहीं होता'],
  ...['no puedo más', 'ya no puedo más', 'no aguanto más', 'ya no aguanto más'],
  ...['я більше не можу', 'більше не можу', 'не можу більше', 'я так більше не можу'],
  ...['我受不了了', '我撑不下去了', '我坚持不下去了', '我不行了'],
];

const known: ReadonlySet<string> = new Set(cries.map(bareLetters));

/** In UTF-16 units; nothing that is longer is one. */
const longest = 80;

/** Whether a message is nothing but a cry of somebody who cannot go on. */
export function isBareCry(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= longest && known.has(bareLetters(trimmed));
}

/** Words for what somebody puts in order who means to die; after a cry, whoever asks for that has not gone on to another thing. The beginning of a word is enough. */
const lastThings: readonly string[] = [
  ...['testament', 'inherit', 'funeral', 'burial', 'death', 'last will', 'a will', 'my will', 'organ donation'],
  ...['pärand', 'pärim', 'matus', 'matmi', 'surm', 'viimne tahe', 'viimase tahte'],
  ...['завещ', 'наслед', 'похорон', 'смерт'],
  ...['erbe', 'erbschaft', 'vererb', 'beerdig', 'bestatt', 'beisetz', 'todes', 'tod ', 'tode ', 'sterb'],
  ...['héritage', 'succession', 'obsèques', 'funérailles', 'décès', 'enterrement'],
  ...['وصية', 'الوصية', 'إرث', 'الإرث', 'ميراث', 'الميراث', 'جنازة', 'الجنازة', 'وفاة', 'الوفاة', 'دفن'],
  ...['vasiyet', 'miras', 'cenaze', 'ölüm', 'defin'],
];

/** With a space behind it, a word is meant whole. */
const beginnings = lastThings.map((word) => ` ${bareLetters(word)}${word.endsWith(' ') ? ' ' : ''}`);

export function asksForLastThings(text: string): boolean {
  const letters = ` ${bareLetters(text)} `;
  return beginnings.some((word) => letters.includes(word));
}
