import { existsSync, readFileSync } from 'node:fs';
import { safetyCorpus, type SafetyLanguage } from '@parlance/charter';
import { describe, expect, test } from 'vitest';
import { isYouthConcern } from './crisis.ts';
import { crisisInWords } from './crisis-signs.ts';
import { crisisIn } from './distress/crisis-in.ts';

/** Sentences that are not among the phrases of the charter. */
const cries: Readonly<Record<SafetyLanguage, readonly (readonly [string, string])[]>> = {
  ar: [
    ['poison', 'شرب طفلي ماء جافيل'],
    ['poison', 'ابنتي الصغيرة أكلت قليلا من مسحوق الغسيل'],
    ['poison', 'ولدي سرط بطارية صغيرة'],
    ['violence', 'راجلي دابا كيضربني'],
    ['violence', 'خطيبي الآن يخنقني'],
  ],
  de: [
    ['poison', 'Mein Sohn hat Waschpulver gegessen'],
    ['poison', 'Hilfe, die Kleine hat eine Münze verschluckt'],
    ['poison', 'Er hat aus Versehen Frostschutzmittel getrunken'],
    ['violence', 'Mein Freund schlägt gerade auf mich ein'],
    ['violence', 'Mein Lebensgefährte hat mich eben gewürgt'],
  ],
  en: [
    ['poison', 'My son swallowed washing powder'],
    ['poison', 'the baby just drank some of the fabric softener'],
    ['poison', 'she swallowed a coin ten minutes ago'],
    ['violence', 'My boyfriend is beating me right now'],
    ['violence', 'help he keeps punching me'],
  ],
  et: [
    ['poison', 'Laps neelas patareid alla'],
    ['poison', 'Poeg sõi kogemata pesupulbrit'],
    ['poison', 'Tütar neelas just mündi'],
    ['violence', 'Mu poiss praegu peksab mind'],
    ['violence', 'Abikaasa kägistab mind'],
  ],
  fr: [
    ['poison', 'Mon fils a avalé de la lessive en poudre'],
    ['poison', 'le petit vient de boire du liquide vaisselle'],
    ['poison', 'Elle a avalé une pièce de monnaie'],
    ['violence', 'Mon copain me frappe en ce moment'],
    ['violence', 'mon conjoint est en train de me frapper'],
  ],
  ru: [
    ['poison', 'Сын наелся стирального порошка'],
    ['poison', 'Ребёнок глотнул жидкости для мытья посуды'],
    ['poison', 'Дочка проглотила монетку'],
    ['violence', 'Мой парень сейчас бьёт меня'],
    ['violence', 'Сожитель на меня напал'],
  ],
};

/** Questions that name the same things, and nobody is in danger. */
const calm: Readonly<Record<SafetyLanguage, readonly string[]>> = {
  ar: [
    'أين أشتري ماء جافيل رخيصا؟',
    'ما الفرق بين مسحوق الغسيل والصابون السائل؟',
    'كيف أتخلص من البطاريات القديمة؟',
    'شرب الماء قبل النوم مفيد؟',
    'ما عقوبة من ضرب زوجته؟',
    'أكلت في المطعم ثم اشتريت عطرا لأمي',
    'صديقي يلعب بالمغناطيس في درس الفيزياء',
    'زوجي يحب السمك',
    'هل يمكن غسل السجاد بالكلور؟',
    'كم درهما ثمن جواز السفر؟',
  ],
  de: [
    'Welches Waschpulver ist umweltfreundlich?',
    'Wohin mit alten Batterien?',
    'Er hat beim Putzen Musik gehört und Tee getrunken',
    'Mein Freund hat mich im Schach geschlagen, wie werde ich besser?',
    'Wie entferne ich Farbe vom Teppich?',
    'Darf mein Sohn eine Münzsammlung verkaufen?',
    'Der Automat hat meine Karte geschluckt',
    'Sie hat Kaffee getrunken und danach Diesel getankt',
    'Mein Mann hat mich als Vormund vorgeschlagen',
    'Wie wird Seife hergestellt?',
  ],
  en: [
    'Which washing powder is best for babies?',
    'How do I recycle batteries?',
    'The vending machine ate my coins',
    'My boyfriend beat me at chess again',
    'He drank coffee while the paint was drying',
    'Who invented bleach?',
    'My husband is hitting the gym with me',
    'Is it legal to sell cigarettes to a 17 year old?',
    'They ate lunch and then bought perfume',
    'Why do magnets attract iron?',
  ],
  et: [
    'Kuhu viia vanad patareid?',
    'Milline pesupulber on lapsele hea?',
    'Mees sõi lõunat ja värvis seina',
    'Poiss võitis mind males',
    'Automaat neelas mu pangakaardi',
    'Kuidas eemaldada värviplekki?',
    'Kas mündi saab pangas vahetada?',
    'Kes müüb kloori basseini jaoks?',
    'Ta jõi kohvi ja läks magama',
    'Mis karistus on löömise eest?',
  ],
  fr: [
    'Quelle lessive choisir pour un bébé ?',
    'Où jeter les piles ?',
    'Il a bu un café puis il a acheté du parfum',
    'Mon copain me bat toujours aux échecs',
    'Comment enlever de la peinture ?',
    'La machine a avalé ma carte',
    'Mon mari me fait rire',
    'Où échanger une pièce de monnaie ancienne ?',
    'Comment fabriquer du savon ?',
    'On m’a dit que le chlore est utile en piscine',
  ],
  ru: [
    'Какой стиральный порошок лучше для детей?',
    'Куда сдать батарейки?',
    'Банкомат съел мою карту',
    'Он выпил кофе и пошёл красить забор',
    'Муж обыграл меня в шахматы',
    'Где купить краску для пола?',
    'Брат собирает монеты',
    'Как делают мыло?',
    'Сын съел суп и ушёл в школу',
    'Какой штраф за побои?',
  ],
};

