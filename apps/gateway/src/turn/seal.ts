import { charter, type Ending } from '@parlance/charter';
import { inLanguage } from '@parlance/disclosure';
import { type DisclosureObject, type Fault, type ParlanceObject, type TurnEvent, type Usage } from '@parlance/wire';
import { type Country } from '../country/country.ts';
import { type RefusedUse } from '../use-control/refused-use.ts';
import { type Grounding } from './ground.ts';
import { type Localized } from './localize.ts';
import { type Prepared } from './prepare.ts';
import { type Screening } from './screening.ts';

export interface SealContext {
  readonly country: Country;
  readonly localized: Pick<Localized, 'language' | 'localization' | 'safety' | 'handover' | 'layers'> & {
    readonly grounding: Pick<Grounding, 'sources' | 'cards'>;
  };
  readonly prepared: Pick<Prepared, 'egress'>;
  /** Where sentences go to be judged; null: nowhere. */
  readonly judgedAt: ParlanceObject['egress']['judge'];
  /** Where the question went to be put in order. */
  readonly embeddings?: ParlanceObject['egress']['embeddings'] | undefined;
  readonly answeredBy: { readonly model: string; readonly upstream: string; readonly jurisdiction: string | null };
}

export type EndEvent = TurnEvent & { readonly kind: 'end' };

/**
 * The last event of a turn: how it ended and everything that localization did to it. The receipt is null until the answer is recorded (`recording.ts`).
 */
export function seal(context: SealContext, screening: Screening, disclosures: readonly DisclosureObject[]): EndEvent {
  const { fault } = screening.stop ?? { fault: null };
  return { kind: 'end', fault, usage: screening.usage, parlance: parlanceOf(context, endingOf(screening), disclosures) };
}

/** The end as whoever asked is told it: what the upstream counted would tell how long that was which is left out (R4). */
export function asTold(end: EndEvent): EndEvent {
  return end.parlance.changes.omitted === 0 ? end : { ...end, usage: null };
}

/** The end of a turn whose client has gone. Nobody reads it but the record. */
export function sealGone(context: SealContext, usage: Usage | null, disclosures: readonly DisclosureObject[]): EndEvent {
  return { kind: 'end', fault: null, usage, parlance: parlanceOf(context, 'client_gone', disclosures) };
}

/** The end of a turn that broke inside Parlance. */
export function sealBroken(
  context: SealContext,
  { fault, usage }: { readonly fault: Fault; readonly usage: Usage | null },
  disclosures: readonly DisclosureObject[],
): EndEvent {
  return { kind: 'end', fault, usage, parlance: parlanceOf(context, 'outage', disclosures) };
}

/** Why nobody is asked: a red line of the charter, or the operator's word on what may leave the country. */
export type Stop =
  { readonly kind: 'use'; readonly refused: RefusedUse } | { readonly kind: 'egress'; readonly policy: 'refuse' | 'home-only' };

/** The end of a turn in which nobody was asked. No law is named: none stands behind it. */
export function sealStopped(context: SealContext, stop: Stop, told: Told): EndEvent {
  if (stop.kind === 'egress')
    return { kind: 'end', fault: stays[stop.policy], usage: null, parlance: parlanceOf(context, 'operator', told) };
  const { reason, clause } = stop.refused;
  const { language } = context.localized;
  const message = context.country.words(language).format('use.refused', { clause });
  const parlance = { ...parlanceOf(context, 'charter', told), refused: { reason, clause }, handover: null };
  return { kind: 'end', fault: { code: 'charter_refusal', message, language }, usage: null, parlance };
}

type Told = readonly DisclosureObject[];

const stays = {
  refuse: {
    code: 'egress_refused',
    message: 'the request holds an identifier, and such requests do not leave the country; write it without',
  },
  'home-only': {
    code: 'egress_refused',
    message: 'requests do not leave the country here, and the model that would answer stands outside',
  },
} as const satisfies Record<string, Fault>;

/** The end of a turn that could not be recorded: whatever came of it, it failed. */
export function sealUnrecorded({ usage, fault, parlance }: EndEvent): EndEvent {
  return {
    kind: 'end',
    fault: fault ?? notRecorded,
    usage,
    parlance: { ...parlance, ending: 'outage', receipt: { status: 'not_recorded' } },
  };
}

const notRecorded: Fault = {
  code: 'not_recorded',
  message: 'this answer cannot be recorded at the moment, so it does not count as given',
};

function endingOf(screening: Screening): Ending {
  if (screening.stop !== null) return screening.stop.ending;
  return screening.hasRefusal || screening.isFiltered ? 'upstream_refusal' : 'done';
}

function parlanceOf(context: SealContext, ending: Ending, disclosures: readonly DisclosureObject[]): ParlanceObject {
  const { country, localized, prepared, answeredBy } = context;
  const { pack } = country;
  return {
    ending,
    refused: null,
    changes: {
      omitted: disclosures.filter(({ kind }) => kind === 'omit').length,
      added: disclosures.filter(({ kind }) => kind === 'add').length,
    },
    language: localized.language,
    localization: localized.localization,
    disclosures: [...disclosures],
    sources: [...localized.grounding.sources],
    services: localized.grounding.cards.map(({ card }) => ({
      id: card.id,
      title: inLanguage(card.title, localized.language).text,
      office: card.office,
    })),
    safety: [...localized.safety],
    handover: localized.handover,
    layers: localized.layers.map(({ name, digest }) => ({ name, digest })),
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    charter: { version: charter.version, digest: charter.digest },
    answered_by: {
      model: answeredBy.model,
      upstream: answeredBy.upstream,
      jurisdiction: answeredBy.jurisdiction,
      fallback_from: null,
    },
    egress: {
      jurisdiction: prepared.egress.jurisdiction,
      policy: prepared.egress.policy,
      classes: { ...prepared.egress.classes },
      judge: context.judgedAt,
      embeddings: context.embeddings ?? null,
    },
    usage: { tax: null },
    energy: null,
    receipt: null,
  };
}
