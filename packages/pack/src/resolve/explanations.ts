import { type GuidelineId } from '@parlance/charter';
import { type KnobName, type Pack, type Scope, type Sector } from '../pack.ts';
import { actsIn } from './in-scope.ts';
import { nearest } from './nearest.ts';
import { charterDefaults, knobStatements, languageStatement, localeFile, scriptStatement } from './pack-defaults.ts';
import { limitStatements, restrictionStatements } from './pack-limits.ts';
import { positionOf } from './position-of.ts';
import { ruleFile } from './rule-file.ts';
import { rankOf, type Statement, type Statements } from './statement.ts';
import { resolveStudy, studyStatements } from './study.ts';

/** One value of a pack as it holds in a sector: who set it, where, and whom it overrides. */
export interface Explanation extends Statement<string> {
  readonly key: string;
  readonly sector: string;
  /** Limits combine to the strictest, defaults to the nearest speaker; a fact is said once. */
  readonly kind: 'limit' | 'default' | 'fact';
  /** The guideline that the knob tunes (S3). */
  readonly guideline: string | null;
  /** Statements that lost, the strongest first. */
  readonly overridden: readonly Statement<string>[];
}

const knobNames: readonly KnobName[] = ['register', 'address', 'reading_level'];

/** Every value of a pack by its key. Empty when the pack has no such sector. */
export function explanationsOf(pack: Pack, sectorId: string): ReadonlyMap<string, Explanation> {
  const sector = pack.sectors.get(sectorId);
  if (sector === undefined) return new Map();
  const explanations = [
    defaultOf('language', [charterDefaults.language, ...languageStatement(pack)]),
    ...pack.languages.flatMap((language) => localeExplanations(pack, sector, language)),
    ...studyExplanations(pack, sector),
    ...privacyExplanations(pack),
    ...restrictionExplanations(pack, sectorId),
    ...additionExplanations(pack, sectorId),
    ...safetyExplanations(pack),
  ];
  return new Map(explanations.map((explanation) => [explanation.key, { ...explanation, sector: sectorId }]));
}

type Unplaced = Omit<Explanation, 'sector'>;

function localeExplanations(pack: Pack, sector: Sector, language: string): readonly Unplaced[] {
  const locale = pack.locales.get(language);
  const key = (name: string): string => `locale.${language}.${name}`;
  const knobs = knobNames.map((name) => {
    const guideline = sector.knobs.get(name)?.guideline ?? locale?.knobs.get(name)?.guideline ?? null;
    const statements = knobStatements(pack, { sector, language, name });
    return { ...defaultOf(key(name), [charterDefaults[name], ...statements]), guideline };
  });
  if (locale === undefined) return knobs;
  const said = {
    'numbers.decimal': locale.numbers.decimal,
    'numbers.group': locale.numbers.group,
    date: locale.date,
    currency: locale.currency,
  };
  return [
    ...knobs,
    defaultOf(key('script'), [charterDefaults.script, ...scriptStatement(pack, language)]),
    ...Object.entries(said).map(([name, value]) => fact(pack, key(name), { value, file: localeFile(language), path: name })),
  ];
}

const studyGuidelines = { hints: 'hint-ladder', tries: 'tries-before-answer', style: 'study-style' } as const satisfies Record<
  string,
  GuidelineId
>;

/** Nothing in a sector without study mode. */
function studyExplanations(pack: Pack, sector: Sector): readonly Unplaced[] {
  const statements = studyStatements(pack, sector);
  const resolved = resolveStudy(statements);
  if (statements === null || resolved === null) return [];
  const hints = mapStatements(statements.hints, (list) => list.join(', '));
  return [
    { ...defaultOf('study.hints', hints), guideline: studyGuidelines.hints },
    { ...defaultOf('study.tries', statements.tries), guideline: studyGuidelines.tries },
    { ...defaultOf('study.style', statements.style), guideline: studyGuidelines.style },
    limit('study.age_band', resolved.age_band),
    limit('study.not_human_reminder', resolved.not_human_reminder),
  ];
}

function mapStatements<Value>([first, ...rest]: Statements<Value>, written: (value: Value) => string): Statements<string> {
  const one = ({ value, origin }: Statement<Value>): Statement<string> => ({ value: written(value), origin });
  return [one(first), ...rest.map(one)];
}

function privacyExplanations(pack: Pack): readonly Unplaced[] {
  const { retention, minimise } = limitStatements(pack);
  return [
    limit('privacy.retention.max_days', { ...retention, value: String(retention.value) }),
    ...[...minimise].map(([id, { origin }]) => limit(`privacy.minimise.${id}`, { value: 'minimised', origin })),
  ];
}

/** A restriction is explained in every sector; its value says whether it holds there. */
function restrictionExplanations(pack: Pack, sector: string): readonly Unplaced[] {
  return [...restrictionStatements(pack)].map(([id, { value, origin }]) =>
    limit(`restrictions.${id}`, {
      value: saidOfScope(value.type, value.scope, sector),
      origin,
    }),
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

function limit(key: string, statement: Statement<string>): Unplaced {
  return { key, kind: 'limit', guideline: null, ...statement, overridden: [] };
}

function fact(pack: Pack, key: string, said: { readonly value: string; readonly file: string; readonly path: string }): Unplaced {
  const position = positionOf(pack, said.file, said.path);
  return { key, kind: 'fact', guideline: null, value: said.value, origin: { layer: 'country', position }, overridden: [] };
}
