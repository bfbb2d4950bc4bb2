import { charter } from '@parlance/charter';
import { type TurnEvent } from '@parlance/wire';
import { type UpstreamRequest } from '../upstream/upstream.ts';
import { localize, type Localized } from './localize.ts';
import { type Found } from './look-up.ts';
import { prepare } from './prepare.ts';
import { beginAnswer, type Screened, startScreening } from './screening.ts';
import { type SealContext } from './seal.ts';
import { isStructured, toolSchemas } from './structured-output.ts';
import { type TurnInput } from './turn-input.ts';
import { answeredBy } from './unlocalized.ts';

export interface Begun {
  readonly context: SealContext;
  readonly asked: UpstreamRequest;
  /** What is said without waiting for the upstream. */
  readonly screened: Screened;
}

/** Everything before the upstream is asked. */
export function begin(input: TurnInput, found: Found | null): Begun {
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
    toolSchemas: toolSchemas(request),
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

/** Sentences leave for a safeguard only where a rule asks for it. */
function judgedAt({ judge, country }: TurnInput, { screen }: Localized): SealContext['judgedAt'] {
  if (judge === null || screen.classifiers.length === 0) return null;
  const { jurisdiction } = judge;
  return { jurisdiction, policy: jurisdiction === country.pack.id ? 'home' : 'minimise' };
}

/** The layers of a turn without asking anybody: what "show the instructions" prints. */
export function preview(
  input: Pick<TurnInput, 'request' | 'country' | 'upstream' | 'sector' | 'today' | 'hints' | 'keyAge' | 'study'>,
  { found = null, now }: { readonly found?: Found | null; readonly now?: Date } = {},
): Localized {
  const { country, upstream, sector, today, hints, keyAge, study } = input;
  return localize(input.request, { country, upstream, sector, today, hints, keyAge, study, charterVersion: charter.version, found, now });
}
