import {
  type ClassifierRole,
  cutSentences,
  judgedFrom,
  noSentence,
  type Questions,
  questionsOf,
  restOfSentences,
  type Screen,
  type Sentences,
  sentencesOf,
  type Verdict,
} from '@parlance/disclosure';
import { type TextChannel } from '@parlance/wire';
import { type UpstreamEvent } from '../../upstream/upstream.ts';
import { jsonStrings } from '../json-strings.ts';
import { type JudgedEvent } from './judged-event.ts';

export interface HearingContext {
  readonly screen: Screen;
  readonly isStructured: boolean;
}

/** One question to the safeguard. */
export interface Ask {
  readonly id: number;
  readonly role: ClassifierRole;
  readonly before: string;
  readonly sentence: string;
}

interface OpenChannel {
  readonly choice: number;
  readonly channel: TextChannel;
  readonly sentences: Sentences;
  /** The end of what was said before. */
  readonly before: string;
}

/** A sentence and the questions about it. */
interface Piece {
  readonly sentence: string;
  readonly questions: Questions;
  readonly asks: readonly number[];
}

/** An event and the sentences that have to be judged before it may be told. */
interface Waiting {
  readonly event: UpstreamEvent;
  readonly pieces: readonly Piece[];
}

/** JSON text that comes in pieces and is judged when it is whole. */
interface Draft {
  readonly choice: number;
  readonly text: string;
}

/**
 * What an upstream says, on its way through the safeguard. Immutable. Text is cut into sentences; each waits for its verdicts, and everything is told in the order in
 * which it was said, so that the order in which verdicts come changes nothing.
 */
export interface Hearing {
  readonly context: HearingContext;
  readonly channels: ReadonlyMap<string, OpenChannel>;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly queue: readonly Waiting[];
  readonly verdicts: ReadonlyMap<number, Verdict>;
  readonly asked: number;
}

export type Heard = readonly [Hearing, readonly Ask[]];

export function startHearing(context: HearingContext): Hearing {
  return { context, channels: new Map(), drafts: new Map(), queue: [], verdicts: new Map(), asked: 0 };
}

/** Upstream events in, questions out. */
export function hear(before: Hearing, events: readonly UpstreamEvent[]): Heard {
  const asks: Ask[] = [];
  let hearing = before;
  for (const event of events) {
    const [next, more] = hearOne(hearing, event);
    hearing = next;
    for (const ask of more) asks.push(ask);
  }
  return [hearing, asks];
}

function hearOne(hearing: Hearing, event: UpstreamEvent): Heard {
  switch (event.kind) {
    case 'text':
      return hearing.context.isStructured && event.channel === 'content'
        ? collect(hearing, `${event.choice}`, event)
        : hearText(hearing, event);
    case 'tool':
      return collect(hearing, `${event.choice}:${event.index}`, event);
    case 'finish':
      return hearFinish(hearing, event);
    case 'usage':
    case 'fault':
      return [queued(hearing, { event, pieces: [] }), []];
  }
}

function collect(hearing: Hearing, name: string, event: UpstreamEvent & { readonly kind: 'text' | 'tool' }): Heard {
  const text = (hearing.drafts.get(name)?.text ?? '') + event.delta;
  const drafts = new Map(hearing.drafts).set(name, { choice: event.choice, text });
  return [queued({ ...hearing, drafts }, { event, pieces: [] }), []];
}

function hearText(hearing: Hearing, event: UpstreamEvent & { readonly kind: 'text' }): Heard {
  const name = `${event.choice}:${event.channel}`;
  const open = hearing.channels.get(name) ?? { choice: event.choice, channel: event.channel, sentences: noSentence, before: '' };
  const [sentences, cut] = cutSentences(open.sentences, event.delta);
  return hearSentences(hearing, { ...open, sentences }, cut);
}

/** What is said of a choice at its end is whole. */
function hearFinish(before: Hearing, event: UpstreamEvent & { readonly kind: 'finish' }): Heard {
  const asks: Ask[] = [];
  let hearing = before;
  for (const open of [...before.channels.values()].filter(({ choice }) => choice === event.choice)) {
    const [next, more] = hearSentences(hearing, { ...open, sentences: noSentence }, restOfSentences(open.sentences));
    hearing = next;
    asks.push(...more);
  }
  const [next, pieces, more] = judgeTexts(hearing, textsOf(hearing, event.choice));
  return [queued(next, { event, pieces }), [...asks, ...more]];
}

