import { randomBytes } from 'node:crypto';
import { type CarriedTurn, type LeftOut, type ReaderChoices } from '@parlance/web';
import { z } from 'zod';
import { isCut } from './form-body.ts';
import { type TurnSeal } from './turn-seal.ts';

/** What a form of the conversation sends. A field that comes several times is a list. */
export interface ConversationForm {
  readonly question: string;
  /** What stood in the field while something else was asked: it is not lost. */
  readonly draft: string;
  /** Language of the page, as asked for. */
  readonly language: string | undefined;
  /** Language to change to; then nothing is asked. */
  readonly changeTo: string | undefined;
  /** Null: the form named none, and is no asking that could be repeated. */
  readonly ticket: string | null;
  readonly earlier: readonly CarriedTurn[];
  /** Turns that were not looked at: they go into the next form as they came. */
  readonly passedOn: readonly string[];
  /** Names it; a new one where nothing was said earlier. */
  readonly conversation: string;
  /** Of this turn in the whole conversation, counted from 1. */
  readonly number: number;
  readonly left: LeftOut;
  readonly choices: ReaderChoices;
  /** Whether the page is there already and wants the turn alone. */
  readonly isPart: boolean;
  /** Whether the page packs what it carries by itself, so that it may come plain. */
  readonly isPacking: boolean;
  /** Of the phrases that the page has already; null: none. */
  readonly phrases: string | null;
  /** The reader wants no more of the answer that this form asked for. */
  readonly isStop: boolean;
  /** More was sent than was read. */
  readonly isCut: boolean;
}

/** UTF-16 units of what was said earlier that go along, and turns. A model reads no more with use, and each form carries them over the line. */
const longestConversation = 64_000;
const mostTurns = 20;

const last = z.union([z.string(), z.array(z.string()).transform((values) => values.at(-1) ?? '')]);
const several = z.union([z.string().transform((value) => [value]), z.array(z.string())]).catch([]);

const fields = z.object({
  q: last.catch(''),
  /** A question of an earlier turn, to be asked once more instead of the draft. */
  again: last.optional().catch(undefined),
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
  packs: last.optional().catch(undefined),
  phrases: last
    .pipe(z.string().regex(/^[\w-]{16}$/))
    .nullable()
    .catch(null),
  stop: last.optional().catch(undefined),
});

type Opening = Pick<TurnSeal, 'open'>;

/** A body may be any JSON. */
const readFields = (value: unknown): z.infer<typeof fields> => fields.safeParse(value).data ?? fields.parse({});

/** Reads the query of an address. Anybody can make a link, so it says how the page is to be, and nothing that stands on it as asked or answered. */
export function readStart(query: unknown): ConversationForm {
  const { lang, level, script, shared } = readFields(query);
  return readConversation({ lang, level, script, shared }, null);
}

/** Reads a form. Nothing in it is refused: what cannot be read, or was not told here, is left out, and the page says so. Without a seal the turns are not looked at. */
export function readConversation(value: unknown, seal: Opening | null): ConversationForm {
  const read = readFields(value);
  const form = conversationOf(read.anew === undefined ? read : { ...read, q: '', turn: [], number: 1, to: read.anew }, seal);
  if (!isCut(value)) return form;
  return { ...form, isCut: true, left: form.left === 'nothing' && read.anew === undefined ? 'oldest' : form.left };
}

function conversationOf(read: z.infer<typeof fields>, seal: Opening | null): ConversationForm {
  const { q, again, lang, to, ticket, turn, number, level, script, shared, part, packs, phrases, stop } = read;
  const { earlier, left, passedOn } = seal === null ? unopened(turn) : kept(turn, seal);
  return {
    question: (again ?? q).trim(),
    draft: again === undefined ? '' : q.trim(),
    language: lang,
    changeTo: to,
    ticket,
    earlier,
    passedOn,
    conversation: earlier.at(-1)?.conversation ?? randomBytes(9).toString('base64url'),
    number: Math.max(number, (earlier.at(-1)?.number ?? 0) + 1),
    left,
    choices: { level, script, isShared: shared !== undefined },
    isPart: part === 'turn',
    isPacking: packs !== undefined,
    phrases,
    isStop: stop !== undefined,
    isCut: false,
  };
}

type Kept = Pick<ConversationForm, 'earlier' | 'left' | 'passedOn'>;

/** Only what has the form of a turn of this server: whether it is one is seen when it is opened. */
function unopened(turns: readonly string[]): Kept {
  return { earlier: [], left: 'nothing', passedOn: turns.slice(-mostTurns).filter((turn) => /^[\w-]{22}[.{]/.test(turn)) };
}

/** The newest turns that fit, with none left out between them. What would be left behind anyway is not looked at. */
function kept(turns: readonly string[], { open }: Opening): Kept {
  const earlier: CarriedTurn[] = [];
  let length = 0;
  for (const value of turns.slice(-mostTurns).reverse()) {
    const turn = open(value);
    if (turn === null || !isBefore(turn, earlier[0])) return { earlier, left: 'unproved', passedOn: [] };
    length += turn.question.length + turn.answer.length;
    if (length > longestConversation) break;
    earlier.unshift(turn);
  }
  return { earlier, left: earlier.length < turns.length ? 'oldest' : 'nothing', passedOn: [] };
}

/** Turns of one conversation, in the order in which they were told. */
function isBefore({ conversation, number }: CarriedTurn, next: CarriedTurn | undefined): boolean {
  return next === undefined || (conversation === next.conversation && number < next.number);
}
