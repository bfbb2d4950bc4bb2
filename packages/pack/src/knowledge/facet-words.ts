import { type FactKind } from '../pack.ts';

/** What a question wants to know of a thing: the kind of fact, or where the office is. */
export type Facet = Extract<FactKind, 'fee' | 'deadline' | 'step' | 'form' | 'phone'> | 'office';

/** How people ask for one side of a thing, in one language. Words in a row; `*` is any ending. */
export interface FacetWords {
  /** Whoever says so wants this and nothing else. */
  readonly sure: Readonly<Partial<Record<Facet, string>>>;
  /** This may be meant: `how much` asks for a fee or for the sum of a benefit. */
  readonly likely: Readonly<Partial<Record<Facet, string>>>;
  /** Words of asking and doing that tell nothing of the thing: they are asked of every service. */
  readonly beside: string;
  /** Words that name no thing where nothing else is said, and something beside others: `how much money`, but `money for the unemployed`. */
  readonly passing: string;
}

/** Parted by commas, in the usual spelling; they are folded like any text. A language without a list has no facets, and its questions are looked up as they are. */
export const facetWords: Readonly<Record<string, FacetWords>> = {
  en: {
    sure: {
      fee: 'cost, costs, costing, price, prices, pricing, fee, fees, expensive, how much does, how much do i pay, how much to pay',
      deadline: 'how long, how soon, how fast, how quickly, how many days, how many weeks, deadline*, by when, until when',
      step: 'document, documents, paperwork, papers, what do i need',
      form: 'form, forms',
      phone: 'phone, telephone, phone number, hotline',
      office: 'which office, what office, where do i go, where do i have to go',
    },
    likely: { fee: 'how much', deadline: 'when', step: 'how do i, how can i, how to, steps', office: 'where' },
    beside:
      'renew*, apply*, applying, application, obtain*, prolong*, extend*, replace*, replacing, request*, submit*, order, ordering, quickly, urgently, take, takes, office, days, weeks, number, fast, sell*, buy*',
    passing:
      'money, sum, amount, pay, pays, paid, payment, paying, receive, received, euros, eur, place, address, located, open, opening, opens, hours, website, online, date, day, month, week, weeks, months, bring, with, happen*, after, answer*, contact*, ask, find, exactly, total, altogether, also, else, same, wait*, paper*, internet, electronically, myself, personally, start, starts, end, ends, last, lasts, free, charge, ready, come, valid, validity, expire*',
  },
  et: {
    sure: {
      fee: 'maksumus*, hind, hinna, hinda, hinnad, palju maksab, palju see maksab, palju maksavad, palju maksma, mis maksab, mis see maksab, mis maksavad, riigilõiv, riigilõivu',
      deadline: 'kui kaua, kui kiiresti, kui ruttu, mitu päeva, mitu nädalat, mis ajaks, mis ajani, tähtaeg, tähtaja, tähtaega, tähtajad',
      step: 'dokument, dokumendid, dokumente, dokumendi, dokumentide, paberid, pabereid, mida on vaja, mis on vaja, mida vaja, mida mul on vaja',
      form: 'vorm, vormi, vormid, blankett, blanketi, ankeet, ankeedi',
      phone: 'telefon, telefoni, telefoninumber, telefoninumbri, mis numbril, helistada',
      office: 'mis asutus*, kuhu minna, kuhu pean minema, kuhu ma pean minema',
    },
    likely: { fee: 'kui palju, palju', deadline: 'millal, mis aja jooksul', step: 'kuidas', office: 'kus, kuhu, kust' },
    beside:
      'maksab, maksavad, aega, aeg, võtab, taotle*, taotlus*, pikenda*, uuenda*, uuendus*, tellida, tellin, tellimi*, vormista*, esita*, tegemi*, saami*, uus, uue, uut, kiiresti, kiire, ruttu, asutus*, minna, päeva, nädalat, müüa, müün, osta, ostan',
    passing:
      'raha, rahas, summa, summas, summat, suur, suurus, makst*, maks, makse, maksed, raha*, kontor*, büroo, aadress*, asub, asuvad, lahti, avatud, lahtiolek*, koht, kohas, kohta, kuupäev*, kuupäevaks, kuu, kuus, kuud, päev, nädal, kaasa, võtta, juhtub, edasi, vastus*, täpselt, kokku, oota*, internet*, veebis, isiklikult, kohapeal, algab, lõpeb, kestab, tasuline, tasulised, tasuta, valmis, tulla, tulema, ajaks, kehtib, kehtivad, kehtivus*, aegub',
  },
  ru: {
    sure: {
      fee: 'стоит, стоят, стоить, стоимость, цена, цену, цены, почём, госпошлина, госпошлину, пошлина, пошлину',
      deadline: 'сколько времени, сколько по времени, как долго, сколько дней, сколько ждать, как быстро, срок, сроки, до какого числа',
      step: 'документ, документы, документов, бумаги, что нужно, что надо, что мне нужно',
      form: 'бланк, бланки, форма, форму, анкета, анкету',
      phone: 'телефон, телефону, телефона, позвонить, звонить',
      office: 'в какое учреждение, какое учреждение, куда идти, куда мне идти, куда обратиться, куда обращаться',
    },
    likely: { fee: 'сколько', deadline: 'когда', step: 'как', office: 'где, куда' },
    beside:
      'времени, время, занимает, займёт, занимать, длится, ждать, оформ*, подать, подава*, подач*, заявлен*, продли*, продлен*, продлев*, обнов*, замен*, поменять, заказ*, получени*, новый, новая, новое, новую, новые, нового, срочно, быстро, долго, дней, учреждение, идти, обратиться, обращаться, продать, продаю, купить',
    passing:
      'деньг*, денег, сумм*, плат*, выплат*, выплач*, получ*, заплат*, евро, размер, офис*, адрес*, находится, находятся, открыт*, работает, работают, часы, место, число, числа, дата, дату, дате, день, дня, неделя, недель, месяц*, взять, собой, принести, будет, дальше, ответ*, точно, именно, всего, какого, какой, ждать, подожд*, интернет*, онлайн, лично, начин*, заканч*, бесплатн*, готов*, прийти, приходить, действует, действуют, действител*, истекает',
  },
  de: {
    sure: {
      fee: 'kostet, kosten, preis, preise, gebühr, gebühren, teuer',
      deadline: 'wie lange, wie schnell, bis wann, wie viele tage, wie viele wochen, frist, fristen, dauer, dauert',
      step: 'unterlagen, dokument, dokumente, papiere, was brauche ich, was muss ich mitbringen',
      form: 'formular, formulare, vordruck',
      phone: 'telefon, telefonnummer, anrufen, rufnummer',
      office: 'welches amt, welche behörde, wohin muss ich, wo muss ich hin',
    },
    likely: { fee: 'wie viel, wieviel', deadline: 'wann', step: 'wie', office: 'wo, wohin' },
    beside:
      'beantrag*, antrag, anträge, stelle, stellen, verlänger*, erneuer*, bestell*, neu, neue, neuen, neuer, neues, schnell, dringend, amt, behörde, tage, wochen, mitbringen, verkaufen, kaufen',
    passing:
      'geld, betrag, summe, höhe, zahl*, gezahlt, bezahl*, ausgezahlt, auszahlung, erhalte*, erhält, euro, büro, adresse, anschrift, befindet, offen, geöffnet, öffnungszeiten, ort, datum, tag, monat, monate, woche, mitnehmen, bringen, passiert, danach, weiter, antwort*, genau, insgesamt, warte*, online, internet, persönlich, beginnt, endet, kostenlos, kostenpflichtig, fertig, kommen, gültig*, gilt, gelten',
  },
  fr: {
    sure: {
      fee: 'coût, coûte, coûtent, coûter, prix, tarif, tarifs, frais',
      deadline: 'combien de temps, combien de jours, délai, délais, durée, jusqu à quand',
      step: 'document, documents, papiers, pièces, que faut il, qu est ce qu il faut',
      form: 'formulaire, formulaires',
      phone: 'téléphone, numéro, appeler',
      office: 'quel bureau, quel service, quelle administration, à qui m adresser, où aller',
    },
    likely: { fee: 'combien', deadline: 'quand', step: 'comment', office: 'où se trouve, où est, où c est' },
    beside:
      'demander, demande, renouvel*, prolong*, remplac*, obten*, obtenir, refaire, nouveau, nouvelle, vite, urgent*, temps, prend, bureau, jours, aller, adresser, vendre, acheter',
    passing:
      'argent, somme, montant, vais, va, trouve*, payer, payé, payée, paie, paye, verse*, versé, versée, toucher, touche, touché, recevoir, reçois, euros, dirhams, dh, adresse, trouve, situé, ouvert, ouverte, horaire*, heures, lieu, endroit, date, jour, mois, semaine, semaines, apporter, amener, arrive, ensuite, réponse, exactement, total, attendre, attente, internet, ligne, personnellement, commence, finit, payant*, gratuit*, prêt, prête, venir, valable*, valide*, validité, expire*',
  },
  ar: {
    sure: {
      fee: 'تكلفة, ثمن, سعر, رسوم, كم يكلف, كم تكلف, كم ثمن',
      deadline: 'كم من الوقت, كم يستغرق, كم تستغرق, كم يوما, مدة, أجل',
      step: 'وثائق, الوثائق, أوراق, الأوراق, ماذا أحتاج',
      form: 'استمارة, الاستمارة',
      phone: 'هاتف, الهاتف',
      office: 'أي إدارة, أين أذهب',
    },
    likely: { fee: 'كم', deadline: 'متى', step: 'كيف', office: 'أين' },
    beside: 'أجدد, تجديد, أطلب, طلب, أحصل, الحصول, جديد, جديدة, يستغرق, تستغرق, يكلف, تكلف, الوقت',
    passing:
      'مال, المال, مطلوب*, مبلغ, المبلغ, أموال, يدفع, تدفع, أدفع, الدفع, دفع, درهم, دراهم, مكتب, المكتب, عنوان, العنوان, يوجد, توجد, مفتوح, ساعات, مكان, المكان, تاريخ, التاريخ, يوم, أيام, شهر, أشهر, أسبوع, آخذ, سآخذ, سأحصل, أستلم, معي, هي, هو, ه, الوقت, بالضبط, أنتظر, انتظار, عبر, إنترنت, الإنترنت, أذهب, يبدأ, ينتهي, مجاني, مجانا, جاهز*, صالح*, صلاحية*',
  },
};
