import { localizationObject } from './localization-object.ts';
import { ageSaid } from './localize.ts';
import { type SealContext } from './seal.ts';
import { type TurnInput } from './turn-input.ts';

/** What can be said of a turn that has not begun. */
export function unlocalized({ country, upstream, request, sector, keyAge }: TurnInput): SealContext {
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

export function answeredBy({ upstream: { id, jurisdiction }, request: { model } }: Pick<TurnInput, 'upstream' | 'request'>) {
  return { model, upstream: id, jurisdiction };
}

const unknownReader = { language: null, by: null, script: null } as const;
