import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** How far somebody has come with an item. The page carries it; the server keeps nothing of it. */
export interface Progress {
  /** Index of the rung that was given last; -1 before the first. */
  readonly rung: number;
  readonly tries: number;
  /** Answers so far. */
  readonly turns: number;
  /** Keyed digests of the tries, so that the same text counts once. */
  readonly said: readonly string[];
}

export const noProgress: Progress = { rung: -1, tries: 0, turns: 0, said: [] };

const mostSaid = 40;
const count = z.int().min(0).max(100_000);
const signed = z.object({ r: z.int().min(-1).max(10), t: count, n: count, s: z.array(z.string().max(16)).max(mostSaid) });

/**
 * Signs what the page carries. A count that this server has signed was reached by as many different texts sent here as tries with this item; whoever wrote them, and whether they thought,
 * nobody knows. An older count of one's own, or a friend's, is accepted too.
 */
export class ProgressSeal {
  readonly #key: Uint8Array;

  /** The key that signs the turns of conversations serves here too, for other purposes: no signature of one is one of another. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  write(item: string, { rung, tries, turns, said }: Progress): string {
    const body = Buffer.from(JSON.stringify({ r: rung, t: tries, n: turns, s: said.slice(-mostSaid) })).toString('base64url');
    return `${body}.${this.#sign('progress', `${item} ${body}`)}`;
  }

  /** Null when it is not of this server or of another item. */
  read(item: string, text: string): Progress | null {
    const [body = '', sign = ''] = text.split('.', 2);
    const wanted = Buffer.from(this.#sign('progress', `${item} ${body}`));
    const found = Buffer.from(sign);
    if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) return null;
    const { r, t, n, s } = signed.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
    return { rung: r, tries: t, turns: n, said: s };
  }

  /** Null where a text holds no letter and no digit. Capitals, spaces and full stops make no other text. */
  digestOf(text: string): string | null {
    const words = text.normalize('NFKC').toLowerCase().match(wordsAndSigns) ?? [];
    return words.some((word) => /[\p{L}\p{N}]/u.test(word)) ? this.#sign('try', words.join(' ')).slice(0, 16) : null;
  }

  #sign(purpose: string, text: string): string {
    return createHmac('sha256', this.#key).update(`parlance study ${purpose} 1\n${text}`).digest('base64url');
  }
}

/** Signs of arithmetic make another text: 2 + 3 is not 2 - 3. */
const wordsAndSigns = /[\p{L}\p{M}\p{N}]+|[\p{Sm}*/:^-]/gu;
