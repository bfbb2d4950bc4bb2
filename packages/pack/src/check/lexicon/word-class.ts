/**
 * Kinds of words by what they do in a sentence. A lexicon lists the words of one language; what a sentence must not combine is said once, for
 * all languages, by the patterns in `meaning`.
 */
export const wordClasses = [
  // Who is spoken of.
  'authority',
  'nation',
  'dissent',
  'critic',
  'group',
  'migrant',
  'woman',
  'proxy',
  'person',
  'reader',
  'foreign',
  'minor',
  // Whom a condition favours: those who are loyal, of one faith or blood, or have leave from somebody else.
  'loyal',
  // What is done to them.
  'deny',
  'worse',
  'hide',
  'omit',
  'report',
  'track',
  'name',
  'only',
  'must',
  'never',
  'wait',
  'pay',
  // Who answers, and what it is told.
  'bot',
  'order',
  'turn',
  'say',
  'hush',
  'positive',
  'secret',
  'rule',
  'ownsecret',
  // What is judged.
  'praise',
  'thanks',
  'blame',
  'doubt',
  'exception',
  'rename',
  // What people need.
  'redress',
  'body',
  'final',
  'useless',
  'civic',
  'emergency',
  'deter',
  'shield',
  'equality',
  'euphemism',
  'law',
  // What clears a sentence, or is out of place in a notice.
  'free',
  'promotion',
] as const;
export type WordClass = (typeof wordClasses)[number];
