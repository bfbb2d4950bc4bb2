/** How a question points back at what was asked before it, in one language. */
export interface LeaningWords {
  /** Words that point at what was spoken of: `what does it cost`. */
  readonly pointing: string;
  /** Those that point too, unless they stand before what they name: `what does that cost`, but `what does that child get`. */
  readonly naming: string;
  /** Words with which a question goes on: `and for children`. */
  readonly opening: string;
  /**
   * What a service may be about and what it may be for: `how much do I get for a child` asks for money that a child brings, `what does it cost for a child` for the price of a child's
   * passport. Alone they name something.
   */
  readonly perhaps: string;
}

/** Parted by commas, in the usual spelling, `*` is any ending; they are folded like any text. Words of an opening stand in a row. */
export const leaningWords: Readonly<Record<string, LeaningWords>> = {
  en: {
    pointing: 'it, there',
    naming: 'this, that, those, these',
    opening: 'and, but, or, what if, what about, how about',
    perhaps:
      'child*, kid, kids, minor, minors, adult*, baby, babies, work*, job*, abroad, foreigner*, people, person*, somebody, someone, student*',
  },
  et: {
    pointing: 'see, seda, selle, sellel, selleks, sellega, need, seal',
    naming: '',
    opening: 'aga, ja, või, mis siis kui, kuidas on',
    perhaps:
      'laps*, laste, last, beebi*, alaealis*, täiskasvanu*, töö, tööd, tööl, tööle, välismaa*, välisma*, inimene, inimes*, õpila*, üliõpila*',
  },
  ru: {
    pointing: 'это, туда, там',
    naming: 'этого, этому, этим, этой, эту, эти, этих',
    opening: 'а, и, но, или, что если, как насчёт',
    perhaps:
      'ребён*, дети, детей, детям, детьми, детск*, малыш*, несовершеннолетн*, взросл*, работа, работу, работе, работы, границ*, заграниц*, иностран*, человек, людей, людям, студент*',
  },
  de: {
    pointing: 'dafür, damit, davon, dazu, dort, hierfür',
    naming: 'das, dies',
    opening: 'und, aber, oder, was ist mit, was wenn, wie ist es',
    perhaps: 'kind*, baby*, minderjährig*, erwachsen*, arbeit*, job*, ausland, ausländ*, person*, leute, menschen, student*',
  },
  fr: {
    pointing: 'ça, cela, ceci, là, celui, celle',
    naming: '',
    opening: 'et, mais, ou, et si, qu en est il',
    perhaps:
      'enfant*, bébé*, mineur, mineurs, mineure, mineures, majeur*, adulte*, travail*, emploi*, étranger*, personne*, gens, étudiant*',
  },
  ar: {
    pointing: 'هناك',
    naming: 'ذلك, هذا, هذه',
    opening: 'و, أو, ماذا عن, ماذا لو',
    perhaps: 'طفل, أطفال, رضيع, قاصر*, قاصرين, بالغ*, عمل, شغل, خارج, أجنبي, أجانب, شخص, أشخاص, طالب, طلبة',
  },
};
