import {
  type DisclosureObject,
  type ParlanceObject,
  type ReceiptObject,
  type SourceObject,
  type ToolCall,
  type TurnEvent,
} from '@parlance/wire';
import { interfaceIn } from '../interface/index.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { answerEnding } from './answer-ending.tsx';
import { type AnswerWords } from './answer-words.ts';
import { deliveredOf } from './earlier-ending.tsx';
import { type EarlierReceipt, type EarlierTurn, type MarkedPart, type ToldFacts, turnField } from './earlier-turn.ts';
import { endingOf } from './how-it-ended.tsx';
import { type PageIds, pageIds } from './page-ids.ts';
import { type ToldAbove } from './told-above.ts';
import { createDeliveredText, type DeliveredText } from './delivered-text.ts';
import { escapeHtml } from './escape-html.ts';
import { type KnownTexts, nothingKnown } from './known-text.ts';
import { createTextStream, type TextStream } from './text-stream.ts';

export interface AnswerEncoder {
  /** HTML that follows what was returned before; empty when there is nothing to show yet. */
  encode(event: TurnEvent): string;
}

type TextEvent = Extract<TurnEvent, { kind: 'text' }>;
type EndEvent = Extract<TurnEvent, { kind: 'end' }>;

/** One channel of one choice, as long as its text goes on. */
interface Region {
  readonly choice: number;
  readonly channel: TextEvent['channel'];
  readonly stream: TextStream;
}

interface Draft {
  readonly text: InterfaceText;
  readonly language: string;
  readonly words: AnswerWords;
  readonly ids: PageIds;
  /** Null: the answer is not part of a conversation. */
  readonly turn: ConversationTurn | null;
  readonly downSince: () => string | null;
  readonly toldAbove: ToldAbove | null;
  readonly isAnnounced: boolean;
  readonly helpShown: ReadonlySet<string>;
  readonly known: KnownTexts;
  readonly placed: Set<string>;
  readonly disclosures: Map<string, DisclosureObject>;
  readonly sources: Map<string, SourceObject>;
  readonly delivered: DeliveredText;
  region: Region | null;
  cutShort: boolean;
  hasBegun: boolean;
  said: string;
  readonly marks: MarkedPart[];
}

/** The place of an answer in a conversation. */
interface ConversationTurn {
  /** Names the conversation. */
  readonly conversation: string;
  /** Counted from 1. */
  readonly number: number;
  readonly question: string;
  /** The page announces its answers itself. */
  readonly isPart: boolean;
  /** The value under which the page brings the turn along to the next question. */
  readonly carry: (turn: EarlierTurn) => string;
}

/** Where an answer is shown, and in which words. */
export interface AnswerPlace {
  /** Of the answer, BCP 47. */
  readonly language: string;
  readonly words: AnswerWords;
  /** Words of the page; those built in for the language of the answer when absent. */
  readonly text?: InterfaceText;
  /** Null or absent: it is part of no conversation. */
  readonly turn?: ConversationTurn | null;
  /** Ids of the resources that stand above the answer already; absent: none does. */
  readonly helpShown?: ReadonlySet<string>;
  /** Asked at the end: since when who answers has not (ISO 8601); null: nothing is known of that. */
  readonly downSince?: () => string | null;
  /** Null or absent: nothing stands at the head of the page that an answer says again. */
  readonly toldAbove?: ToldAbove | null;
  /** What the pack knows, where the answer is put together from the pack; absent: a model may write it. */
  readonly known?: KnownTexts;
}

/**
 * Encodes one turn as HTML for the answer element that the page left open; `end` closes it. What was written is never changed
 * afterwards, and the HTML of a text does not depend on how the text was split into events.
 */
export function createAnswerEncoder({
  language,
  words,
  text = interfaceIn(language),
  turn = null,
  helpShown = new Set(),
  downSince = () => null,
  toldAbove = null,
  known = nothingKnown,
}: AnswerPlace): AnswerEncoder {
  const draft: Draft = {
    text,
    language,
    words,
    ids: pageIds(turn?.number ?? null),
    turn,
    downSince,
    toldAbove,
    isAnnounced: turn?.isPart !== true,
    helpShown,
    known,
    placed: new Set(),
    disclosures: new Map(),
    sources: new Map(),
    delivered: createDeliveredText(),
    region: null,
    cutShort: false,
    hasBegun: false,
    said: '',
    marks: [],
  };
  return { encode: (event) => encode(draft, event) };
}

