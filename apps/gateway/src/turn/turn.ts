import { type DisclosureObject, type TurnEvent, type Usage } from '@parlance/wire';
import { cohort } from '../cohort.ts';
import { type Departure } from '../upstream/departure.ts';
import { firstRefusedUse } from '../use-control/refused-use.ts';
import { usedTexts } from '../use-control/used-text.ts';
import { type Begun, begin } from './begin.ts';
import { CitedSources } from './cited-sources.ts';
import { heldBack } from './held-back.ts';
import { judgeAnswer } from './judging/judge-answer.ts';
import { type JudgedEvent } from './judging/judged-event.ts';
import { LogprobKeeper } from './logprob-keeper.ts';
import { type Found } from './look-up.ts';
import { partingWith } from './parting.ts';
import { egressStop } from './prepare.ts';
import { type Recording, startRecording } from './recording.ts';
import { reranked } from './reranked.ts';
import { endScreening, screenEvents, type Screening } from './screening.ts';
import { asTold, type EndEvent, seal, sealBroken, type SealContext, sealGone, sealStopped, sealUnrecorded, type Stop } from './seal.ts';
import { type TurnInput } from './turn-input.ts';
import { unlocalized } from './unlocalized.ts';

/** What became known at once. */
export type TurnEvents = readonly TurnEvent[];

/**
 * One answer, from question to end: intend, localize, ground, minimise, ask, screen, seal, settle. The stages are pure; this loop only wires them. Every surface encodes
 * these events and no surface has another way to an answer. `end` comes exactly once, last, whatever happens. What cannot be recorded is not answered, but for safety
 * information (R9).
 */
export async function* turn(input: TurnInput): AsyncGenerator<TurnEvents> {
  const { departure, onBroken } = input;
  const course: Course = {
    recording: startRecording(input, input.recording),
    context: null,
    told: [],
    cited: new CitedSources(),
    logprobs: new LogprobKeeper(input.request.logprobs === true && input.surface.logprobs === 'when unedited'),
    usage: null,
  };
  const recorded = succeeds(course.recording.intend(input.country), onBroken);
  let end: EndEvent;
  try {
    // While the disk writes the intent, what is to be asked is made ready.
    await cohort();
    const stop = stopOf(input);
    const found = stop === null ? await inOrder(input, recorded) : null;
    const begun = begin(input, found);
    course.context = begun.context;
    const isRecorded = await recorded;
    const [start, first] = begun.screened;
    if (isRecorded || begun.asked.isUrgent) yield* tell(course, first);
    const state = isRecorded && stop === null ? yield* converse(input, begun, course) : start;
    end = ended(course, begun.context, { state, stop, hasGone: departure.hasGone });
  } catch (error) {
    if (!departure.hasGone) onBroken(error);
    const { usage, told } = course;
    const context = course.context ?? unlocalized(input);
    end = departure.hasGone ? sealGone(context, usage, told) : sealBroken(context, { fault: brokenInside, usage }, told);
  }
  end = (await recorded) ? await settled(course.recording, end, onBroken) : sealUnrecorded(end);
  count(input, end, course);
  yield [asTold(end)];
}

function count({ metrics, onEnd }: TurnInput, end: EndEvent, { cited }: Course): void {
  metrics?.ended(end.parlance);
  onEnd(end, cited.ids);
}

/** What has become of a turn so far; whatever ends it, this is what its end tells. */
interface Course {
  readonly recording: Recording;
  /** Null before it has begun. */
  context: SealContext | null;
  readonly told: DisclosureObject[];
  readonly cited: CitedSources;
  readonly logprobs: LogprobKeeper;
  usage: Usage | null;
}

/** What was found, ordered by meaning; null where nothing orders it, and then the order of the words stands. */
function inOrder(input: TurnInput, recorded: Promise<boolean>): Promise<Found | null> | null {
  const { reranker = null } = input;
  return reranker === null ? null : reranked(input, reranker, recorded);
}

