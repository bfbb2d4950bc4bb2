import { interfaceMessages } from '@parlance/charter';

/**
 * The smallest pack that is right in every respect, by path: six languages in four scripts. The vectors in `vectors/pack` change it at one
 * place each, by exact text, so a change here is a change to them.
 */
export const minimalPack: Readonly<Record<string, string>> = {
  'pack.yaml': `id: EE
version: 0.1.0
languages: [en, fr, es, ru, ar, zh]
issuer: {en: Test office, fr: Office d’essai, es: Oficina de prueba, ru: Тестовое ведомство, ar: مكتب الاختبار, zh: 测试机构}
charter: 0.3.0
status:
  review: example
  note: {en: Example only, fr: Exemple seulement, es: Solo un ejemplo, ru: Только пример, ar: مثال فقط, zh: 仅为示例}
general: state-information
contacts:
  state-information:
    name: {en: State information, fr: Information de l’État, es: Información del Estado, ru: Государственная справка, ar: معلومات الدولة, zh: 国家信息服务}
    phone: "1247"
    email: info@example.ee
    url: https://www.eesti.ee/
    source: {url: https://www.112.ee/, read: 2026-11-01}
`,
  ...Object.fromEntries(
    [
      ['en', 'Latn', 'neutral', 'none'],
      ['fr', 'Latn', 'formal', 'formal-you'],
      ['es', 'Latn', 'formal', 'formal-you'],
      ['ru', 'Cyrl', 'formal', 'formal-you'],
      ['ar', 'Arab', 'formal', 'formal-you'],
      ['zh', 'Hans', 'neutral', 'formal-you'],
    ].map(([language = '', script = '', register = '', address = '']) => [
      `locale/${language}.yaml`,
      `language: ${language}
script: ${script}
register: {value: ${register}, guideline: tone-register}
address: {value: ${address}, guideline: form-of-address}
reading_level: {value: plain, guideline: reading-level}
numbers: {decimal: ",", group: " "}
date: d MMMM y
currency: EUR
`,
    ]),
  ),
  'safety.yaml': `resources:
  - id: emergency
    kind: emergency
    number: "112"
    languages: [en, ru]
    name: {en: Emergency number, fr: Numéro d’urgence, es: Número de emergencia, ru: Номер экстренной помощи, ar: رقم الطوارئ, zh: 紧急电话}
    what: {en: Call when life is in danger., fr: Appelez si une vie est en danger., es: Llame si hay vidas en peligro., ru: "Звоните, если жизнь в опасности.", ar: اتصل إذا كانت الحياة في خطر., zh: 有生命危险时请拨打。}
    source: {url: https://www.112.ee/, publisher: Häirekeskus, read: 2026-11-01}
`,
  'privacy.yaml': `identifiers: [ee.isikukood, iban, phone, email]
minimise: [ee.isikukood, iban]
retention: {max_days: 30}
`,
  'sectors/citizen-services.yaml': `id: citizen-services
title: {en: Services, fr: Services, es: Servicios, ru: Услуги, ar: خدمات, zh: 服务}
knobs: {}
services: all
curriculum: [reading]
study:
  hints: {value: [nudge, step, worked-twin, answer], guideline: hint-ladder}
  tries: {value: "2", guideline: tries-before-answer}
  style: {value: socratic, guideline: study-style}
  age_band: {value: under-18, clause: prioritize-teen-safety}
  not_human_reminder: {value: every-10-turns, clause: respect-real-world-ties}
`,
  'restrictions/tobacco-promotion.yaml': `id: ee.reks.17.tobacco-promotion
type: advertising
legal_basis:
  jurisdiction: EE
  instrument: Reklaamiseadus
  article: § 17
  url: https://www.riigiteataja.ee/akt/111062013006
  authority: {en: Consumer Board, fr: Office de la consommation, es: Oficina de consumo, ru: Департамент защиты прав, ar: هيئة حماية المستهلك, zh: 消费者保护局}
  in_force: 2008-11-01
  review_by: 2027-11-01
rationale:
  en: The law bans tobacco advertising in order to protect health.
  fr: La loi interdit la publicité du tabac afin de protéger la santé.
  es: La ley prohíbe la publicidad del tabaco para proteger la salud.
  ru: Закон запрещает рекламу табака, чтобы защитить здоровье.
  ar: يحظر القانون إعلانات التبغ من أجل حماية الصحة.
  zh: 法律禁止烟草广告，以保护健康。
redress:
  url: https://www.oiguskantsler.ee/
  body: {en: Chancellor of Justice, fr: Chancelier de justice, es: Canciller de Justicia, ru: Канцлер права, ar: مستشار العدل, zh: 司法总监}
scope: {sectors: [citizen-services], audience: all}
match:
  terms:
    - order cheap cigarettes
    - закажите дешёвые сигареты
fixtures:
  hits:
    - Order cheap cigarettes now!
    - You can order cheap cigarettes here.
    - Закажите дешёвые сигареты сегодня.
  misses:
    - Smoking harms your health.
    - A pack of cigarettes carries a warning.
    - Курение вредит здоровью.
`,
  'additions/ai-notice.yaml': `id: ee.aia.50.ai-notice
purpose: ai-notice
basis:
  jurisdiction: EU
  instrument: Regulation (EU) 2024/1689
  article: Article 50(1)
  url: https://eur-lex.europa.eu/eli/reg/2024/1689/oj
  in_force: 2026-08-02
place: start
when: {always: true}
scope: {sectors: [citizen-services], audience: all}
text:
  en: You are talking to an AI system, not to a person.
  fr: Vous parlez à un système d’IA, pas à une personne.
  es: Usted habla con un sistema de IA, no con una persona.
  ru: Вам отвечает искусственный интеллект, а не человек.
  ar: أنت تتحدث إلى نظام ذكاء اصطناعي وليس إلى إنسان.
  zh: 正在回答您的是人工智能系统，而不是人。
`,
  'services/passport.yaml': `id: passport
title: {en: Passport, fr: Passeport, es: Pasaporte, ru: Паспорт, ar: جواز السفر, zh: 护照}
office: state-information
questions:
  en: [How do I get a passport?]
  fr: [Comment obtenir un passeport ?]
  es: [¿Cómo obtengo un pasaporte?]
  ru: [Как получить паспорт?]
  ar: [كيف أحصل على جواز سفر؟]
  zh: [如何办理护照？]
sources:
  ppa: {title: Pass, publisher: Politsei- ja Piirivalveamet, url: https://www.politsei.ee/, language: et, read: 2026-11-01}
facts:
  - kind: fee
    source: ppa
    text: {en: A passport costs 60 euros., fr: Un passeport coûte 60 euros., es: El pasaporte cuesta 60 euros., ru: Паспорт стоит 60 евро., ar: يكلف جواز السفر ستين يورو., zh: 护照费用为60欧元。}
`,
  'handover/state-information.yaml': `office: state-information
channels:
  - kind: phone
    number: "1247"
    languages: [et, ru, en]
    hours: {zone: Europe/Tallinn, week: around-the-clock}
    cost: usual-rate
    source: {url: https://www.112.ee/, publisher: Häirekeskus, read: 2026-11-01}
  - kind: visit
    place: Pärnu mnt 139, Tallinn
    name: {en: Service desk, fr: Guichet, es: Ventanilla, ru: Приёмная, ar: شباك الاستقبال, zh: 服务窗口}
    hours:
      zone: Europe/Tallinn
      week:
        - {days: [mon, tue, wed, thu], from: "09:00", until: "17:00"}
        - {days: [fri], from: "09:00", until: "15:30"}
    cost: free
    source: {url: https://www.eesti.ee/, publisher: Eesti.ee, read: 2026-11-01, published: 2026-01-15}
`,
  'knowledge/en/challenge.md': `---
title: Challenging a decision
publisher: Riigi Teataja
source: https://www.riigiteataja.ee/akt/113032019055
licence: official text, no copyright
language: en
date: 2026-11-01
---
A person whose rights are breached by a decision may file a challenge.

The time limit is 30 days.
`,
  'curriculum/reading.json': `{
  "CFDocument": {
    "identifier": "00000000-0000-4000-8000-000000000001",
    "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000001",
    "lastChangeDateTime": "2026-11-01T00:00:00Z",
    "title": "Reading",
    "creator": "Test office",
    "caseVersion": "1.1",
    "language": "en",
    "officialSourceURL": "https://www.riigiteataja.ee/akt/129082014020",
    "extensions": {"read": "2026-11-01"}
  },
  "CFItems": [
    {
      "identifier": "00000000-0000-4000-8000-000000000002",
      "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000002",
      "lastChangeDateTime": "2026-11-01T00:00:00Z",
      "fullStatement": "The pupil reads a short story aloud.",
      "humanCodingScheme": "R.4.1",
      "CFItemType": "Learning outcome",
      "educationLevel": ["4"]
    },
    {
      "identifier": "00000000-0000-4000-8000-000000000003",
      "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000003",
      "lastChangeDateTime": "2026-11-01T00:00:00Z",
      "fullStatement": "The pupil retells a story.",
      "humanCodingScheme": "R.4.2",
      "language": "en",
      "educationLevel": ["4", "5"]
    }
  ],
  "CFAssociations": [
    {
      "identifier": "00000000-0000-4000-8000-000000000004",
      "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000004",
      "lastChangeDateTime": "2026-11-01T00:00:00Z",
      "associationType": "isChildOf",
      "originNodeURI": {"title": "R.4.1", "identifier": "00000000-0000-4000-8000-000000000002", "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000002"},
      "destinationNodeURI": {"title": "Reading", "identifier": "00000000-0000-4000-8000-000000000001", "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000001"},
      "sequenceNumber": 1
    },
    {
      "identifier": "00000000-0000-4000-8000-000000000005",
      "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000005",
      "lastChangeDateTime": "2026-11-01T00:00:00Z",
      "associationType": "isChildOf",
      "originNodeURI": {"title": "R.4.2", "identifier": "00000000-0000-4000-8000-000000000003", "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000003"},
      "destinationNodeURI": {"title": "Reading", "identifier": "00000000-0000-4000-8000-000000000001", "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000001"},
      "sequenceNumber": 2
    },
    {
      "identifier": "00000000-0000-4000-8000-000000000006",
      "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000006",
      "lastChangeDateTime": "2026-11-01T00:00:00Z",
      "associationType": "precedes",
      "originNodeURI": {"title": "R.4.1", "identifier": "00000000-0000-4000-8000-000000000002", "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000002"},
      "destinationNodeURI": {"title": "R.4.2", "identifier": "00000000-0000-4000-8000-000000000003", "uri": "https://curriculum.example.ee/00000000-0000-4000-8000-000000000003"}
    }
  ]
}
`,
  'terminology/en.csv': `term,definition,alternatives,source
challenge,A request to review a decision of an authority.,administrative challenge; vaie,https://www.riigiteataja.ee/akt/113032019055
`,
  'notices/en.yaml': `addition.label: "Added ({$purpose})"
omission.marker: "{$number}: left out, {$type}"
`,
  'interface/en.yaml': Object.entries(interfaceMessages)
    .map(([id, slots]) => `${id}: "Words for ${id}${slots.map((slot) => ` {$${slot}}`).join('')}"\n`)
    .join(''),
  'evals/cases.yaml': `- id: en-passport
  language: en
  ask: How do I get a passport?
  expect: {card: passport}
`,
};
