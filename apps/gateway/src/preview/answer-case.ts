import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '@parlance/core';
import { type PackCase, supportedLanguage } from '@parlance/pack';
import { type TurnEvent } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type Recorder } from '../record/recorder.ts';
import { type EndEvent } from '../turn/seal.ts';
import { speakingRoutes } from '../surfaces/surface-table.ts';
import { recordingTools } from '../turn/recording-tools.ts';
import { turn } from '../turn/turn.ts';
import { Leaving } from '../upstream/departure.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { type CaseAnswer, type CaseGiven, citedSource, disclosedChanges } from './case-answer.ts';
import { overhear, type Overheard } from './overhear.ts';
import { tokenCost } from './token-cost.ts';

/** One version of a pack, and who answers for it. */
export interface CaseAnswerer {
  readonly country: Country;
  readonly upstream: Upstream;
  readonly model: string;
  readonly sector: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Milliseconds that one answer may take. */
  readonly patience: number;
}

/** Asks a case through the turn of the gateway. Never throws: what breaks is the answer. Nothing is written down anywhere. */
export async function answerCase(asked: PackCase, answerer: CaseAnswerer): Promise<CaseAnswer> {
  const { languages, sectors } = answerer.country.pack;
  if (supportedLanguage(languages, asked.language) === null)
    return { kind: 'failed', code: 'unsupported_language', message: `this version speaks ${languages.join(', ')}` };
  if (!sectors.has(answerer.sector))
    return { kind: 'failed', code: 'invalid_request', message: `this version has no sector ${answerer.sector}` };
  const overheard = overhear(answerer.upstream);
  const { events, end, broken } = await take(asked, answerer, overheard);
  if (broken instanceof CodedError) return { kind: 'failed', code: String(broken.code), message: broken.message };
  if (broken !== null && end === null) return { kind: 'failed', code: 'internal_error', message: 'the answer broke inside Parlance' };
  if (end === null || end.parlance.ending === 'client_gone')
    return { kind: 'failed', code: 'case_timeout', message: `no whole answer within ${answerer.patience / 1000} s` };
  if (end.fault !== null) return { kind: 'failed', ...end.fault };
  return given(asked, { events, end, overheard });
}

interface Taken {
  readonly events: readonly TurnEvent[];
  /** Null when the turn itself broke, or did not come to an end. */
  readonly end: EndEvent | null;
  readonly broken: unknown;
}

async function take(asked: PackCase, answerer: CaseAnswerer, { upstream }: Overheard): Promise<Taken> {
  const departure = new Leaving();
  const taken: { -readonly [Member in keyof Taken]: Taken[Member] } & { readonly events: TurnEvent[] } = {
    events: [],
    end: null,
    broken: null,
  };
  const batches = turn({
    ...answerer,
    surface: speakingRoutes['POST /v1/chat/completions'],
    id: `preview-${randomUUID()}`,
    upstream,
    // What a model would judge differently from day to day is no difference between two packs.
    judge: null,
    request: {
      model: answerer.model,
      messages: [{ role: 'user', content: asked.ask }],
      parlance: { language: asked.language, sector: answerer.sector },
    },
    departure,
    recording: recordingTools({ log: keepsNothing, now: () => new Date() }),
    onBroken: (error) => (taken.broken = error),
    onEnd: (end) => (taken.end = end),
  });
  const taking = takeAll(batches, taken.events).catch((error: unknown) => (taken.broken = error));
  if (!(await inTime(taking, answerer.patience))) {
    departure.leave();
    await inTime(taking, grace);
  }
  return taken;
}

async function takeAll(batches: AsyncIterable<readonly TurnEvent[]>, into: TurnEvent[]): Promise<void> {
  for await (const batch of batches) into.push(...batch);
}

/** Milliseconds that an upstream has to notice that nobody waits any more. */
const grace = 1000;

async function inTime(work: Promise<unknown>, patience: number): Promise<boolean> {
  const stop = new AbortController();
  try {
    return await Promise.race([work.then(() => true), sleep(patience, false, { signal: stop.signal })]);
  } finally {
    stop.abort();
  }
}

/** A preview is nobody's answer: it belongs to no journal and no log. */
const keepsNothing: Recorder = {
  intend: () => Promise.resolve(),
  settle: () => Promise.resolve({ position: 0n, promise: { note: '', index: 0, path: '' }, deadline: new Date(0).toISOString() }),
};

interface Heard {
  readonly events: readonly TurnEvent[];
  readonly end: EndEvent;
  readonly overheard: Overheard;
}

function given(asked: PackCase, { events, end, overheard }: Heard): CaseGiven {
  const request = overheard.asked();
  const { parlance, usage } = end;
  const answer: Omit<CaseGiven, 'isExpected'> = {
    kind: 'answered',
    text: textOf(events),
    language: parlance.language,
    ending: parlance.ending,
    disclosures: disclosedChanges(parlance.disclosures),
    sources: parlance.sources.map(citedSource),
    cards: request?.grounding.cards.map(({ card }) => card.id) ?? [],
    safety: parlance.safety.map(({ id }) => id),
    layers: request?.layers ?? [],
    cost: tokenCost(usage, { asked: request, question: asked.ask, said: overheard.said() }),
  };
  return { ...answer, isExpected: isExpected(asked.expect, answer) };
}

/** What a reader reads. A model's thoughts are not among it. */
function textOf(events: readonly TurnEvent[]): string {
  return events.map((event) => (event.kind === 'text' && event.channel !== 'reasoning' ? event.delta : '')).join('');
}

/** Whether the pack did what its author expects. With a model it had the right card before it; whether it made good use of it, a person has to read. */
function isExpected(expect: PackCase['expect'], answer: Omit<CaseGiven, 'isExpected'>): boolean {
  if (answer.ending !== 'done') return false;
  if ('card' in expect) return answer.cards.includes(expect.card);
  if ('safety' in expect) return answer.safety.length > 0;
  return answer.cards.length === 0 && answer.sources.length === 0 && answer.safety.length === 0;
}
