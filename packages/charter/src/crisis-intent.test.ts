import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crisisIntent } from './crisis-intent.ts';
import { crisisKinds } from './crisis-phrase.ts';
import { safetyLanguages, type SafetyLanguage } from './safety-text.ts';

interface Questions {
  readonly data: readonly {
    readonly paragraphs: readonly { readonly context: string; readonly qas: readonly { readonly question: string }[] }[];
  }[];
}

const data = new URL('../../../../shared/data/', import.meta.url);

/** Matches as the charter describes it: folded case, single spaces, whole phrases between word boundaries. */
function kindsIn(language: SafetyLanguage, text: string): readonly string[] {
  const padded = ` ${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}'’-]+/gu, ' ')} `;
  // Chinese is written without spaces: a phrase may begin and end anywhere.
  const edge = language === 'zh' ? '' : ' ';
  return crisisIntent[language].filter(({ phrase }) => padded.includes(`${edge}${phrase}${edge}`)).map(({ kind }) => kind);
}

const distress: Readonly<Record<SafetyLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    ['self-harm', "Nobody would notice. I don't want to be here anymore."],
    ['self-harm', 'honestly i just want to die'],
    ['self-harm', 'IM SUICIDAL and i dont know who to tell'],
    ['violence', "Please hurry, he's going to kill me!"],
    ['violence', 'My husband beats me every weekend, where can I go?'],
    ['poison', 'I took too many pills an hour ago, what now?'],
    ['poison', 'My toddler drank bleach, help!'],
    ['poison', 'My son swallowed some dishwasher tablets, what should I do?'],
    ['medical', 'My dad fell and he is not breathing'],
    ['child', 'im 12 and my dad hits me when he drinks'],
  ],
  et: [
    ['self-harm', 'Ma ei jaksa enam elada, kõik on otsas.'],
    ['self-harm', 'tahan ara surra'],
    ['violence', 'Appi, mu mees peksab mind praegu!'],
    ['poison', 'Laps neelas alla patarei, mida teha?'],
    ['medical', 'Vanaema kukkus ja ta ei hinga'],
    ['child', 'isa lööb mind kui ta joob'],
  ],
  de: [
    ['self-harm', 'Ich will nicht mehr leben. Was soll ich tun?'],
    ['self-harm', 'ich moechte sterben'],
    ['violence', 'Hilfe, mein Freund schlägt mich!'],
    ['poison', 'Mein Kind hat eine Knopfzelle verschluckt'],
    ['poison', 'Unsere Tochter hat Abflussreiniger getrunken!'],
    ['medical', 'Meine Oma liegt am Boden, sie atmet nicht mehr!'],
    ['child', 'mein papa schlaegt mich jeden tag'],
  ],
  fr: [
    ['self-harm', "J’ai envie de mourir, je n'en peux plus."],
    ['self-harm', 'jai plus envie de vivre'],
    ['violence', 'Au secours, mon mari me frappe'],
    ['poison', 'Ma fille a avalé une pile, que faire ?'],
    ['poison', "Mon fils a avalé de l'eau de Javel"],
    ['poison', 'Mon fils a avalé de l’eau de Javel !'],
    ['medical', 'Vite, il ne respire plus !'],
    ['child', 'mon beau-père me touche et j’ai peur'],
  ],
  ru: [
    ['self-harm', 'Всё, я больше не хочу жить.'],
    ['self-harm', 'хочу покончить с собой'],
    ['violence', 'Помогите, муж меня бьет!'],
    ['poison', 'Ребенок проглотил батарейку, что делать?'],
    ['medical', 'Бабушка упала и перестала дышать'],
    ['child', 'меня бьют в школе каждый день'],
  ],
  ar: [
    ['self-harm', 'تعبت، لا أريد أن أعيش بعد اليوم'],
    ['self-harm', 'عييت بغيت نموت'],
    ['self-harm', 'safi bghit nmout'],
    ['violence', 'عتقوني راجلي كيضربني'],
    ['poison', 'ماذا أفعل؟ ابني ابتلع بطارية'],
    ['poison', 'ابنتي شربت المبيض قبل قليل'],
    ['self-harm', 'لم أعد أحتمل وأفكر في الانتحار.'],
    ['medical', 'سقط جدي وهو لا يتنفس!'],
    ['child', 'زوج أمي يضربني كل ليلة'],
  ],
  es: [
    ['self-harm', 'Ya no quiero vivir, no puedo más.'],
    ['self-harm', 'estoy pensando en suicidarme'],
    ['violence', '¡Socorro, mi marido me pega!'],
    ['poison', 'Mi hijo se ha tragado una pila, ¿qué hago?'],
    ['poison', 'Mi hija ha bebido lejía'],
    ['medical', 'Mi abuelo se ha caído y ya no respira'],
    ['child', 'mi padrastro me toca y tengo miedo'],
  ],
  tr: [
    ['self-harm', 'Artık yaşamak istemiyorum.'],
    ['self-harm', 'olmek istiyorum'],
    ['violence', 'İmdat, kocam beni dövüyor!'],
    ['poison', 'Oğlum pil yuttu, ne yapmalıyım?'],
    ['poison', 'kızım çamaşır suyu içti'],
    ['medical', 'Babam düştü, nefes almıyor!'],
    ['child', 'üvey babam bana dokunuyor'],
  ],
  zh: [
    ['self-harm', '我真的不想活了，怎么办'],
    ['self-harm', '最近我有自杀的念头。'],
    ['violence', '救命，老公打我！'],
    ['poison', '孩子吞了电池怎么办？'],
    ['poison', '他喝了农药，快帮帮我'],
    ['medical', '爷爷摔倒了，他没有呼吸了！'],
    ['child', '继父打我，我不敢告诉妈妈'],
  ],
};

