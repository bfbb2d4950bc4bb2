import { type Originals, type PassContext, type Screen, type Wording } from '@parlance/disclosure';
import { type Fault, type TextChannel, type TurnEvent, type Usage } from '@parlance/wire';
import { carries, type Surface, type SurfaceChannel } from '../surfaces/surface.ts';
import { type UpstreamEvent } from '../upstream/upstream.ts';
import { abandonChannel, beginChannel, type ChannelState, finishChannel, startChannel, stepChannel, stepSentence } from './channel.ts';
import { isStopping } from './judging/is-stopping.ts';
import { type JudgedEvent } from './judging/judged-event.ts';
import { isRefusal } from './refusal/refusal-sense.ts';
import { type JsonPlace, releaseStructured, releaseTools, type ToolDraft } from './release-json.ts';
import { joinTexts } from './join-texts.ts';
import { endingOfFault, notJudged, type Stop } from './stop.ts';

/** What screening needs to know of a turn. */
export interface ScreeningContext {
  readonly screen: Screen;
  readonly language: string;
  readonly wording: Wording;
  readonly originals: Originals;
  readonly typed: readonly string[];
  /** How many choices were asked for. One that never came was cut off. */
  readonly choices: number;
  /** The answer has to be JSON: it is held until complete, and refused when no marker could keep it valid (R14). */
  readonly isStructured: boolean;
  /** What the arguments of each tool have to be like, by its name. */
  readonly toolSchemas: ReadonlyMap<string, unknown>;
  readonly surface: Surface;
}

/** State of the way back for a whole response. Immutable: each upstream event gives a new one. */
export interface Screening {
  readonly context: ScreeningContext;
  readonly channels: ReadonlyMap<string, ChannelState>;
  readonly tools: ReadonlyMap<string, ToolDraft>;
  /** Held JSON answers by choice. */
  readonly structured: ReadonlyMap<number, string>;
  readonly finished: ReadonlySet<number>;
  readonly usage: Usage | null;
  readonly hasRefusal: boolean;
  /** The upstream's own filter cut the answer. */
  readonly isFiltered: boolean;
  /** Length of what came, over all choices, in UTF-16 units. */
  readonly length: number;
  /** Why the response must stop here, or null. */
  readonly stop: Stop | null;
}

export type Screened = readonly [Screening, readonly TurnEvent[]];

export function startScreening(context: ScreeningContext): Screening {
  return {
    context,
    channels: new Map(),
    tools: new Map(),
    structured: new Map(),
    finished: new Set(),
    usage: null,
    hasRefusal: false,
    isFiltered: false,
    length: 0,
    stop: null,
  };
}

/** Writes the additions that do not wait: the safety resources of a person in distress. */
export function beginAnswer(state: Screening): Screened {
  const [channel, events] = beginChannel(openChannel(state, 0, 'content'));
  return [{ ...state, channels: new Map([[key(0, 'content'), channel]]) }, events];
}

/** Upstream events in, what may be told of them out. Pure. Text that came together is screened together, which changes nothing (R7). */
export function screenEvents(state: Screening, events: readonly JudgedEvent[]): Screened {
  const told: TurnEvent[] = [];
  let current = state;
  for (const event of joinTexts(events)) {
    const [next, more] = screenEvent(current, event);
    current = next;
    for (const each of more) told.push(each);
  }
  return [current, told];
}

/** An answer without end must not fill the memory. In UTF-16 units, over all choices. */
const longestAnswer = 8 * 1024 * 1024;

/** One upstream event in, what may be told of it out. Pure. */
export function screenEvent(before: Screening, event: JudgedEvent): Screened {
  // What was used is settled also when the answer is refused.
  if (before.stop !== null) return [event.kind === 'usage' ? { ...before, usage: event.usage } : before, []];
  const state = { ...before, length: before.length + ('delta' in event ? event.delta.length : 0) };
  const fault = faultIn(state, event);
  if (fault !== null) return refuse(state, 'outage', fault);
  switch (event.kind) {
    case 'text':
      return screenText(state, event);
    case 'sentence':
      return screenSentence(state, event);
    case 'tool':
      return collectTool(state, event);
    case 'finish':
      return finishChoice(state, event);
    case 'usage':
      return [{ ...state, usage: event.usage }, []];
    case 'fault':
      return [{ ...state, stop: { ending: endingOfFault(event.code), fault: { code: event.code, message: event.message } } }, []];
  }
}