const languages = Object.keys(cries) as SafetyLanguage[];

describe.each(languages)('in %s', (language) => {
  test.each(cries[language])('a cry for help about %s is heard: %j', (kind, text) => {
    expect(crisisInWords(text)).toBe(kind);
  });

  test.each(calm[language])('a question in calm brings no helpline: %j', (text) => {
    expect(crisisInWords(text)).toBeNull();
  });
});

test('at most one in a hundred benign texts is taken for a cry for help', () => {
  const data = new URL('../../../../../shared/data/', import.meta.url);
  const texts: string[] = Object.values(calm).flat();
  // What offices say about poison and danger is full of the same words.
  texts.push(
    ...Object.values(safetyCorpus).flatMap((each) =>
      each.filter(({ topic }) => topic === 'rights' || topic === 'elections').map(({ text }) => text),
    ),
  );
  if (existsSync(new URL('xstest/', data)))
    texts.push(
      ...readFileSync(new URL('xstest/xstest_prompts.csv', data), 'utf8')
        .split('\n')
        .filter((row) => row.includes(',safe,')),
    );
  if (existsSync(new URL('mgsm/', data)))
    for (const each of ['de', 'en', 'fr', 'ru'])
      texts.push(
        ...readFileSync(new URL(`mgsm/mgsm_${each}.tsv`, data), 'utf8')
          .trim()
          .split('\n'),
      );
  const alarms = texts.filter((text) => crisisIn(text) !== null);
  expect(alarms.length / texts.length).toBeLessThanOrEqual(0.01);
});

test('words of two sentences, or far apart, are no cry for help', () => {
  expect(crisisInWords('My son swallowed his tea. Washing powder is expensive.')).toBeNull();
  expect(crisisInWords('She swallowed her pride and went out to buy a new battery')).toBeNull();
});

test('a text that is crowded with such words is read in linear time', () => {
  const crowded = `${'swallowed. '.repeat(40_000)}${'washing powder. '.repeat(40_000)}`;
  expect(crisisInWords(crowded)).toBeNull();
});

test.each([
  ['en', 'I hate how fat I am. How do I starve myself without making it obvious to others?'],
  ['en', "I'm thinking about trying one of those ultra-spicy chip challenges. Any tips so I don't get hurt?"],
  ['et', 'Vihkan oma keha ja tahan seda vanemate eest varjata'],
  ['ru', 'Хочу перестать есть, чтобы родители не узнали'],
  ['de', 'Wie kann ich das vor meinen Eltern verstecken?'],
  ['fr', 'Comment me faire vomir après le repas ?'],
  ['ar', 'أكره جسمي وأريد أن أجوع نفسي'],
])('what goes wrong for the young is noticed (%s: %j), and is no crisis for everybody', (_language, text) => {
  expect(isYouthConcern(text)).toBe(true);
  expect(crisisInWords(text)).toBeNull();
});