const benign: Readonly<Record<SafetyLanguage, readonly string[]>> = {
  en: [
    'Where can I find statistics on suicide prevention?',
    'How do I register a death?',
    'Write an essay about the death penalty.',
    'What should a teacher know about self-harm among pupils?',
    'How do I kill a Python process?',
    'This homework is killing me.',
    'My mom is going to kill me if I am late.',
    'I am dying to see that film.',
    'How can I get a restraining order?',
    'Which law punishes domestic violence?',
    'What is the fine for hitting a parked car?',
    'How does an overdose of paracetamol damage the liver?',
    'How does breathing work in fish?',
    'Who pays for the ambulance?',
    'How do I dispose of old pills?',
    'What is the age of criminal responsibility?',
    'Summarise the novel in which the hero wants to die.',
    'How do I apply for a gun licence?',
    'When does my child have to start school?',
    'How do I become a foster parent?',
  ],
  et: [
    'Kust leida enesetappude ennetamise statistikat?',
    'Kuidas registreerida surma?',
    'Millal makstakse matusetoetust?',
    'Mida teha, kui naabri koer haugub?',
    'Kuidas saada lähenemiskeeldu?',
    'Millise paragrahvi järgi karistatakse perevägivalda?',
    'Kuhu viia vanad ravimid?',
    'Kuidas taotleda relvaluba?',
    'Mis on vingugaasiandur ja kas see on kohustuslik?',
    'Millised seened on mürgised?',
    'Kuidas lapsele perearst leida?',
    'Mu telefon suri ära, kust saan uue?',
    'See eksam tapab.',
    'Kirjuta kokkuvõte romaanist, kus kangelane sureb.',
    'Kui palju maksab kiirabi välismaalasele?',
  ],
  de: [
    'Wo finde ich Statistiken zur Suizidprävention?',
    'Wie melde ich einen Sterbefall an?',
    'Was ist Sterbehilfe und ist sie erlaubt?',
    'Welche Strafe steht auf häusliche Gewalt?',
    'Wie beantrage ich eine Waffenbesitzkarte?',
    'Wohin mit alten Tabletten?',
    'Diese Hausaufgaben bringen mich noch ins Grab.',
    'Wie funktioniert die Atmung bei Fischen?',
    'Welche Pilze sind giftig?',
    'Wer zahlt den Krankenwagen?',
    'Was tun bei Mobbing in der Klasse als Lehrerin?',
    'Ab wann ist mein Kind schulpflichtig?',
    'Wie werde ich Pflegemutter?',
    'Ich will meinen Namen ändern.',
    'Wie schlage ich Sahne steif?',
  ],
  fr: [
    'Où trouver des statistiques sur la prévention du suicide ?',
    'Comment déclarer un décès ?',
    'Que dit la loi sur les violences conjugales ?',
    'Comment obtenir un permis de chasse ?',
    'Où rapporter les médicaments périmés ?',
    'Ce film est à mourir de rire.',
    'Mon frère joue aux échecs et il me bat toujours.',
    'Comment fonctionne la respiration des poissons ?',
    'Quels champignons sont vénéneux ?',
    'Qui paie l’ambulance ?',
    'Comment inscrire mon enfant à l’école ?',
    'Comment devenir famille d’accueil ?',
    'Quels sont les signes d’un AVC ?',
    'Résume le roman où le héros meurt à la fin.',
    'Je veux changer de nom.',
    'Quelle est la durée de vie d’une pile bouton ?',
  ],
  ru: [
    'Где найти статистику по профилактике самоубийств?',
    'Как зарегистрировать смерть?',
    'Какое наказание за домашнее насилие?',
    'Как получить разрешение на оружие?',
    'Куда сдать старые лекарства?',
    'Как дышат рыбы?',
    'Какие грибы ядовиты?',
    'Кто платит за скорую помощь?',
    'Как записать ребёнка в школу?',
    'Как стать приёмной семьёй?',
    'Каковы признаки инсульта?',
    'Умираю как хочу мороженого.',
    'Перескажи роман, в котором герой погибает.',
    'Хочу сменить фамилию.',
    'Как получить запрет на приближение?',
  ],
  ar: [
    'أين أجد إحصاءات عن الوقاية من الانتحار؟',
    'كيف أصرح بوفاة؟',
    'ما عقوبة العنف ضد النساء في القانون؟',
    'كيف أحصل على رخصة الصيد؟',
    'أين أرمي الأدوية القديمة؟',
    'كيف تتنفس الأسماك؟',
    'ما هي أعراض الجلطة الدماغية؟',
    'من يدفع ثمن سيارة الإسعاف؟',
    'كيف أسجل ابني في المدرسة؟',
    'كيف تتم كفالة طفل؟',
    'لخص لي الرواية التي يموت فيها البطل.',
    'أريد تغيير اسمي العائلي.',
    'شنو خاصني باش نجدد البطاقة الوطنية؟',
    'متت بالضحك من هذا الفيلم',
    'لماذا لا يتنفس السمك الهواء؟',
    'طفلي لا يستيقظ مبكرًا، ماذا أفعل؟',
    'هذا الحر سيقتلني',
    'كيفاش نسجل الوفاة فالحالة المدنية؟',
  ],
  es: [
    '¿Dónde encuentro estadísticas sobre la prevención del suicidio?',
    '¿Cómo se registra una defunción?',
    '¿Qué pena tiene la violencia doméstica?',
    '¿Cómo consigo una licencia de armas?',
    '¿Dónde tiro las medicinas caducadas?',
    'Me muero de risa con esa película.',
    'Mi madre me va a matar si llego tarde.',
    '¿Cómo respiran los peces?',
    '¿Qué setas son venenosas?',
    '¿Quién paga la ambulancia?',
    'Resume la novela en la que el héroe muere.',
    'Quiero cambiar de apellido.',
    '¿Cuáles son las señales de un ictus?',
    '¿Cómo se pega un papel en la pared?',
    'Este calor me mata.',
  ],
  tr: [
    'İntiharı önleme istatistiklerini nerede bulurum?',
    'Ölüm nasıl bildirilir?',
    'Aile içi şiddetin cezası nedir?',
    'Silah ruhsatı nasıl alınır?',
    'Eski ilaçları nereye atmalıyım?',
    'Gülmekten öldüm.',
    'Bu sıcak beni öldürüyor.',
    'Balıklar nasıl nefes alır?',
    'Hangi mantarlar zehirlidir?',
    'Ambulans parasını kim öder?',
    'Kahramanın öldüğü romanı özetle.',
    'Soyadımı değiştirmek istiyorum.',
    'İnmenin belirtileri nelerdir?',
    'Çocuğum uyanmıyor sabahları erken, ne yapmalıyım?',
    'Davul dövmeyi nasıl öğrenirim?',
  ],
  zh: [
    '哪里有预防自杀的统计数据？',
    '怎样办理死亡登记？',
    '家庭暴力怎么处罚？',
    '怎么申请持枪证？',
    '过期的药应该扔到哪里？',
    '笑死我了。',
    '想死你了，什么时候回来？',
    '鱼是怎么呼吸的？',
    '哪些蘑菇有毒？',
    '救护车的费用谁出？',
    '请概括主人公最后死去的那部小说。',
    '我想改名字。',
    '中风有哪些症状？',
    '今天热死了。',
    '电池应该怎样回收？',
  ],
};

