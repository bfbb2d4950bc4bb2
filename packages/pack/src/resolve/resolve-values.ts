import { CodedError } from '@parlance/core';
import { type LanguageSource } from '../language/readers-language.ts';
import { type Defaults } from '../organisation/organisation.ts';
import { type KnobName, type Pack, type Restriction, type Scope, type Sector } from '../pack.ts';
import { type AgeMode, ageModeOf, type AgeSaid } from './age-mode.ts';
import { isInScope } from './in-scope.ts';
import { nearest } from './nearest.ts';
import { minimiseStatements, restrictionStatements, retentionStatements } from './pack-limits.ts';
import { charterDefaults, knobStatements, languageStatement, scriptStatement } from './pack-defaults.ts';
import { knobsSaid, languagesSaid, type Outside, scriptsSaid, studySpeakers } from './spoken.ts';
import { type Statement } from './statement.ts';
import { smaller, strictest } from './strictest.ts';
import { type ResolvedStudy, resolveStudy, studyStatements } from './study.ts';

/** The language in which a person wants to be answered, as far as it is known, and how it is known. */
export interface Reader {
  /** BCP 47. */
  readonly language: string | null;
  readonly by: LanguageSource | null;
  /** ISO 15924. */
  readonly script: string | null;
}

export interface ResolveRequest extends Outside {
  readonly sector: string;
  /** It speaks for the user unless `user` itself names a language or a script. */
  readonly reader?: Reader;
  /** Age band of the reader; `all`, that is unknown, when absent. */
  readonly audience?: Scope['audience'];
  /** What key and request say of the reader's age. */
  readonly age?: AgeSaid | undefined;
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
  /** Under-18 mode is on unless the band is `any-age`. */
  readonly age: AgeMode;
  /** Null where the sector has no study mode. */
  readonly study: ResolvedStudy | null;
}

/**
 * Resolves every value for one request and remembers who set it. A value that cannot be, such as a language that the pack does not speak, is passed over.
 * Throws `sector_unknown` when the pack has no such sector.
 */
export function resolveValues(pack: Pack, request: ResolveRequest): Resolved {
  const sector = pack.sectors.get(request.sector);
  if (sector === undefined) throw new CodedError('sector_unknown', `the pack ${pack.id} has no such sector`);
  const study = resolveStudy(studyStatements(pack, sector, studySpeakers(request)));
  const age = ageModeOf(pack, request);
  return { sector: sector.id, defaults: resolveDefaults(pack, sector, request), limits: resolveLimits(pack, request, age), age, study };
}

function resolveDefaults(pack: Pack, sector: Sector, request: ResolveRequest): Resolved['defaults'] {
  const language = nearest([
    charterDefaults.language,
    ...languageStatement(pack),
    ...languagesSaid(pack, request),
    ...languageRead(pack, request),
  ]);
  const spoken = language.value;
  const knob = (name: KnobName): Statement<string> =>
    nearest([charterDefaults[name], ...knobStatements(pack, { sector, language: spoken, name }), ...knobsSaid(request, name)]);
  return {
    language,
    script: nearest([
      charterDefaults.script,
      ...scriptStatement(pack, spoken),
      ...scriptsSaid(pack, spoken, request),
      ...scriptRead(pack, spoken, request),
    ]),
    register: knob('register'),
    address: knob('address'),
    reading_level: knob('reading_level'),
  };
}

function resolveLimits(pack: Pack, request: ResolveRequest, age: AgeMode): Resolved['limits'] {
  // An age band makes the reader younger and never older (S13).
  const reader = { sector: request.sector, audience: age.band !== 'any-age' ? 'under-18' : (request.audience ?? 'all') } as const;
  return {
    retention: strictest(retentionStatements(pack, request.organisation), smaller),
    minimise: new Map([...minimiseStatements(pack, request.organisation)].map(([id, statements]) => [id, strictest(statements, equal)])),
    restrictions: new Map([...restrictionStatements(pack)].filter(([, { value }]) => isInScope(value.scope, reader))),
  };
}

const equal = (): number => 0;

function languageRead(pack: Pack, { reader }: ResolveRequest): readonly Statement<string>[] {
  const { language = null, by: via = null } = reader ?? {};
  return language === null || !pack.languages.includes(language) ? [] : [read(language, via)];
}

function scriptRead(pack: Pack, language: string, { reader }: ResolveRequest): readonly Statement<string>[] {
  if (reader?.script === undefined || reader.script === null || reader.language !== language) return [];
  return scriptsSaid(pack, language, { user: { script: reader.script } }).map(({ value }) => read(value, reader.by));
}

function read(value: string, via: LanguageSource | null): Statement<string> {
  return { value, origin: { layer: 'user', position: null, ...(via !== null && { via }) } };
}