function textsOf({ drafts }: Hearing, choice: number): readonly string[] {
  return [...drafts.values()].filter((draft) => draft.choice === choice).flatMap(({ text }) => jsonStrings(text));
}

/** The same sentence is asked about once. */
function judgeTexts(before: Hearing, texts: readonly string[]): readonly [Hearing, readonly Piece[], readonly Ask[]] {
  const pieces = new Map<string, Piece>();
  const asks: Ask[] = [];
  let hearing = before;
  for (const text of texts) {
    let said = '';
    for (const sentence of sentencesOf(text)) {
      if (pieces.has(sentence)) continue;
      const [next, piece, more] = questioned(hearing, sentence, said);
      hearing = next;
      pieces.set(sentence, piece);
      asks.push(...more);
      said = endOf(said + sentence);
    }
  }
  return [hearing, [...pieces.values()], asks];
}

function hearSentences(before: Hearing, channel: OpenChannel, cut: readonly string[]): Heard {
  const asks: Ask[] = [];
  let hearing = before;
  let said = channel.before;
  for (const delta of cut) {
    const [next, piece, more] = questioned(hearing, delta, said);
    const event = { kind: 'text', choice: channel.choice, channel: channel.channel, delta } as const;
    hearing = queued(next, { event, pieces: [piece] });
    asks.push(...more);
    said = endOf(said + delta);
  }
  const name = `${channel.choice}:${channel.channel}`;
  return [{ ...hearing, channels: new Map(hearing.channels).set(name, { ...channel, before: said }) }, asks];
}

function questioned(hearing: Hearing, sentence: string, before: string): readonly [Hearing, Piece, readonly Ask[]] {
  const questions = questionsOf(hearing.context.screen, sentence);
  const asks = questions.roles.map((role, index): Ask => ({ id: hearing.asked + index, role, before, sentence }));
  return [{ ...hearing, asked: hearing.asked + asks.length }, { sentence, questions, asks: asks.map(({ id }) => id) }, asks];
}

/** UTF-16 units of what was said before that go with a sentence, so that it can be understood. */
const longestBefore = 600;

function endOf(text: string): string {
  if (text.length <= longestBefore) return text;
  const end = text.slice(-longestBefore);
  return /^[\udc00-\udfff]/.test(end) ? end.slice(1) : end;
}

function queued(hearing: Hearing, waiting: Waiting): Hearing {
  return { ...hearing, queue: [...hearing.queue, waiting] };
}

/** One verdict in. */
export function takeVerdict(hearing: Hearing, id: number, verdict: Verdict): Hearing {
  return { ...hearing, verdicts: new Map(hearing.verdicts).set(id, verdict) };
}

/** Everything whose verdicts are there, up to the first that waits. */
export function release(hearing: Hearing): readonly [Hearing, readonly JudgedEvent[]] {
  const waits = hearing.queue.findIndex(({ pieces }) => pieces.some(({ asks }) => asks.some((id) => !hearing.verdicts.has(id))));
  const due = waits === -1 ? hearing.queue : hearing.queue.slice(0, waits);
  if (due.length === 0) return [hearing, []];
  const verdicts = new Map(hearing.verdicts);
  for (const { pieces } of due) for (const { asks } of pieces) for (const id of asks) verdicts.delete(id);
  return [{ ...hearing, queue: hearing.queue.slice(due.length), verdicts }, due.map((waiting) => judgedEvent(waiting, hearing.verdicts))];
}

function judgedEvent({ event, pieces }: Waiting, verdicts: Hearing['verdicts']): JudgedEvent {
  const [first] = pieces;
  if (event.kind === 'finish') return { ...event, book: new Map(pieces.map((piece) => [piece.sentence, judgedPiece(piece, verdicts)])) };
  if (event.kind !== 'text' || first === undefined) return event;
  return { kind: 'sentence', choice: event.choice, channel: event.channel, delta: event.delta, judged: judgedPiece(first, verdicts) };
}

function judgedPiece({ questions, asks }: Piece, verdicts: Hearing['verdicts']) {
  return judgedFrom(
    questions,
    asks.map((id) => verdicts.get(id) ?? 'failed'),
  );
}
