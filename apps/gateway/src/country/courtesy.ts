import { bareLetters } from './bare-letters.ts';
import { type Courtesy, courtesyWords } from './courtesy-words.ts';

/** Nothing that is longer is looked at. */
const longest = 60;

/** Letters and what stands between them; a sign that says more than a smile does is more than a greeting. */
const plain = /^[\p{L}\p{M}\p{P}\p{Z}\p{Cf}\s👋🙏🙂😊😀☺]+$/u;

const said: ReadonlyMap<string, Courtesy> = new Map(
  (['greeting', 'thanks'] as const).flatMap((kind) =>
    Object.values(courtesyWords).flatMap((words) => words[kind].map((phrase) => [bareLetters(phrase), kind] as const)),
  ),
);

const mostWords = Math.max(...[...said.keys()].map((phrase) => phrase.split(' ').length));

/** What a text is that is nothing but greetings and thanks; null: something else stands in it, and it is a question like any other. */
export function courtesyIn(text: string): Courtesy | null {
  const trimmed = text.trim();
  if (trimmed.length > longest || !plain.test(trimmed)) return null;
  const letters = bareLetters(trimmed);
  return letters === '' ? null : kindOf(letters.split(' '));
}

/** The longest phrase first: `good morning` is one, and `good` is none. Whoever greets and thanks has thanked. */
function kindOf(words: readonly string[]): Courtesy | null {
  for (let length = Math.min(mostWords, words.length); length > 0; length--) {
    const kind = said.get(words.slice(0, length).join(' '));
    if (kind === undefined) continue;
    if (length === words.length) return kind;
    const rest = kindOf(words.slice(length));
    if (rest !== null) return rest === 'thanks' ? rest : kind;
  }
  return null;
}
