import { type AgeBand, type GuidelineId, youngSectors } from '@parlance/charter';
import { type OrganisationValues } from '../organisation/organisation.ts';
import { type KnobName, type Pack, type Scope, type Sector } from '../pack.ts';
import { actsIn } from './in-scope.ts';
import { nearest } from './nearest.ts';
import { charterDefaults, knobStatements, languageStatement, localeFile, scriptStatement } from './pack-defaults.ts';
import { minimiseStatements, openSectors, restrictionStatements, retentionStatements } from './pack-limits.ts';
import { positionOf } from './position-of.ts';
import { ruleFile } from './rule-file.ts';
import { byOrganisation, knobsSaid, languagesSaid, type Outside, scriptsSaid, studySpeakers } from './spoken.ts';
import { rankOf, type Statement, type Statements } from './statement.ts';
import { smaller, strictest, type Strictness } from './strictest.ts';
import { strictnessOf, studyStatements } from './study.ts';

/** One value of a pack as it holds in a sector: who set it, where, and whom it overrides. */
export interface Explanation extends Statement<string> {
  readonly key: string;
  readonly sector: string;
  /** Limits combine to the strictest, defaults to the nearest speaker; a fact is said once. */
  readonly kind: 'limit' | 'default' | 'fact';
  /** The guideline that the knob tunes (S3). */
  readonly guideline: string | null;
  /** The other statements: of a default those that lost, the strongest first; of a limit those that it was combined with. */
  readonly overridden: readonly Statement<string>[];
}

const knobNames: readonly KnobName[] = ['register', 'address', 'reading_level'];

/** Every value of a pack by its key. Empty when the pack has no such sector. */
export function explanationsOf(pack: Pack, sectorId: string, outside: Outside = {}): ReadonlyMap<string, Explanation> {
  const sector = pack.sectors.get(sectorId);
  if (sector === undefined) return new Map();
  const explanations = [
    defaultOf('language', [charterDefaults.language, ...languageStatement(pack), ...languagesSaid(pack, outside)]),
    ...pack.languages.flatMap((language) => localeExplanations(pack, { sector, language, outside })),
    ...sectorExplanations(pack, sector, outside.organisation),
    ageExplanation(pack, sector, outside.organisation),
    ...studyExplanations(pack, sector, outside),
    ...privacyExplanations(pack, outside.organisation),
    ...restrictionExplanations(pack, sectorId),
    ...additionExplanations(pack, sectorId),
    ...safetyExplanations(pack),
  ];
  return new Map(explanations.map((explanation) => [explanation.key, { ...explanation, sector: sectorId }]));
}

type Unplaced = Omit<Explanation, 'sector'>;

interface Place {
  readonly sector: Sector;
  readonly language: string;
  readonly outside: Outside;
}

function localeExplanations(pack: Pack, { sector, language, outside }: Place): readonly Unplaced[] {
  const locale = pack.locales.get(language);
  const key = (name: string): string => `locale.${language}.${name}`;
  const knobs = knobNames.map((name) => {
    const guideline = sector.knobs.get(name)?.guideline ?? locale?.knobs.get(name)?.guideline ?? null;
    const statements = [...knobStatements(pack, { sector, language, name }), ...knobsSaid(outside, name)];
    return { ...defaultOf(key(name), [charterDefaults[name], ...statements]), guideline };
  });
  if (locale === undefined) return knobs;
  const said = {
    'numbers.decimal': locale.numbers.decimal,
    'numbers.group': locale.numbers.group,
    date: locale.date,
    currency: locale.currency,
  };
  const others = locale.scripts.map((script, index): readonly [string, string] => [`scripts.${index}`, script]);
  return [
    ...knobs,
    defaultOf(key('script'), [charterDefaults.script, ...scriptStatement(pack, language), ...scriptsSaid(pack, language, outside)]),
    ...[...Object.entries(said), ...others].map(([name, value]) =>
      fact(pack, key(name), { value, file: localeFile(language), path: name }),
    ),
  ];
}

/** For whom the sector is, by age: the name of the sector, the pack and the organisation may each make it younger. */
function ageExplanation(pack: Pack, sector: Sector, organisation: OrganisationValues | undefined): Unplaced {
  const inPack = sector.study?.age_band?.value;
  const position = positionOf(pack, `sectors/${sector.id}.yaml`, 'study.age_band.value');
  const statements: Statements<AgeBand> = [
    { value: youngSectors[sector.id] ?? 'any-age', origin: { layer: 'charter', position: null } },
    ...(inPack === undefined ? [] : [{ value: inPack, origin: { layer: 'sector', position } } as const]),
    ...(organisation?.age_band === undefined ? [] : [byOrganisation(organisation, 'limits.age_band', organisation.age_band)]),
  ];
  return limit('age_band', statements, strictnessOf.age_band);
}