/** What no answer may be, whatever is said in it. */
function faultIn({ length, context }: Screening, event: JudgedEvent): Fault | null {
  if (length > longestAnswer) return endless;
  return 'choice' in event && event.choice >= context.choices ? unasked : null;
}

/** The upstream has nothing more to say. A choice that never finished was cut off, and what had been left out of it is told all the same (R3). */
export function endScreening(before: Screening): Screened {
  const state = before.stop === null && !isComplete(before) ? { ...before, stop: { ending: 'outage', fault: cutOff } as const } : before;
  if (state.stop === null) return [state, []];
  return [state, [...state.channels.values()].filter(({ choice }) => !state.finished.has(choice)).flatMap(abandonChannel)];
}

function isComplete({ channels, tools, structured, finished, context }: Screening): boolean {
  const choices = [...channels.values(), ...tools.values()].map(({ choice }) => choice).concat([...structured.keys()]);
  return finished.size >= context.choices && choices.every((choice) => finished.has(choice));
}

function screenText(state: Screening, event: UpstreamEvent & { readonly kind: 'text' }): Screened {
  const fault = misplaced(state, event.choice, event.channel);
  if (fault !== null) return refuse(state, 'outage', fault);
  if (state.context.isStructured && event.channel === 'content') {
    const held = (state.structured.get(event.choice) ?? '') + event.delta;
    return [{ ...state, structured: new Map(state.structured).set(event.choice, held) }, []];
  }
  const [channel, events] = stepChannel(channelOf(state, event), event.delta);
  return [withChannel(state, channel), events];
}

/** A sentence with its verdicts. One that ends the answer is left out, and its channel is told to its end. */
function screenSentence(state: Screening, event: JudgedEvent & { readonly kind: 'sentence' }): Screened {
  const fault = misplaced(state, event.choice, event.channel);
  if (fault !== null) return refuse(state, 'outage', fault);
  const { delta, judged } = event;
  const [channel, events] = stepSentence(channelOf(state, event), delta, judged);
  if (!isStopping(judged)) return [withChannel(state, channel), events];
  const last = finishChannel(channel);
  const channels = new Map(state.channels);
  channels.delete(key(event.choice, event.channel));
  return [{ ...state, channels, stop: last.isConserved ? notJudged : stopOf(notConserved) }, [...events, ...last.events]];
}

function channelOf(state: Screening, { choice, channel }: { readonly choice: number; readonly channel: TextChannel }): ChannelState {
  return state.channels.get(key(choice, channel)) ?? openChannel(state, choice, channel);
}

function withChannel(state: Screening, channel: ChannelState): Screening {
  const hasRefusal = state.hasRefusal || channel.channel === 'refusal';
  return { ...state, channels: new Map(state.channels).set(key(channel.choice, channel.channel), channel), hasRefusal };
}

/** What may not be said here, or no more. */
function misplaced({ finished, context }: Screening, choice: number, channel: SurfaceChannel): Fault | null {
  if (finished.has(choice)) return malformed;
  return carries(context.surface, channel) ? null : placeless;
}

const malformed: Fault = { code: 'upstream_malformed', message: 'the upstream went on after it had finished' };
const endless: Fault = { code: 'upstream_malformed', message: 'the upstream did not come to an end' };
const unasked: Fault = { code: 'upstream_malformed', message: 'the upstream gave an answer that nobody asked for' };
const placeless: Fault = { code: 'upstream_malformed', message: 'the upstream said something that has no place in an answer here' };
const cutOff: Fault = { code: 'upstream_truncated', message: 'the upstream broke off its answer' };
const mixedCalls: Fault = { code: 'upstream_malformed', message: 'the upstream mixed two tool calls' };
const notConserved: Fault = { code: 'internal_error', message: 'the answer did not match its own record of changes' };

function refuse(state: Screening, ending: Stop['ending'], fault: Fault): Screened {
  return [{ ...state, stop: { ending, fault } }, []];
}