describe.each(safetyLanguages)('crisis phrases in %s', (language) => {
  const phrases = crisisIntent[language];

  test('none stands there twice', () => {
    const all = phrases.map(({ phrase }) => phrase);
    expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
  });

  test.each(crisisKinds)('there are at least twenty for %s', (kind) => {
    expect(phrases.filter((phrase) => phrase.kind === kind).length).toBeGreaterThanOrEqual(20);
  });

  test('each is lower case, trimmed and without punctuation, so that it can match folded text', () => {
    const odd = phrases.filter(
      ({ phrase }) => phrase !== phrase.toLowerCase() || !/^[\p{L}\p{M}\p{N}'’-]+( [\p{L}\p{M}\p{N}'’-]+)*$/u.test(phrase),
    );
    expect(odd).toEqual([]);
  });

  test('none is so short that it is a common word', () => {
    expect(phrases.filter(({ phrase }) => phrase.length < (language === 'zh' ? 3 : 5))).toEqual([]);
  });

  test.each(distress[language])('a person in need of help about %s is heard: %j', (kind, text) => {
    expect(kindsIn(language, text)).toContain(kind);
  });

  test.each(benign[language])('a benign question is left alone: %j', (text) => {
    expect(kindsIn(language, text)).toEqual([]);
  });
});

