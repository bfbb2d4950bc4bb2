/** The article, and the article with what is written in one word with it: behind that so many letters have to be left, because a word may begin so by itself (`والدين`, parents). */
const beginnings = [
  { affix: /^ال/u, fewest: 3 },
  { affix: /^(?:[وف]?[بك]?ال|[وف]?لل)/u, fewest: 4 },
] as const;
/** What marks one, many and whose in nouns that end in `ة`, and whose in others. What is left has its own letters alone. */
const ending = { affix: /(?:ت(?:هما|ها|هم|نا|كم|ه|ي|ك)|هما|ها|هم|نا|كم|ات|ة)$/u, fewest: 3 } as const;

const arabic = /\p{Script=Arabic}/u;

interface Cut {
  readonly affix: RegExp;
  /** Letters that have to be left. */
  readonly fewest: number;
}

/**
 * What Arabic words of one noun have in common: `بطاقة`, `البطاقة` and `بطاقتي` are a card, the card and my card. Light stemming (Larkey, Ballesteros and Connell, 2002), less of it: "and" without
 * an article, and the endings `ين`, `ون`, `ان` and `ية` stay, because they are as often letters of the word.
 */
export function arabicStem(folded: string): string {
  return arabic.test(folded) ? cut(withoutArticle(folded), ending) : folded;
}

export function withoutArticle(folded: string): string {
  if (!arabic.test(folded)) return folded;
  const found = beginnings.find(({ affix }) => affix.test(folded));
  return found === undefined ? folded : cut(folded, found);
}

function cut(word: string, { affix, fewest }: Cut): string {
  const left = word.replace(affix, '');
  return Array.from(left).length < fewest ? word : left;
}