function collectTool(state: Screening, event: UpstreamEvent & { readonly kind: 'tool' }): Screened {
  const fault = misplaced(state, event.choice, 'tool');
  if (fault !== null) return refuse(state, 'outage', fault);
  const name = `${event.choice}:${event.index}`;
  const draft = state.tools.get(name);
  if (draft !== undefined && isAnother(draft.id, event.id)) return refuse(state, 'outage', mixedCalls);
  const next = {
    choice: event.choice,
    index: event.index,
    id: event.id ?? draft?.id ?? '',
    name: nameWith(draft?.name ?? '', event.name ?? ''),
    arguments: (draft?.arguments ?? '') + event.delta,
  };
  return [{ ...state, tools: new Map(state.tools).set(name, next) }, []];
}

/** Most servers say the name once, some in pieces, and some again with every piece of the arguments. */
function nameWith(known: string, more: string): string {
  return known === more ? known : known + more;
}

/** Two calls under one number cannot be told apart. */
function isAnother(known: string, id: string | null): boolean {
  return known !== '' && id !== null && id !== '' && id !== known;
}

/** Ends every channel of a choice: held text comes out before the reason why it ended. */
function finishChoice(state: Screening, event: JudgedEvent & { readonly kind: 'finish' }): Screened {
  const { choice, reason } = event;
  if (state.finished.has(choice)) return [state, []];
  const json = jsonPlace(state, event);
  const held = state.structured.get(choice);
  const structured = held === undefined ? { stop: null, events: [] } : releaseStructured(held, json);
  if (structured.stop !== null) return [{ ...state, stop: structured.stop }, structured.events];
  const open = [...state.channels.values()].filter((channel) => channel.choice === choice);
  const channels = open.map(finishChannel);
  // Whether what was left out was a refusal is no more to be told than what it was (R4).
  const whole = open.filter(({ pass }, place) => pass.ledger.omissions === null && channels[place]?.events.some(isOmitted) !== true);
  const events = [...structured.events, ...channels.flatMap((channel) => channel.events)];
  const closed = {
    ...state,
    ...declined(state, reason, held === undefined ? whole : [{ channel: 'content', said: held }]),
    finished: new Set(state.finished).add(choice),
  };
  if (!channels.every((channel) => channel.isConserved)) return [{ ...closed, stop: stopOf(notConserved) }, events];
  const tools = releaseTools(
    [...state.tools.values()].filter((tool) => tool.choice === choice),
    json,
    state.context.toolSchemas,
  );
  const finish = tools.stop === null ? [{ kind: 'finish', choice, reason } as const] : [];
  return [{ ...closed, stop: tools.stop }, [...events, ...tools.events, ...finish]];
}

function isOmitted(event: TurnEvent): boolean {
  return event.kind === 'disclosure' && event.disclosure.kind === 'omit';
}

type Said = Pick<ChannelState, 'channel' | 'said'>;

/** Whether the upstream filtered the choice, or refused: most models tell that in their own words and nowhere else. */
function declined(
  { isFiltered, hasRefusal, context }: Screening,
  reason: string,
  channels: readonly Said[],
): Pick<Screening, 'isFiltered' | 'hasRefusal'> {
  const refuses = ({ channel, said }: Said): boolean => channel === 'content' && isRefusal(said, context.language);
  return {
    isFiltered: isFiltered || reason === 'content_filter',
    hasRefusal: hasRefusal || (reason === 'stop' && channels.some(refuses)),
  };
}

function jsonPlace({ context }: Screening, event: JudgedEvent & { readonly kind: 'finish' }): JsonPlace {
  const { screen, originals } = context;
  const book = 'book' in event ? (event.book ?? null) : null;
  return { screen, originals, book, context: (channel) => passContext(context, event.choice, channel) };
}

function stopOf(fault: Fault): Stop {
  return { ending: 'outage', fault };
}

function openChannel(state: Screening, choice: number, channel: TextChannel): ChannelState {
  const { context } = state;
  return startChannel({ screen: context.screen, originals: context.originals, context: passContext(context, choice, channel) });
}

function passContext<Name extends PassContext['channel']>(
  context: ScreeningContext,
  choice: number,
  channel: Name,
): PassContext & { readonly channel: Name } {
  return { choice, channel, language: context.language, wording: context.wording, prose: true, typed: context.typed };
}

function key(choice: number, channel: TextChannel): string {
  return `${choice}:${channel}`;
}