function encode(draft: Draft, event: TurnEvent): string {
  draft.delivered.add(event);
  switch (event.kind) {
    case 'text':
      return writeText(draft, event);
    case 'disclosure':
      draft.disclosures.set(event.disclosure.id, event.disclosure);
      return '';
    case 'source':
      draft.sources.set(event.source.id, event.source);
      return '';
    case 'tool':
      return closeRegion(draft) + toolCall(draft.text, event.call);
    case 'logprobs':
      return '';
    case 'finish':
      if (event.reason === 'length') draft.cutShort = true;
      return '';
    case 'end':
      return closeRegion(draft) + end(draft, event);
  }
}

function writeText(draft: Draft, event: TextEvent): string {
  if (event.channel === 'content') remember(draft, event);
  const same = draft.region?.choice === event.choice && draft.region.channel === event.channel;
  const opened = same ? '' : closeRegion(draft) + openRegion(draft, event);
  return opened + (draft.region?.stream.write(event.delta, event.mark) ?? '');
}

function remember(draft: Draft, { delta, mark }: TextEvent): void {
  const start = draft.said.length;
  draft.said += delta;
  if (mark === null || delta === '') return;
  const last = draft.marks.at(-1);
  const goesOn = last?.end === start && last.mark.kind === mark.kind && last.mark.disclosure === mark.disclosure;
  draft.marks.splice(draft.marks.length - (goesOn ? 1 : 0), 1, { start: goesOn ? last.start : start, end: draft.said.length, mark });
}

function openRegion(draft: Draft, { choice, channel }: TextEvent): string {
  const isHelpShown = channel === 'content' && !draft.hasBegun && draft.helpShown.size > 0;
  draft.hasBegun ||= channel === 'content';
  draft.region = { choice, channel, stream: createTextStream({ ...draft, isHelpShown }) };
  switch (channel) {
    case 'content':
      return '';
    case 'reasoning':
      return `<details class="reasoning"><summary>${escapeHtml(draft.text.reasoning)}</summary>`;
    case 'refusal':
      return `<div class="refusal"><p class="kind">${escapeHtml(draft.text.refusal)}</p>`;
  }
}

const regionEnd = { content: '', reasoning: '</details>', refusal: '</div>' } as const satisfies Record<TextEvent['channel'], string>;

function closeRegion(draft: Draft): string {
  const { region } = draft;
  draft.region = null;
  return region === null ? '' : region.stream.close() + regionEnd[region.channel];
}

function toolCall(text: InterfaceText, call: ToolCall): string {
  const title = `${escapeHtml(text.toolCall)}: <bdi>${escapeHtml(call.name)}</bdi>`;
  return `<details class="tool"><summary>${title}</summary><pre dir="ltr"><code>${escapeHtml(call.arguments)}</code></pre></details>`;
}

function end(draft: Draft, event: EndEvent): string {
  const { parlance } = event;
  for (const disclosure of parlance.disclosures) draft.disclosures.set(disclosure.id, disclosure);
  for (const source of parlance.sources) draft.sources.set(source.id, source);
  const delivered = draft.delivered.json();
  return `</div>${answerEnding({
    text: draft.text,
    language: draft.language,
    words: draft.words,
    ids: draft.ids,
    isAnnounced: draft.isAnnounced,
    helpShown: draft.helpShown,
    toldAbove: draft.toldAbove,
    parlance,
    fault: event.fault,
    downSince: draft.downSince(),
    question: draft.turn?.question ?? null,
    cutShort: draft.cutShort,
    placed: draft.placed,
    disclosures: [...draft.disclosures.values()],
    sources: [...draft.sources.values()],
    said: draft.said,
    delivered,
  })}${remembered(draft, event, delivered)}`;
}

/** What the next question brings along. */
function remembered(draft: Draft, { parlance, fault }: EndEvent, delivered: string): string {
  const { turn, said, marks, language, cutShort } = draft;
  if (turn === null) return '';
  const { changes, receipt, ending, refused } = parlance;
  const { conversation, number, question } = turn;
  const told: EarlierTurn = {
    ...{ conversation, number, question, answer: said, marks, language, changes },
    ending: endingOf(ending, fault),
    isRefused: refused !== null,
    isCutShort: cutShort,
    receipt: receipt?.status === 'promised' ? { ...keptOf(receipt), isWhole: delivered === deliveredOf(said) } : null,
    isRecorded: receipt?.status !== 'not_recorded',
    disclosures: [...draft.disclosures.values()],
    sources: [...draft.sources.values()],
    facts: factsOf(parlance),
  };
  return turnField(turn.carry(told));
}

const keptOf = ({ id, nonce, deadline }: Extract<ReceiptObject, { status: 'promised' }>): Omit<EarlierReceipt, 'isWhole'> => ({
  id,
  nonce,
  deadline,
});

const factsOf = ({ answered_by, pack, charter, egress, layers, localization, services }: ParlanceObject): ToldFacts => ({
  answered_by,
  pack,
  charter,
  egress,
  layers,
  localization,
  services,
});
