import { shown } from '../../format/pack-issue.ts';
import { textCheck } from '../free-text.ts';
import { languageOf, lexicons } from '../lexicon/lexicons.ts';
import { plainWords } from './plain-words.ts';

/** Words for bodies that hear objections, by language. They may stand inside a word, as in compounds. */
const bodies: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(lexicons).map(([language, lexicon]) => [language, (lexicon.get('body') ?? []).map((stem) => plainWords(stem))]),
);

/** Whoever objects is sent to a body. Not every name of one says what it is, so that an unknown one is a warning (S16). */
export const redressBody = textCheck(() => (text, { kind, language }) => {
  const known = bodies.get(languageOf(language) ?? '') ?? [];
  const plain = plainWords(text);
  if (kind !== 'redress' || known.length === 0 || known.some((stem) => plain.includes(stem))) return [];
  return [
    {
      rule: 'S16',
      code: 'unknown-body',
      severity: 'warning',
      expected: 'the name of a court, an ombudsman or another body that hears objections',
      received: shown(text),
      mend: 'Name the body that hears objections, as it is called in this language.',
    },
  ];
});
