import { type Cause, type Ending } from '@parlance/charter';
import { type PassContext, type Screen, type Wording } from '@parlance/disclosure';
import { type Fault, type FinishReason, type TextChannel, type TurnEvent, type Usage } from '@parlance/wire';
import { carries, type Surface, type SurfaceChannel } from '../surfaces/surface.ts';
import { type UpstreamEvent } from '../upstream/upstream.ts';
import { abandonChannel, beginChannel, type ChannelState, finishChannel, startChannel, stepChannel } from './channel.ts';
import { disclosureObjectOf } from './disclosure-object.ts';
import { screenJson } from './screen-json.ts';
import { joinTexts } from './join-texts.ts';
import { restoreAll } from './restore-all.ts';

/** What screening needs to know of a turn. */
export interface ScreeningContext {
  readonly screen: Screen;
  readonly language: string;
  readonly wording: Wording;
  readonly originals: ReadonlyMap<string, string>;
  readonly typed: readonly string[];
  /** How many choices were asked for. One that never came was cut off. */
  readonly choices: number;
  /** The answer has to be JSON: it is held until complete, and refused when no marker could keep it valid (R14). */
  readonly isStructured: boolean;
  readonly surface: Surface;
}

interface ToolDraft {
  readonly choice: number;
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
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
  readonly stop: { readonly ending: Ending; readonly fault: Fault | null } | null;
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
export function screenEvents(state: Screening, events: readonly UpstreamEvent[]): Screened {
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
export function screenEvent(before: Screening, event: UpstreamEvent): Screened {
  // What was used is settled also when the answer is refused.
  if (before.stop !== null) return [event.kind === 'usage' ? { ...before, usage: event.usage } : before, []];
  const length = before.length + ('delta' in event ? event.delta.length : 0);
  const state = { ...before, length };
  if (length > longestAnswer) return refuse(state, 'outage', endless);
  if ('choice' in event && event.choice >= state.context.choices) return refuse(state, 'outage', unasked);
  switch (event.kind) {
    case 'text':
      return screenText(state, event);
    case 'tool':
      return collectTool(state, event);
    case 'finish':
      return finishChoice(state, event.choice, event.reason);
    case 'usage':
      return [{ ...state, usage: event.usage }, []];
    case 'fault':
      return [{ ...state, stop: { ending: endingOfFault(event.code), fault: { code: event.code, message: event.message } } }, []];
  }
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
  const name = key(event.choice, event.channel);
  const [channel, events] = stepChannel(state.channels.get(name) ?? openChannel(state, event.choice, event.channel), event.delta);
  return [
    { ...state, channels: new Map(state.channels).set(name, channel), hasRefusal: state.hasRefusal || event.channel === 'refusal' },
    events,
  ];
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

function refuse(state: Screening, ending: Ending, fault: Fault): Screened {
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
function finishChoice(state: Screening, choice: number, reason: FinishReason): Screened {
  if (state.finished.has(choice)) return [state, []];
  const held = state.structured.get(choice);
  if (held !== undefined) {
    const [next, events] = releaseStructured(state, choice, held);
    if (next.stop !== null) return [next, events];
    return finishRest(next, { choice, reason, before: events });
  }
  return finishRest(state, { choice, reason, before: [] });
}

function finishRest(
  state: Screening,
  end: { readonly choice: number; readonly reason: FinishReason; readonly before: readonly TurnEvent[] },
): Screened {
  const { choice, reason } = end;
  const channels = [...state.channels.values()].filter((channel) => channel.choice === choice).map(finishChannel);
  const events = [...end.before, ...channels.flatMap((channel) => channel.events)];
  const isFiltered = state.isFiltered || reason === 'content_filter';
  const closed = { ...state, isFiltered, finished: new Set(state.finished).add(choice) };
  if (!channels.every((channel) => channel.isConserved)) return [{ ...closed, stop: { ending: 'outage', fault: notConserved } }, events];
  const [next, tools] = releaseTools(closed, choice);
  return [next, [...events, ...tools, ...(next.stop === null ? [{ kind: 'finish', choice, reason } as const] : [])]];
}

function releaseStructured(state: Screening, choice: number, held: string): Screened {
  const { context } = state;
  const restored = restoreAll(held, context.originals);
  const screened = screenJson(restored, context.screen, passContext(context, choice, 'content'));
  const disclosures = screened.disclosures.map((disclosure): TurnEvent => ({
    kind: 'disclosure',
    disclosure: disclosureObjectOf({ ...disclosure, at: [0, 0] }),
  }));
  const [first] = screened.disclosures;
  if (first !== undefined) return [{ ...state, stop: refusalFor(first.cause) }, disclosures];
  return [state, [{ kind: 'text', choice, channel: 'content', delta: restored, mark: null }]];
}

function releaseTools(state: Screening, choice: number): Screened {
  const { context } = state;
  const events: TurnEvent[] = [];
  let numberedBefore = 0;
  for (const draft of [...state.tools.values()].filter((tool) => tool.choice === choice)) {
    const restored = restoreAll(draft.arguments, context.originals);
    const place = { ...passContext(context, choice, 'tool'), numberedBefore };
    const [label] = screenJson(JSON.stringify([draft.name, draft.id]), context.screen, place).disclosures;
    // A marker in its name or id would make another call of it.
    if (label !== undefined) {
      events.push({ kind: 'disclosure', disclosure: disclosureObjectOf({ ...label, at: [0, 0] }) });
      return [{ ...state, stop: refusalFor(label.cause) }, events];
    }
    const screened = screenJson(restored, context.screen, place);
    numberedBefore += screened.disclosures.length;
    events.push(
      ...screened.disclosures.map((disclosure): TurnEvent => ({ kind: 'disclosure', disclosure: disclosureObjectOf(disclosure) })),
    );
    const [first] = screened.disclosures;
    if (first !== undefined && screened.isUnmarkable) return [{ ...state, stop: refusalFor(first.cause) }, events];
    events.push({ kind: 'tool', choice, call: { index: draft.index, id: draft.id, name: draft.name, arguments: screened.text } });
  }
  return [state, events];
}

/** An answer that cannot carry its marker is refused whole, with the cause of the change. */
function refusalFor(cause: Cause): { readonly ending: Ending; readonly fault: Fault } {
  if (cause === 'law')
    return {
      ending: 'law',
      fault: {
        code: 'legal_refusal',
        message: 'part of this answer may not be given by law, and its format leaves no room to say so in place',
      },
    };
  const message = 'part of this answer had to be left out, and its format leaves no room to say so in place';
  return { ending: cause === 'operator' ? 'operator' : 'charter', fault: { code: 'charter_refusal', message } };
}

function endingOfFault(code: Fault['code']): Ending {
  return code === 'upstream_rate_limited' ? 'quota' : 'outage';
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
