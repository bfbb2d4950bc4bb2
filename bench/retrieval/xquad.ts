import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Asked, type Document } from './document.ts';

/** Where the public question set lies when it is there; it is not part of this repository. */
export const xquadFolder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'xquad');

/** SQuAD 1.1, as far as it is read. */
const squad = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) })),
    }),
  ),
});

export interface QuestionSet {
  readonly documents: readonly Document[];
  readonly asked: readonly Asked[];
  readonly languages: readonly string[];
}

/** Every paragraph of every language in the folder, with its questions; null when the folder is not there. */
export function readXquad(folder = xquadFolder): QuestionSet | null {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^xquad\.[a-z]{2}\..*json$/.test(name)) : [];
  if (files.length === 0) return null;
  const read = files.sort().map((name) => readLanguage(name.slice(6, 8), readFileSync(join(folder, name), 'utf8')));
  return {
    documents: read.flatMap(({ documents }) => documents),
    asked: read.flatMap(({ asked }) => asked),
    languages: read.map(({ language }) => language),
  };
}

function readLanguage(language: string, text: string) {
  const paragraphs = squad.parse(JSON.parse(text)).data.flatMap((article) => article.paragraphs);
  const documents = paragraphs.map(({ context }, number) => ({ id: `${language}-${number}`, language, title: '', text: context }));
  const asked = paragraphs.flatMap(({ qas }, number): readonly Asked[] =>
    qas.map(({ question }) => ({
      question,
      language,
      answeredBy: `${language}-${number}`,
      half: number % 2 === 0 ? 'tuning' : 'confirming',
    })),
  );
  return { language, documents, asked };
}