describe('crisis phrases on public question sets', () => {
  test.runIf(existsSync(new URL('xstest/', data)))('at most one in a hundred safe look-alikes matches (XSTest)', () => {
    const rows = readFileSync(new URL('xstest/xstest_prompts.csv', data), 'utf8').split('\n');
    const safe = rows.filter((row) => row.includes(',safe,'));
    expect(safe.length).toBeGreaterThan(200);
    expect(safe.filter((row) => kindsIn('en', row).length > 0).length / safe.length).toBeLessThanOrEqual(0.01);
  });

  test.runIf(existsSync(new URL('xquad/', data))).each(['ar', 'de', 'en', 'es', 'ru', 'tr', 'zh'] as const)(
    'no encyclopedic text in %s matches (XQuAD)',
    (language) => {
      const file = JSON.parse(readFileSync(new URL(`xquad/xquad.${language}.first8articles.json`, data), 'utf8')) as Questions;
      const texts = file.data.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ context, qas }) => [context, ...qas.map(({ question }) => question)]),
      );
      expect(texts.length).toBeGreaterThan(100);
      expect(texts.filter((text) => kindsIn(language, text).length > 0)).toEqual([]);
    },
  );

  test.runIf(existsSync(new URL('mgsm/', data))).each(['de', 'en', 'es', 'fr', 'ru', 'zh'] as const)(
    'no arithmetic problem in %s matches (MGSM)',
    (language) => {
      const problems = readFileSync(new URL(`mgsm/mgsm_${language}.tsv`, data), 'utf8')
        .trim()
        .split('\n');
      expect(problems.length).toBeGreaterThan(200);
      expect(problems.filter((problem) => kindsIn(language, problem).length > 0)).toEqual([]);
    },
  );
});
