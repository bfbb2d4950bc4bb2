import { type SafetyLanguage } from '@parlance/charter';

/** Sorrow that is no danger: somebody is alone, or has lost somebody. */
export type Sorrow = 'alone' | 'bereaved';

/** A star at the end of a word stands for up to eight more letters. */
export const sorrowWords: Readonly<Partial<Record<SafetyLanguage, Readonly<Record<Sorrow, readonly string[]>>>>> = {
  en: {
    alone: [
      ...[
        'i am lonely',
        'im lonely',
        'so lonely',
        'very lonely',
        'feel lonely',
        'feeling lonely',
        'feel alone',
        'feel so alone',
        'so alone',
      ],
      ...[
        'feel very alone',
        'nobody likes me',
        'no one likes me',
        'nobody loves me',
        'have no friends',
        'i am sad',
        'im sad',
        'so sad',
        'very sad',
      ],
      ...['feel sad', 'feeling sad', 'so unhappy', 'feel depressed', 'am depressed', 'nobody to talk to', 'no one to talk to'],
    ],
    bereaved: pairs(
      [
        'mother',
        'mum',
        'mom',
        'father',
        'dad',
        'wife',
        'husband',
        'son',
        'daughter',
        'brother',
        'sister',
        'grand*',
        'partner',
        'child',
        'baby',
      ],
      (whom) => [`my ${whom} died`, `my ${whom} has died`, `my ${whom} just died`, `my ${whom} passed away`, `my ${whom} has passed away`],
    ),
  },
  et: {
    alone: [
      ...[
        'olen üksi',
        'olen üksik',
        'nii üksi',
        'väga üksi',
        'üksildane',
        'tunnen end üksi*',
        'tunnen ennast üksi*',
        'keegi ei armasta mind',
      ],
      ...['mind ei armasta keegi', 'ma ei meeldi kellelegi', 'mul ei ole sõpru', 'mul pole sõpru', 'olen kurb', 'nii kurb', 'väga kurb'],
      ...['olen masenduses', 'olen õnnetu', 'nii õnnetu', 'kellegagi rääkida ei ole', 'pole kellegagi rääkida'],
    ],
    bereaved: pairs(
      ['ema', 'isa', 'abikaasa', 'mees', 'naine', 'poeg', 'tütar', 'vend', 'õde', 'vanaema', 'vanaisa', 'elukaaslane'],
      (whom) => [`${whom} suri`, `${whom} on surnud`, `suri ${whom}`, `suri mu ${whom}`, `suri minu ${whom}`],
    ),
  },
  ru: {
    alone: [
      ...[
        'мне одиноко',
        'очень одиноко',
        'так одиноко',
        'я одинок*',
        'никто меня не любит',
        'меня никто не любит',
        'никому не нужен',
        'никому не нужна',
      ],
      ...[
        'у меня нет друзей',
        'мне грустно',
        'очень грустно',
        'так грустно',
        'мне тоскливо',
        'у меня депрессия',
        'тяжело на душе',
        'не с кем поговорить',
      ],
    ],
    bereaved: [
      ...pairs(['мама', 'мать', 'жена', 'дочь', 'сестра', 'бабушка'], (whom) => [`${whom} умерла`, `умерла ${whom}`, `умерла моя ${whom}`]),
      ...pairs(['папа', 'отец', 'муж', 'сын', 'брат', 'дедушка', 'дед'], (whom) => [`${whom} умер`, `умер ${whom}`, `умер мой ${whom}`]),
    ],
  },
  de: {
    alone: [
      ...['bin einsam', 'so einsam', 'sehr einsam', 'fühle mich einsam', 'fühle mich allein*', 'niemand mag mich', 'keiner mag mich'],
      ...['habe keine freunde', 'bin traurig', 'so traurig', 'sehr traurig', 'niemanden zum reden'],
    ],
    bereaved: [
      ...pairs(['mutter', 'frau', 'tochter', 'schwester', 'oma', 'großmutter'], (whom) => [
        `meine ${whom} ist gestorben`,
        `meine ${whom} gestorben`,
      ]),
      ...pairs(['vater', 'mann', 'sohn', 'bruder', 'opa', 'großvater', 'kind'], (whom) => [
        `mein ${whom} ist gestorben`,
        `mein ${whom} gestorben`,
      ]),
    ],
  },
  fr: {
    alone: [
      'me sens seul*',
      'personne ne m’aime',
      "personne ne m'aime",
      'je suis triste',
      'si triste',
      'très triste',
      'personne à qui parler',
    ],
    bereaved: [
      ...pairs(['mère', 'femme', 'fille', 'sœur', 'grand-mère'], (whom) => [`ma ${whom} est morte`, `ma ${whom} est décédée`]),
      ...pairs(['père', 'mari', 'fils', 'frère', 'grand-père'], (whom) => [`mon ${whom} est mort`, `mon ${whom} est décédé`]),
    ],
  },
  ar: {
    alone: ['أشعر بالوحدة', 'لا أحد يحبني', 'ليس لدي أصدقاء', 'أنا حزين', 'أنا حزينة', 'أشعر بالحزن'],
    bereaved: ['توفي والدي', 'توفي أبي', 'مات أبي', 'توفيت والدتي', 'توفيت أمي', 'ماتت أمي', 'توفي زوجي', 'توفيت زوجتي'],
  },
};

/** What to look up for somebody who has lost somebody and asks for nothing in particular: the first thing that has to be done. */
export const afterADeath: Readonly<Record<string, string>> = {
  en: 'registering a death',
  et: 'surma registreerimine',
  ru: 'регистрация смерти',
  de: 'Sterbefall anzeigen',
  fr: 'déclarer un décès',
  ar: 'التصريح بوفاة',
};

function pairs(whom: readonly string[], said: (whom: string) => readonly string[]): readonly string[] {
  return whom.flatMap(said);
}
