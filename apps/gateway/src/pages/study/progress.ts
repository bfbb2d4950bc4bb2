import { createHmac, timingSafeEqual } from 'node:crypto';
import { hints } from '@parlance/charter';
import { type LadderRung } from '@parlance/pack';
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
  /** Number of the turn that asks what is tried at; null: nobody can tell. */
  readonly task: number | null;
  /** Turns that are tries, each with the turn that asks. */
  readonly tried: readonly (readonly [turn: number, task: number | null])[];
}

export const noProgress: Progress = { rung: -1, tries: 0, turns: 0, said: [], task: null, tried: [] };

/** Tries that are told apart, and so those that are counted. */
export const mostTries = 40;
const mostTurns = 100_000;
const turn = z.int().min(1).max(100_000);
/** The rung by its name: another version of the pack may have another ladder. */
const signed = z.object({
  h: z.enum(hints).nullable(),
  t: z.int().min(0).max(mostTries),
  n: z.int().min(0).max(mostTurns),
  s: z.array(z.string().max(16)).max(mostTries),
  a: turn.nullable().default(null),
  c: z
    .array(z.tuple([turn, turn.nullable()]))
    .max(mostTries)
    .default([]),
});

/** What a count is of. */
export interface StudyPlace {
  readonly item: string;
  readonly ladder: readonly LadderRung[];
}

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

  write({ item, ladder }: StudyPlace, { rung, tries, turns, said, task, tried }: Progress): string {
    const carried = {
      h: ladder[rung]?.hint ?? null,
      t: Math.min(tries, mostTries),
      n: Math.min(turns, mostTurns),
      s: said.slice(-mostTries),
      ...(task !== null && { a: task }),
      ...(tried.length > 0 && { c: tried.slice(-mostTries) }),
    };
    const body = Buffer.from(JSON.stringify(carried)).toString('base64url');
    return `${body}.${this.#sign('progress', `${item} ${body}`)}`;
  }

  /** Null when it is not of this server or of another item. A rung that the ladder no longer has was never given; the tries stay. */
  read({ item, ladder }: StudyPlace, text: string): Progress | null {
    const [body = '', sign = ''] = text.split('.', 2);
    const wanted = Buffer.from(this.#sign('progress', `${item} ${body}`));
    const found = Buffer.from(sign);
    if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) return null;
    const read = signed.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString())).data;
    if (read === undefined) return null;
    return {
      rung: ladder.findIndex(({ hint }) => hint === read.h),
      tries: read.t,
      turns: read.n,
      said: read.s,
      task: read.a,
      tried: read.c,
    };
  }

  /** Null where a text holds no letter and no digit. Capitals, spaces and the sign that ends a sentence make no other text; every other sign does. */
  digestOf(text: string): string | null {
    const written = text
      .normalize('NFC')
      .toLowerCase()
      .trim()
      // A sign behind a digit may be a factorial, but a full stop is one.
      .replace(/(?<=[\p{L}\p{M}])[.!?\s]+$|[.\s]+$/u, '')
      .replace(/\s+/gu, ' ')
      .replace(/ (?=[^\p{L}\p{N}])|(?<=[^\p{L}\p{M}\p{N}]) /gu, '');
    return /[\p{L}\p{N}]/u.test(written) ? this.#sign('try', written).slice(0, 16) : null;
  }

  #sign(purpose: string, text: string): string {
    return createHmac('sha256', this.#key).update(`parlance study ${purpose} 1\n${text}`).digest('base64url');
  }
}
