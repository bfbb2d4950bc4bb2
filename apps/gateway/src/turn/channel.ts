import {
  abandon,
  begin,
  type Disclosure,
  finish,
  type Judged,
  type Originals,
  type Output,
  type Pass,
  type PassContext,
  restoreFinish,
  restoreStep,
  restoreWhole,
  type Restoration,
  type Restored,
  type Screen,
  type Segment,
  startPass,
  startRestoration,
  stepRestored,
} from '@parlance/disclosure';
import { type TextChannel, type TextMark, type TurnEvent } from '@parlance/wire';
import { type Conservation, gave, isConserved, nothingYet, took } from './conservation.ts';
import { longestRefusal } from './refusal/refusal-sense.ts';
import { disclosureObjectOf } from './disclosure-object.ts';

/** One channel of one choice on its way back: pseudonyms are restored, then the text is screened. Immutable. */
export interface ChannelState {
  readonly choice: number;
  readonly channel: TextChannel;
  /** What the upstream has said here, up to a little more than the longest refusal. */
  readonly said: string;
  readonly restoration: Restoration;
  readonly pass: Pass;
  /** Upstream to restored text, and restored to delivered text. */
  readonly restoring: Conservation;
  readonly screening: Conservation;
}

export interface ChannelOptions {
  readonly screen: Screen;
  readonly originals: Originals;
  readonly context: PassContext & { readonly channel: TextChannel };
}

export type Stepped = readonly [ChannelState, readonly TurnEvent[]];

export function startChannel(options: ChannelOptions): ChannelState {
  return {
    choice: options.context.choice,
    channel: options.context.channel,
    said: '',
    restoration: startRestoration(options.originals),
    pass: startPass(options.screen, options.context),
    restoring: nothingYet,
    screening: nothingYet,
  };
}

/** Says what must be said first, without waiting for the upstream. */
export function beginChannel(state: ChannelState): Stepped {
  const [pass, output] = begin(state.pass);
  return [{ ...state, pass, screening: gave(state.screening, output.segments) }, eventsOf(state, output)];
}

export function stepChannel(state: ChannelState, delta: string): Stepped {
  const [restoration, restored] = restoreStep(state.restoration, delta);
  return screened(
    { ...state, said: saidWith(state, delta), restoration, restoring: gave(took(state.restoring, delta), restored) },
    restored,
  );
}

/** One whole sentence and what was judged of it. A pseudonym is never cut in two, so all of its text comes with it, also behind a bracket that does not close. */
export function stepSentence(state: ChannelState, delta: string, judged: Judged): Stepped {
  const [restoration, restored] = restoreWhole(state.restoration, delta);
  return screened(
    { ...state, said: saidWith(state, delta), restoration, restoring: gave(took(state.restoring, delta), restored) },
    restored,
    judged,
  );
}

function saidWith({ said }: ChannelState, delta: string): string {
  return said.length > longestRefusal ? said : said + delta;
}

/** Ends the channel. `isConserved` is false when the edits do not give back what came in: then nothing of this answer may be trusted. */
export function finishChannel(state: ChannelState): { readonly events: readonly TurnEvent[]; readonly isConserved: boolean } {
  const rest = restoreFinish(state.restoration);
  const [last, events] = screened({ ...state, restoring: gave(state.restoring, rest) }, rest);
  const output = finish(last.pass);
  const screening = gave(last.screening, output.segments);
  return { events: [...events, ...eventsOf(last, output)], isConserved: isConserved(last.restoring) && isConserved(screening) };
}

/** The footnotes of a channel whose text broke off. */
export function abandonChannel(state: ChannelState): readonly TurnEvent[] {
  return eventsOf(state, abandon(state.pass));
}

function screened(state: ChannelState, restored: readonly Restored[], judged: Judged | null = null): Stepped {
  const text = restored.map((segment) => segment.text).join('');
  if (text === '') return [state, []];
  const [pass, output] = stepRestored(state.pass, restored, judged);
  return [{ ...state, pass, screening: gave(took(state.screening, text), output.segments) }, eventsOf(state, output)];
}

/** A disclosure goes out right after the text that stands in its place. */
function eventsOf({ choice, channel }: ChannelState, output: Output): readonly TurnEvent[] {
  const textOf = (segment: Segment): TurnEvent => ({ kind: 'text', choice, channel, delta: segment.text, mark: markOf(segment) });
  // Most chunks are such.
  if (output.disclosures.length === 0) return output.segments.map(textOf);
  const waiting = new Map<string, Disclosure>(output.disclosures.map((disclosure) => [disclosure.id, disclosure]));
  const texts = output.segments.flatMap((segment): readonly TurnEvent[] => {
    const text = textOf(segment);
    const disclosure =
      segment.kind === 'edit' && segment.edit.kind !== 'notice' && segment.disclosure !== null
        ? waiting.get(segment.disclosure)
        : undefined;
    return disclosure === undefined ? [text] : [text, { kind: 'disclosure', disclosure: disclosureObjectOf(disclosure) }];
  });
  // Nothing stands in place of what was delivered unjudged.
  const unjudged = output.disclosures.filter(({ kind }) => kind === 'unjudged');
  return unjudged.length === 0 ? texts : [...texts, ...unjudged.map(unjudgedEvent)];
}

function unjudgedEvent(disclosure: Disclosure): TurnEvent {
  return { kind: 'disclosure', disclosure: disclosureObjectOf(disclosure) };
}

const marks = { omit: 'marker', add: 'addition', notice: 'notice' } as const;

function markOf(segment: Segment): TextMark | null {
  if (segment.kind === 'text' || segment.edit.kind === 'restore' || segment.disclosure === null) return null;
  return { kind: segment.isInText === true ? 'insertion' : marks[segment.edit.kind], disclosure: segment.disclosure };
}
