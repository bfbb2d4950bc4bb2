import { type EarlierTurn, type ReaderChoices } from '@parlance/web';
import { z } from 'zod';

/** What a form of the conversation sends. A field that comes several times is a list. */
export interface ConversationForm {
  readonly question: string;
  /** Language of the page, as asked for. */
  readonly language: string | undefined;
  /** Language to change to; then nothing is asked. */
  readonly changeTo: string | undefined;
  /** Null: the form named none, and is no asking that could be repeated. */
  readonly ticket: string | null;
  readonly earlier: readonly EarlierTurn[];
  /** Of this turn in the whole conversation, counted from 1. */
  readonly number: number;
  /** Whether turns were left behind: too many, too long or not ours. */
  readonly isCut: boolean;
  readonly choices: ReaderChoices;
  /** Whether the page is there already and wants the turn alone. */
  readonly isPart: boolean;
  /** The reader wants no more of the answer that this form asked for. */
  readonly isStop: boolean;
}

/** UTF-16 units of what was said earlier that go along, and turns. A model reads no more with use, and each form carries them over the line. */
const longestConversation = 64_000;
const mostTurns = 20;

const last = z.union([z.string(), z.array(z.string()).transform((values) => values.at(-1) ?? '')]);
const several = z.union([z.string().transform((value) => [value]), z.array(z.string())]).catch([]);

const fields = z.object({
  q: last.catch(''),
  lang: last.optional().catch(undefined),
  to: last.optional().catch(undefined),
  /** Language in which to begin again, with the choices and without what was said. */
  anew: last.optional().catch(undefined),
  ticket: last
    .refine((value) => /^[\w-]{22}$/.test(value))
    .nullable()
    .catch(null),
  turn: several,
  number: last.transform(Number).pipe(z.int().min(1).max(100_000)).catch(1),
  level: last
    .pipe(z.enum(['standard', 'plain', 'easy']))
    .nullable()
    .catch(null),
  script: last
    .pipe(z.string().regex(/^[A-Z][a-z]{3}$/))
    .nullable()
    .catch(null),
  shared: last.optional().catch(undefined),
  part: last.optional().catch(undefined),
  stop: last.optional().catch(undefined),
});

const count = z.int().min(0).max(100_000);
const turnValue = z.object({
  q: z.string(),
  a: z.string(),
  l: z.string().max(35),
  c: z.tuple([count, count]),
  r: z.string().max(300).optional(),
});

/** Reads the query of an address. Anybody can make a link, so it says how the page is to be, and nothing that stands on it as asked or answered. */
export function readStart(query: unknown): ConversationForm {
  const { lang, level, script, shared } = fields.parse(query ?? {});
  return readConversation({ lang, level, script, shared });
}

/** Reads a form. Nothing in it is refused: what cannot be read is left out, and the page says so. */
export function readConversation(value: unknown): ConversationForm {
  const read = fields.parse(value ?? {});
  return conversationOf(read.anew === undefined ? read : { ...read, q: '', turn: [], number: 1, to: read.anew });
}

function conversationOf(read: z.infer<typeof fields>): ConversationForm {
  const { q, lang, to, ticket, turn, number, level, script, shared, part, stop } = read;
  const { earlier, isCut } = kept(turn.map(readTurn));
  return {
    question: q.trim(),
    language: lang,
    changeTo: to,
    ticket,
    earlier,
    number: Math.max(number, earlier.length + 1),
    isCut,
    choices: { level, script, isShared: shared !== undefined },
    isPart: part === 'turn',
    isStop: stop !== undefined,
  };
}

function readTurn(text: string): EarlierTurn | null {
  const read = turnValue.safeParse(parsed(text));
  if (!read.success) return null;
  const { q, a, l, c, r } = read.data;
  return { question: q, answer: a, language: l, changes: { omitted: c[0], added: c[1] }, receipt: r ?? null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The newest turns that fit, with none left out between them. */
function kept(turns: readonly (EarlierTurn | null)[]): { readonly earlier: readonly EarlierTurn[]; readonly isCut: boolean } {
  const earlier: EarlierTurn[] = [];
  let length = 0;
  for (const turn of turns.toReversed()) {
    if (turn === null || earlier.length === mostTurns) break;
    length += turn.question.length + turn.answer.length;
    if (length > longestConversation) break;
    earlier.unshift(turn);
  }
  return { earlier, isCut: earlier.length < turns.length };
}