interface Ended {
  readonly state: Screening;
  readonly stop: Stop | null;
  readonly hasGone: boolean;
}

function ended({ usage, told }: Course, context: SealContext, { state, stop, hasGone }: Ended): EndEvent {
  if (hasGone) return sealGone(context, usage, told);
  return stop === null ? seal(context, state, told) : sealStopped(context, stop, told);
}

function stopOf({ request, country, upstream, egress = 'minimise' }: TurnInput): Stop | null {
  const refused = firstRefusedUse(usedTexts(request));
  if (refused !== null) return { kind: 'use', refused };
  const policy = egressStop(request, { country, upstream, policy: egress });
  return policy === null ? null : { kind: 'egress', policy };
}

/** The upstream's answer, as it may be told. Gives back how the screening ended. */
async function* converse(input: TurnInput, begun: Begun, course: Course): AsyncGenerator<TurnEvents, Screening> {
  let [state] = begun.screened;
  let events: TurnEvents;
  const parting = partingWith(input.departure);
  const isJudged = state.context.screen.classifiers.length > 0;
  try {
    // Hardly any pack has a rule that a safeguard judges by: then nothing stands between.
    const answer = isJudged ? judgedAnswer(input, begun, { ...course, ...parting }) : input.upstream.ask(begun.asked, parting.departure);
    for await (const said of answer) {
      if (!isJudged) {
        course.recording.heard(said);
        course.logprobs.heard(said);
      }
      [state, events] = screenEvents(state, said);
      input.metrics?.heldBack(heldBack(state));
      course.usage = state.usage;
      yield* tell(course, course.logprobs.beside(events));
      if (state.stop !== null) {
        if (!isUsageAwaited(state)) break;
        parting.leaveSoon();
      }
    }
  } finally {
    parting.end();
  }
  [state, events] = endScreening(state);
  yield* tell(course, events);
  return state;
}

/** Of an answer that a rule refused, the upstream tells what it used as of any other, and often in a later packet. */
function isUsageAwaited({ stop, usage }: Screening): boolean {
  return usage === null && (stop?.ending === 'law' || stop?.ending === 'charter' || stop?.ending === 'operator');
}

interface Listening {
  readonly recording: Recording;
  readonly departure: Departure;
}

/** What the upstream says, sentence by sentence and with its verdicts. */
function judgedAnswer(
  { upstream, judge, country }: TurnInput,
  { asked, screened: [{ context }] }: Begun,
  { recording, departure }: Listening,
): AsyncIterable<readonly JudgedEvent[]> {
  const heard = recording.heard.bind(recording);
  return judgeAnswer((leaving) => upstream.ask(asked, leaving), { ...context, judge, country, departure, heard });
}

function* tell({ recording, told, cited, context }: Course, events: TurnEvents): Generator<TurnEvents> {
  if (events.length === 0) return;
  recording.told(events);
  if (context !== null && context.localized.grounding.sources.length > 0) readCited(cited, events);
  for (const each of disclosuresIn(events)) told.push(each);
  yield events;
}

function readCited(cited: CitedSources, events: TurnEvents): void {
  for (const event of events) if (event.kind === 'text' && event.channel === 'content') cited.read(event.choice, event.delta);
}

async function settled(recording: Recording, end: EndEvent, onBroken: TurnInput['onBroken']): Promise<EndEvent> {
  try {
    return await recording.settle(end);
  } catch (error) {
    onBroken(error);
    return sealUnrecorded(end);
  }
}

async function succeeds(work: Promise<void>, onBroken: TurnInput['onBroken']): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    onBroken(error);
    return false;
  }
}

function disclosuresIn(events: TurnEvents): readonly DisclosureObject[] {
  return events.flatMap((event) => (event.kind === 'disclosure' ? [event.disclosure] : []));
}

const brokenInside = { code: 'internal_error', message: 'the answer failed inside Parlance' } as const;