const studyGuidelines = { hints: 'hint-ladder', tries: 'tries-before-answer', style: 'study-style' } as const satisfies Record<
  string,
  GuidelineId
>;

/** Nothing in a sector without study mode. */
function studyExplanations(pack: Pack, sector: Sector, outside: Outside): readonly Unplaced[] {
  const statements = studyStatements(pack, sector, studySpeakers(outside));
  if (statements === null) return [];
  const hints = mapStatements(statements.hints, (list) => list.join(', '));
  return [
    { ...defaultOf('study.hints', hints), guideline: studyGuidelines.hints },
    { ...defaultOf('study.tries', statements.tries), guideline: studyGuidelines.tries },
    { ...defaultOf('study.style', statements.style), guideline: studyGuidelines.style },
    limit('study.age_band', statements.age_band, strictnessOf.age_band),
    limit('study.not_human_reminder', statements.not_human_reminder, strictnessOf.not_human_reminder),
  ];
}

function mapStatements<Value>([first, ...rest]: Statements<Value>, written: (value: Value) => string): Statements<string> {
  const one = ({ value, origin }: Statement<Value>): Statement<string> => ({ value: written(value), origin });
  return [one(first), ...rest.map(one)];
}

/** Where the service answers, and with which cards. */
function sectorExplanations(pack: Pack, sector: Sector, organisation: OrganisationValues | undefined): readonly Unplaced[] {
  const file = `sectors/${sector.id}.yaml`;
  const cards = sector.services === 'all' ? 'all' : sector.services.join(', ');
  const country = { value: 'open', origin: { layer: 'country', position: positionOf(pack, file, 'id') } } as const;
  const isOpen = openSectors(pack, organisation).includes(sector.id);
  const said = organisation?.sectors === undefined ? [] : [byOrganisation(organisation, 'limits.sectors', isOpen ? 'open' : 'closed')];
  return [
    limit(`sectors.${sector.id}`, [country, ...said], (one, other) => Number(one === 'open') - Number(other === 'open')),
    fact(pack, `sectors.${sector.id}.services`, { value: cards, file, path: 'services' }),
  ];
}

function privacyExplanations(pack: Pack, organisation: OrganisationValues | undefined): readonly Unplaced[] {
  const [first, ...others] = retentionStatements(pack, organisation).map((each) => ({ ...each, value: String(each.value) }));
  return [
    ...(first === undefined
      ? []
      : [limit('privacy.retention.max_days', [first, ...others], (one, other) => smaller(Number(one), Number(other)))]),
    ...[...minimiseStatements(pack, organisation)].map(([id, [head, ...rest]]) =>
      limit(`privacy.minimise.${id}`, [minimised(head), ...rest.map(minimised)], () => 0),
    ),
  ];
}

function minimised({ origin }: Statement<true>): Statement<string> {
  return { value: 'minimised', origin };
}

/** A restriction is explained in every sector; its value says whether it holds there. */
function restrictionExplanations(pack: Pack, sector: string): readonly Unplaced[] {
  return [...restrictionStatements(pack)].map(([id, { value, origin }]) =>
    limit(`restrictions.${id}`, [{ value: saidOfScope(value.type, value.scope, sector), origin }], () => 0),
  );
}

function saidOfScope(what: string, scope: Scope, sector: string): string {
  if (actsIn(scope, sector)) return `${what}, audience ${scope.audience}`;
  return scope.except?.sectors.includes(sector) === true ? 'excepted in this sector' : 'not in this sector';
}

function additionExplanations(pack: Pack, sector: string): readonly Unplaced[] {
  return pack.additions.map(({ id, purpose, scope }, index) => {
    const value = saidOfScope(purpose, scope, sector);
    return fact(pack, `additions.${id}`, { value, file: ruleFile(pack, 'additions', index), path: 'id' });
  });
}

function safetyExplanations(pack: Pack): readonly Unplaced[] {
  return pack.safety.map(({ id, number }, index) =>
    fact(pack, `safety.${id}.number`, { value: number, file: 'safety.yaml', path: `resources.${index}.number` }),
  );
}

function defaultOf(key: string, statements: Statements<string>): Unplaced {
  const winner = nearest(statements);
  const overridden = statements.filter((statement) => statement !== winner).sort((one, other) => rankOf(other) - rankOf(one));
  return { key, kind: 'default', guideline: null, ...winner, overridden };
}

function limit<Value extends string>(key: string, statements: Statements<Value>, strictness: Strictness<Value>): Unplaced {
  const winner = strictest(statements, strictness);
  return { key, kind: 'limit', guideline: null, ...winner, overridden: statements.filter((statement) => statement !== winner) };
}

function fact(pack: Pack, key: string, said: { readonly value: string; readonly file: string; readonly path: string }): Unplaced {
  const position = positionOf(pack, said.file, said.path);
  return { key, kind: 'fact', guideline: null, value: said.value, origin: { layer: 'country', position }, overridden: [] };
}
