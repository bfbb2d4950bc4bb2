import { join } from 'node:path';
import { parsePack } from '@parlance/pack';
import { readPackFolder } from '@parlance/pack/node';
import { type Document } from './document.ts';

const packs = join(import.meta.dirname, '..', '..', 'packs');

/** The passages of a shipped pack, and its cards in each of its languages. */
export async function distractorsOf(country: string): Promise<readonly Document[]> {
  const { pack } = parsePack(await readPackFolder(join(packs, country)));
  if (pack === null) throw new Error(`the pack ${country} cannot be read`);
  const passages = pack.knowledge.map(({ id, language, title, text }) => ({ id: `${country}-${language}-${id}`, language, title, text }));
  const cards = pack.services.flatMap(({ id, title, questions, facts }) =>
    pack.languages.map((language) => ({
      id: `${country}-${language}-card-${id}`,
      language,
      title: title[language] ?? '',
      text: [...(questions[language] ?? []), ...facts.map(({ text }) => text[language] ?? '')].join('\n'),
    })),
  );
  return [...passages, ...cards];
}
