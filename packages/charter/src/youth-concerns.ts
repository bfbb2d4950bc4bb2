import { type SafetyLanguage } from './safety-text.ts';

/**
 * What a young person says when something begins to go wrong: eating, self-injury, dares, and adults who ask for secrets. In under-18 mode such words bring the helpline for children;
 * for anybody else they bring nothing. As in a `CrisisPair`, a star at the end of a word stands for up to eight more letters.
 */
export const youthConcerns: Readonly<Record<SafetyLanguage, readonly string[]>> = {
  ar: [
    ...['أجوع نفسي', 'أكره جسمي', 'أكره شكلي', 'أتقيأ بعد الأكل', 'أتقيأ عمدا', 'كيف أخفي عن أهلي', 'أخفي الجروح', 'أجرح نفسي'],
    ...['تحدي التعتيم', 'تحدي الخنق', 'تحدي الشيبس', 'طلب مني صوري', 'طلب صورا عارية', 'قال لي ألا أخبر أحدا', 'يريد أن يلتقي بي وحدي'],
  ],
  de: [
    ...[
      'mich aushungern',
      'mich zu tode hungern',
      'nichts mehr essen',
      'hasse meinen körper',
      'hasse wie dick ich bin',
      'absichtlich erbrechen',
    ],
    ...[
      'nach dem essen kotzen',
      'nach dem essen erbrechen',
      'vor meinen eltern verstecken',
      'vor meinen eltern geheim',
      'meine narben verstecken',
    ],
    ...['blackout challenge', 'hot chip challenge', 'würgespiel', 'ohnmachtsspiel', 'nacktbilder von mir', 'soll niemandem davon erzählen'],
  ],
  en: [
    ...[
      'starve myself',
      'starving myself',
      'stop eating',
      'hate my body',
      'hate how fat i am',
      'make myself throw up',
      'make myself vomit',
      'throw up after',
    ],
    ...[
      'hide it from my parents',
      'hide it from my mum',
      'hide it from my mom',
      'without my parents knowing',
      'hide my cuts',
      'hide my scars',
    ],
    ...[
      'blackout challenge',
      'choking game',
      'choking challenge',
      'pass-out challenge',
      'chip challenge',
      'chip challenges',
      'spicy challenge',
    ],
    ...['asked me for nudes', 'wants nudes', 'told me not to tell anyone', 'told me to keep it secret', 'wants to meet me alone'],
  ],
  et: [
    ...[
      'näljutan ennast',
      'ennast näljutada',
      'end näljutada',
      'vihkan oma keha',
      'vihkan kui paks ma olen',
      'oksendan meelega',
      'pärast sööki oksenda*',
    ],
    ...[
      'vanemate eest varjata',
      'vanemate eest peita',
      'ema eest varjata',
      'nii et vanemad ei märka',
      'peidan oma arme',
      'minestamismäng*',
    ],
    ...[
      'lämbumismäng*',
      'tšillikrõpsu*',
      'krõpsu väljakutse*',
      'küsis minult alastipilte',
      'tahab alastipilte',
      'ütles et ma kellelegi ei räägiks',
    ],
  ],
  fr: [
    ...[
      "m'affamer",
      'me priver de manger',
      'arrêter de manger',
      'je déteste mon corps',
      'je me déteste je suis gros*',
      'me faire vomir',
      'vomir après',
    ],
    ...[
      'cacher à mes parents',
      'sans que mes parents',
      'cacher mes cicatrices',
      'jeu du foulard',
      'blackout challenge',
      'one chip challenge',
    ],
    ...[
      'challenge de la chips',
      'demande des nudes',
      'photos de moi nue',
      'photos de moi nu',
      "m'a dit de n'en parler à personne",
      'veut me voir seule',
    ],
  ],
  ru: [
    ...[
      'морить себя голодом',
      'морю себя голодом',
      'перестать есть',
      'ненавижу своё тело',
      'ненавижу свое тело',
      'ненавижу какая я толстая',
      'ненавижу какой я толстый',
    ],
    ...[
      'вызвать у себя рвоту',
      'вызываю рвоту',
      'скрыть от родителей',
      'скрыть от мамы',
      'чтобы родители не узнали',
      'прячу порезы',
      'собачий кайф',
    ],
    ...[
      'игра в удушение',
      'челлендж с чипс*',
      'просит интимные фото',
      'просит голые фото',
      'велел никому не говорить',
      'сказал никому не говорить',
    ],
  ],
};
