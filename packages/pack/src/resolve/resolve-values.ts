import { guidelines } from '@parlance/charter';
import { CodedError } from '@parlance/core';
import { type KnobName, type Pack, type Restriction, type Scope, type Sector } from '../pack.ts';
import { isInScope } from './in-scope.ts';
import { nearest } from './nearest.ts';
import { limitStatements, restrictionStatements } from './pack-limits.ts';
import { charterDefaults, knobStatements, languageStatement, scriptStatement } from './pack-defaults.ts';
import { type Speaker, type Statement } from './statement.ts';
import { smaller, strictest } from './strictest.ts';
import { type ResolvedStudy, resolveStudy, studyStatements, type StudyValues } from './study.ts';
import { supportedLanguage } from './supported-language.ts';

/** Values without an order: the nearest speaker wins. */
export interface Defaults {
  /** BCP 47. */
  readonly language: string;
  /** ISO 15924. */
  readonly script: string;
  readonly register: string;
  readonly address: string;
  readonly reading_level: string;
}

/** What a developer or a person sets. */
export interface SpeakerValues extends Partial<Defaults> {
  readonly study?: StudyValues;
}

/** What the organisation that runs the service sets. It can tighten limits and never loosen one. */
export interface OrganisationValues extends SpeakerValues {
  readonly retention_days?: number;
  readonly minimise?: readonly string[];
}

export interface ResolveRequest {
  readonly sector: string;
  /** The language in which the reader wrote; it speaks for the reader unless `user.language` is set. */
  readonly language?: string;
  /** Age band of the reader; `all`, that is unknown, when absent. */
  readonly audience?: Scope['audience'];
  readonly organisation?: OrganisationValues;
  readonly developer?: SpeakerValues;
  readonly user?: SpeakerValues;
}

export interface Resolved {
  readonly sector: string;
  readonly defaults: { readonly [Name in keyof Defaults]: Statement<Defaults[Name]> };
  readonly limits: {
    /** Days. */
    readonly retention: Statement<number>;
    /** By identifier id: what is minimised before text leaves. */
    readonly minimise: ReadonlyMap<string, Statement<true>>;
    /** By restriction id: those in scope of the sector and the audience, whatever their dates. */
    readonly restrictions: ReadonlyMap<string, Statement<Restriction>>;
  };
  /** Null where the sector has no study mode. */
  readonly study: ResolvedStudy | null;
}

/**
 * Resolves every value for one request and remembers who set it. A language that the pack does not speak is passed over.
 * Throws `sector_unknown` when the pack has no such sector.
 */
export function resolveValues(pack: Pack, request: ResolveRequest): Resolved {
  const sector = pack.sectors.get(request.sector);
  if (sector === undefined) throw new CodedError('sector_unknown', `the pack ${pack.id} has no such sector`);
  const { organisation, developer, user } = request;
  const speakers = { organisation: organisation?.study, developer: developer?.study, user: user?.study };
  const study = resolveStudy(studyStatements(pack, sector, speakers));
  return { sector: sector.id, defaults: resolveDefaults(pack, sector, request), limits: resolveLimits(pack, request, study), study };
}

function resolveDefaults(pack: Pack, sector: Sector, request: ResolveRequest): Resolved['defaults'] {
  const language = nearest([charterDefaults.language, ...languageStatement(pack), ...languagesSaid(pack, request)]);
  const knob = (name: KnobName): Statement<string> =>
    nearest([charterDefaults[name], ...knobStatements(pack, { sector, language: language.value, name }), ...said(request, name)]);
  return {
    language,
    script: nearest([charterDefaults.script, ...scriptStatement(pack, language.value), ...said(request, 'script')]),
    register: knob('register'),
    address: knob('address'),
    reading_level: knob('reading_level'),
  };
}

function resolveLimits(pack: Pack, request: ResolveRequest, study: ResolvedStudy | null): Resolved['limits'] {
  const { retention, minimise } = limitStatements(pack);
  const days = request.organisation?.retention_days;
  // An age band of study mode makes the reader younger and never older (S13).
  const isYoung = study !== null && study.age_band.value !== 'any-age';
  const reader = { sector: request.sector, audience: isYoung ? 'under-18' : (request.audience ?? 'all') } as const;
  return {
    retention: strictest(days === undefined ? [retention] : [retention, by('organisation', days)], smaller),
    minimise: new Map([
      ...(request.organisation?.minimise ?? []).map((id) => [id, by('organisation', true as const)] as const),
      ...minimise,
    ]),
    restrictions: new Map([...restrictionStatements(pack)].filter(([, { value }]) => isInScope(value.scope, reader))),
  };
}

/** What speakers outside the pack say. A value that the charter does not list is passed over: knobs cannot carry a text (S3). */
function said(request: ResolveRequest, name: keyof Defaults): readonly Statement<string>[] {
  const { organisation, developer, user } = request;
  const values = { organisation: organisation?.[name], developer: developer?.[name], user: user?.[name] };
  return (['organisation', 'developer', 'user'] as const).flatMap((layer) => {
    const value = values[layer];
    return value === undefined || !isAllowed(name, value) ? [] : [by(layer, value)];
  });
}

const scriptCode = /^[A-Z][a-z]{3}$/;

function isAllowed(name: keyof Defaults, value: string): boolean {
  if (name === 'language') return true;
  if (name === 'script') return scriptCode.test(value);
  const values: readonly string[] = guidelines.find(({ knob }) => knob === name)?.values ?? [];
  return values.includes(value);
}

function languagesSaid(pack: Pack, request: ResolveRequest): readonly Statement<string>[] {
  const asked = said(request, 'language').flatMap(({ value, origin }) => {
    const language = supportedLanguage(pack.languages, value);
    return language === null ? [] : [{ value: language, origin }];
  });
  const written = request.language === undefined ? null : supportedLanguage(pack.languages, request.language);
  return written === null ? asked : [...asked, by('user', written)];
}

function by<Value>(layer: Speaker, value: Value): Statement<Value> {
  return { value, origin: { layer, position: null } };
}
