import { charter } from '@parlance/charter';
import { type ChatRequest, type DisclosureObject, type TurnEvent } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type Upstream } from '../upstream/upstream.ts';
import { localize, type Localized } from './localize.ts';
import { prepare, type Prepared } from './prepare.ts';
import { beginAnswer, endScreening, type Screened, screenEvents, startScreening } from './screening.ts';
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

/** What became known at once. */
export type TurnEvents = readonly TurnEvent[];

/**
 * One answer, from question to end: localize, ground, minimise, ask, screen, seal. The stages are pure; this loop only wires them. Every surface encodes these events
 * and no surface has another way to an answer. `end` comes exactly once, last, whatever happens.
 */
export async function* turn(input: TurnInput): AsyncGenerator<TurnEvents> {
  const begun = begin(input);
  if (begun === null) yield [sealBroken(unlocalized(input), brokenInside, [])];
  else yield* answer(input, begun);
}

interface Begun {
  readonly localized: Localized;
  readonly prepared: Prepared;
  readonly context: SealContext;
}

/** Everything before the upstream is asked, or null when it broke. */
function begin(input: TurnInput): Begun | null {
  try {
    const localized = preview(input);
    const prepared = prepare(input.request, input);
    return { localized, prepared, context: { ...unlocalized(input), localized, prepared } };
  } catch (error) {
    input.onBroken(error);
    return null;
  }
}

/** What can be said of a turn before it has begun. */
function unlocalized({ country, upstream, request }: TurnInput): SealContext {
  const [language = 'en'] = country.pack.languages;
  const { jurisdiction } = upstream;
  return {
    country,
    localized: { language, grounding: { sources: [] }, safety: [], layers: [] },
    prepared: { egress: { jurisdiction, policy: 'minimise', classes: {} } },
    answeredBy: { model: request.model, upstream: upstream.id, jurisdiction },
  };
}

async function* answer(input: TurnInput, { localized, prepared, context }: Begun): AsyncGenerator<TurnEvents> {
  const { request, upstream, signal } = input;
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
  const advance = ([next, events]: Screened): TurnEvents => {
    state = next;
    for (const event of events) if (event.kind === 'disclosure') told.push(event.disclosure);
    return events;
  };
  try {
    yield localized.grounding.sources.map((source) => ({ kind: 'source', source }));
    if (localized.safety.length > 0 && !state.context.isStructured) yield advance(beginAnswer(state));
    const asked = { layers: localized.layers, body: prepared.body, grounding: localized.grounding, isUrgent: localized.safety.length > 0 };
    for await (const events of upstream.ask(asked, signal)) {
      yield advance(screenEvents(state, events));
      if (state.stop !== null) break;
    }
    yield [signal.aborted ? sealGone(context, state, told) : seal(context, endScreening(state), told)];
  } catch (error) {
    if (!signal.aborted) input.onBroken(error);
    yield [signal.aborted ? sealGone(context, state, told) : sealBroken(context, brokenInside, told)];
  }
}

const brokenInside = { code: 'internal_error', message: 'the answer failed inside Parlance' } as const;

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
