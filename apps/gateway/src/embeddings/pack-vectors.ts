import { type Pack } from '@parlance/pack';
import { type Embeddings } from './embeddings-client.ts';
import { embeddingsFault } from './embeddings-fault.ts';

/** Vectors of what a pack knows, by `textKey`. */
export type Vectors = ReadonlyMap<string, Float32Array>;

/** Bounds of what one pack may take: texts, characters of each, texts of one request, and numbers held (128 MiB). */
const most = { texts: 10_000, characters: 4000, together: 16, numbers: 32 * 2 ** 20 };
/** Milliseconds for one request; nobody waits for it. */
const patience = 30_000;

export function textKey(kind: 'card' | 'passage', language: string, id: string): string {
  return `${kind} ${language} ${id}`;
}

/** One vector for each card in each language and for each passage. Nothing in it is about a person. Throws what `embed` throws. */
export async function embedPack(embeddings: Embeddings, pack: Pick<Pack, 'services' | 'knowledge' | 'languages'>): Promise<Vectors> {
  const texts = textsOf(pack).slice(0, most.texts);
  const vectors = new Map<string, Float32Array>();
  let numbers = 0;
  let dimension: number | null = null;
  for (let start = 0; start < texts.length && numbers < most.numbers; start += most.together) {
    const some = texts.slice(start, start + most.together);
    const made = await embeddings.embed(
      some.map(({ text }) => text.slice(0, most.characters)),
      patience,
    );
    for (const [place, { key }] of some.entries()) {
      const vector = made[place];
      if (vector === undefined || (dimension ??= vector.length) !== vector.length) throw embeddingsFault('embeddings_nonsense');
      vectors.set(key, vector);
      numbers += vector.length;
    }
  }
  return vectors;
}

function textsOf({ services, knowledge, languages }: Pick<Pack, 'services' | 'knowledge' | 'languages'>) {
  const cards = services.flatMap(({ id, title, questions, facts }) =>
    languages.map((language) => ({
      key: textKey('card', language, id),
      text: [title[language] ?? '', ...(questions[language] ?? []), ...facts.map(({ text }) => text[language] ?? '')].join('\n').trim(),
    })),
  );
  const passages = knowledge.map(({ id, language, title, text }) => ({ key: textKey('passage', language, id), text: `${title}\n${text}` }));
  return [...cards, ...passages].filter(({ text }) => text !== '');
}
