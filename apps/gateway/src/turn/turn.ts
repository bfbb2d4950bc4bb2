import { charter } from '@parlance/charter';
import { type ChatRequest, type DisclosureObject, type EgressPolicy, type TurnEvent, type Usage } from '@parlance/wire';
import { cohort } from '../cohort.ts';
import { type Country } from '../country/country.ts';
import { type Surface } from '../surfaces/surface.ts';
import { type Departure } from '../upstream/departure.ts';
import { type Upstream, type UpstreamRequest } from '../upstream/upstream.ts';
import { CitedSources } from './cited-sources.ts';
import { type Reranker } from '../embeddings/reranker.ts';
import { type Judge } from '../judging/judge.ts';
import { judgeAnswer } from './judging/judge-answer.ts';
import { type JudgedEvent } from './judging/judged-event.ts';
import { localizationObject } from './localization-object.ts';
import { ageSaid, type KeyAge, localize, type Localized, type ReaderHints } from './localize.ts';
import { type Found } from './look-up.ts';
import { LogprobKeeper } from './logprob-keeper.ts';
import { partingWith } from './parting.ts';
import { reranked } from './reranked.ts';
import { egressStop, prepare } from './prepare.ts';
import { beginAnswer, endScreening, type Screened, screenEvents, type Screening, startScreening } from './screening.ts';
import { type Recording, type RecordingTools, startRecording } from './recording.ts';
import { firstRefusedUse } from '../use-control/refused-use.ts';
import { usedTexts } from '../use-control/used-text.ts';
import { type EndEvent, seal, sealBroken, type SealContext, sealGone, sealStopped, sealUnrecorded, type Stop } from './seal.ts';
import { isStructured } from './structured-output.ts';
import { type StudyStep } from './study-step.ts';

export interface TurnInput {
  /** Of the answer. Nobody can guess it. */
  readonly id: string;
  readonly request: ChatRequest;
  /** Where the answer is told. What has no place there is not told. */
  readonly surface: Surface;
  readonly country: Country;
  readonly upstream: Upstream;
  /** Orders what was found by meaning; null or absent: the order of the words stands, and nothing is waited for. */
  readonly reranker?: Reranker | null;
  /** Judges what rules with a written policy ask to have judged; null: nobody can, and each rule says what is done then. */
  readonly judge: Judge | null;
  readonly sector: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the surface knows of the reader. */
  readonly hints?: ReaderHints | undefined;
  readonly keyAge?: KeyAge | undefined;
  /** Where somebody learns, how far the help goes; null or absent: nobody does. */
  readonly study?: StudyStep | null | undefined;
  /** Of the operator; `minimise` when absent. */
  readonly egress?: EgressPolicy | undefined;
  /** Of the client. */
  readonly departure: Departure;
  /** Where the turn is recorded, before the upstream is asked and before its end is told. */
  readonly recording: RecordingTools;
  /** Told of what broke inside; gets errors, never text. */
  readonly onBroken: (error: unknown) => void;
  /** Settles what the answer used, and which of its sources its text cites: told once, before the end is delivered. Must not throw. */
  readonly onEnd: (end: EndEvent, cited: ReadonlySet<string>) => void;
}

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
  input.onEnd(end, course.cited.ids);
  yield [end];
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

interface Begun {
  readonly context: SealContext;
  readonly asked: UpstreamRequest;
  /** What is said without waiting for the upstream. */
  readonly screened: Screened;
}

/** Everything before the upstream is asked. */
function begin(input: TurnInput, found: Found | null): Begun {
  const { request, upstream } = input;
  const localized = preview(input, { found, now: input.recording.now() });
  const prepared = prepare(request, { country: input.country, upstream, policy: input.egress });
  const state = startScreening({
    screen: localized.screen,
    language: localized.language,
    wording: localized.words.wording,
    originals: prepared.originals,
    typed: prepared.typed,
    choices: upstream.kind === 'openai' ? (request.n ?? 1) : 1,
    isStructured: isStructured(request),
    surface: input.surface,
  });
  const sources = localized.grounding.sources.map((source): TurnEvent => ({ kind: 'source', source }));
  const isUrgent = localized.safety.length > 0;
  const [screening, help] = isUrgent && !state.context.isStructured ? beginAnswer(state) : [state, []];
  return {
    context: {
      country: input.country,
      localized,
      prepared,
      judgedAt: judgedAt(input, localized),
      embeddings: found?.left,
      answeredBy: answeredBy(input),
    },
    asked: {
      layers: localized.layers,
      body: prepared.body,
      country: input.country,
      grounding: localized.grounding,
      unspoken: localized.localization.unspoken,
      isUrgent,
      handover: localized.handover,
    },
    screened: [screening, [...sources, ...help]],
  };
}

/** What can be said of a turn that has not begun. */
function unlocalized({ country, upstream, request, sector, keyAge }: TurnInput): SealContext {
  const { pack } = country;
  const { jurisdiction } = upstream;
  const localization = localizationObject(country.values(sector, unknownReader, { age: ageSaid(request, keyAge) }), {
    pack,
    unspoken: null,
    isModel: upstream.kind === 'openai',
  });
  const { language } = localization;
  return {
    country,
    localized: { language, localization, grounding: { sources: [], cards: [] }, safety: [], handover: null, layers: [] },
    prepared: { egress: { jurisdiction, policy: 'minimise', classes: {} } },
    judgedAt: null,
    embeddings: undefined,
    answeredBy: answeredBy({ upstream, request }),
  };
}

function answeredBy({ upstream: { id, jurisdiction }, request: { model } }: Pick<TurnInput, 'upstream' | 'request'>) {
  return { model, upstream: id, jurisdiction };
}

/** Sentences leave for a safeguard only where a rule asks for it. */
function judgedAt({ judge, country }: TurnInput, { screen }: Localized): SealContext['judgedAt'] {
  if (judge === null || screen.classifiers.length === 0) return null;
  const { jurisdiction } = judge;
  return { jurisdiction, policy: jurisdiction === country.pack.id ? 'home' : 'minimise' };
}

const unknownReader = { language: null, by: null, script: null } as const;

const brokenInside = { code: 'internal_error', message: 'the answer failed inside Parlance' } as const;

/** The layers of a turn without asking anybody: what "show the instructions" prints. */
export function preview(
  input: Pick<TurnInput, 'request' | 'country' | 'upstream' | 'sector' | 'today' | 'hints' | 'keyAge' | 'study'>,
  { found = null, now }: { readonly found?: Found | null; readonly now?: Date } = {},
): Localized {
  const { country, upstream, sector, today, hints, keyAge, study } = input;
  return localize(input.request, { country, upstream, sector, today, hints, keyAge, study, charterVersion: charter.version, found, now });
}
