import { stopWords } from '../knowledge/stop-words.ts';
import { oncePer } from '../resolve/once-per.ts';
import { type Vocabulary } from './vocabulary.ts';

/** How many words of a text in Latin letters are words of a language that is written in other letters. Digits stand for letters there, as in `3lach`. */
export function romanisedWords(text: string, language: string, vocabulary: Vocabulary): number {
  const known = language === 'ru' ? romanisedRussian(vocabulary) : language === 'ar' ? romanisedArabic : none;
  if (known.size === 0) return 0;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? [];
  return words.filter((word) => known.has(latinSkeleton(word))).length;
}

const none: ReadonlySet<string> = new Set();

const shortest = 3;

const romanisedRussian = oncePer((vocabulary: Vocabulary): ReadonlySet<string> => {
  const words = [...(stopWords['ru'] ?? '').split(/\s+/), ...(vocabulary.get('ru') ?? [])];
  return new Set(words.map((word) => latinSkeleton(fromCyrillic(word))).filter((word) => word.length >= shortest));
});

const cyrillic: ReadonlyMap<string, string> = new Map(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

function fromCyrillic(word: string): string {
  return Array.from(word.toLowerCase(), (letter) => cyrillic.get(letter) ?? letter).join('');
}

/** People write Russian and Arabic in Latin letters in many ways; words that differ only in the way have one skeleton. */
function latinSkeleton(word: string): string {
  const letters = plainLetters(word.toLowerCase());
  return variable.test(letters) ? withoutVariants(letters) : letters;
}

function plainLetters(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/c\u030c/g, 'ch')
    .replace(/s\u030c/g, 'sh')
    .replace(/z\u030c/g, 'zh')
    .replace(/[\p{M}'’`]/gu, '');
}

/** What stands in every spelling that has another; most words have none of it, and each replacement looks through the word. */
const variable = /[4cjkwxy]|ii/;

function withoutVariants(letters: string): string {
  return letters
    .replace(/j(?=[aeou])/g, 'y')
    .replace(/shch|sh4|w4/g, 'sch')
    .replace(/4/g, 'ch')
    .replace(/kh|x/g, 'h')
    .replace(/c(?!h)/g, 'ts')
    .replace(/w/g, 'v')
    .replace(/[ij]y|yi|y[ij]|iy|j/g, 'y')
    .replace(/y(?![aeou])/g, 'i')
    .replace(/ii+/g, 'i');
}

/** Everyday words of Arabic, above all Moroccan, as they are typed in Latin letters and digits. */
const romanisedArabic: ReadonlySet<string> = new Set(
  `salam slm salamo 3likom labas bghit bghina bghiti kifach kifash kifach kif chnou chno chnahowa ash achno wach wash wesh fin fen finahowa fach mnin imta ch7al
  chhal shhal bch7al bchhal 3lach 3lash alach 3afak afak 3la 3nd 3ndi 3ndk andi dyal dyali dyalek dial diali had hadi hadchi dak kayn kayna kayen khass khassni khasni
  khasni ndir nder ndiro dir ndirou nakhod nakhd nakhoud njib njded njdd njaded nsjel nsejel nqdr nqder n9dr n9der kan9dr 9dr te9dr mni mn men wla wela oula ola ila
  ida daba bzaf bzzaf walo walou machi mashi makaynch ma3ndich mabghach 7it hit 7ta hta 9bl 9bel mora ghadi ghda lyoum lyom hna hnaya ana nta nti howa hiya hna homa
  chokran choukran shukran ayna kayfa mata limada limadha hal urid oreed uridu jawaz lwraq lwra9 wra9 wrak weld wldi weldi bnti bent lmdrasa lmadrasa lbitaqa`
    .split(/\s+/)
    .map(latinSkeleton),
);
