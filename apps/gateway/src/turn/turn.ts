import { charter } from '@parlance/charter';
import { type ChatRequest, type DisclosureObject, type TurnEvent } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type Upstream, type UpstreamEvent } from '../upstream/upstream.ts';
import { localize, type Localized } from './localize.ts';
import { prepare } from './prepare.ts';
import { beginAnswer, endScreening, screenEvent, type Screened, startScreening } from './screening.ts';
import { seal, sealBroken, type SealContext, sealGone } from './seal.ts';

export interface TurnInput {
  readonly request: ChatRequest;
  readonly country: Country;
  readonly upstream: Upstream;
  readonly sector: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  /** Told of what broke inside; gets errors, never text. */
  readonly onBroken: (error: unknown) => void;
}

/**
 * One answer, from question to end: localize, ground, minimise, ask, screen, seal. The stages are pure; this loop only wires them. Every surface encodes these events
 * and no surface has another way to an answer. `end` comes exactly once, last, whatever happens.
 */
export async function* turn(input: TurnInput): AsyncGenerator<TurnEvent> {
  const { request, country, upstream, sector, today, signal } = input;
  const localized = localize(request, { country, upstream, sector, today, charterVersion: charter.version });
  const prepared = prepare(request, localized, { country, upstream });
  const context: SealContext = {
    country,
    localized,
    prepared,
    answeredBy: { model: request.model, upstream: upstream.id, jurisdiction: upstream.jurisdiction },
  };
  const told: DisclosureObject[] = [];
  let state = startScreening({
    screen: localized.screen,
    language: localized.language,
    wording: localized.words.wording,
    originals: prepared.originals,
    typed: prepared.typed,
    choices: upstream.kind === 'openai' ? (request.n ?? 1) : 1,
    isStructured: isStructured(request),
  });
  const advance = ([next, events]: Screened): readonly TurnEvent[] => {
    state = next;
    for (const event of events) if (event.kind === 'disclosure') told.push(event.disclosure);
    return events;
  };
  try {
    yield* localized.grounding.sources.map((source): TurnEvent => ({ kind: 'source', source }));
    if (localized.safety.length > 0 && !state.context.isStructured) yield* advance(beginAnswer(state));
    const asked = { body: prepared.body, grounding: localized.grounding, isUrgent: localized.safety.length > 0 };
    for await (const event of bounded(upstream.ask(asked, signal))) {
      yield* advance(screenEvent(state, event));
      if (state.stop !== null) break;
    }
    yield signal.aborted ? sealGone(context, state, told) : seal(context, endScreening(state), told);
  } catch (error) {
    if (!signal.aborted) input.onBroken(error);
    yield signal.aborted
      ? sealGone(context, state, told)
      : sealBroken(context, { code: 'internal_error', message: 'the answer failed inside Parlance' }, told);
  }
}

/** An answer without end must not fill the memory. In UTF-16 units, over all choices. */
const longestAnswer = 8 * 1024 * 1024;
async function* bounded(events: AsyncIterable<UpstreamEvent>): AsyncGenerator<UpstreamEvent> {
  let length = 0;
  for await (const event of events) {
    length += 'delta' in event ? event.delta.length : 0;
    yield length > longestAnswer ? tooLong : event;
  }
}

const tooLong = { kind: 'fault', code: 'upstream_malformed', message: 'the upstream did not come to an end' } as const;

/** The layers of a turn without asking anybody: what "show the instructions" prints. */
export function preview(input: Omit<TurnInput, 'signal' | 'onBroken'>): Localized {
  const { country, upstream, sector, today } = input;
  return localize(input.request, { country, upstream, sector, today, charterVersion: charter.version });
}

/** Members by which servers are asked for output in a form: OpenAI's, vLLM's and llama.cpp's. */
const formMembers = [
  'guided_json',
  'guided_regex',
  'guided_choice',
  'guided_grammar',
  'structured_outputs',
  'grammar',
  'json_schema',
] as const;

function isStructured(request: ChatRequest): boolean {
  const type = request.response_format?.type ?? 'text';
  return type !== 'text' || formMembers.some((member) => request[member] !== undefined && request[member] !== null);
}
