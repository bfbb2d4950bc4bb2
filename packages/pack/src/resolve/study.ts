import { ageBands, hints, notHumanReminders, studyStyles, tries } from '@parlance/charter';
import { type Pack, type Sector, type StudySettings } from '../pack.ts';
import { nearest } from './nearest.ts';
import { positionOf } from './position-of.ts';
import { type Speaker, type Statement, type Statements } from './statement.ts';
import { type Strictness, strictest } from './strictest.ts';

/** What an organisation, a developer or a person says of study mode. */
export type StudyValues = { readonly [Name in keyof StudySettings]?: StudySettings[Name] | undefined };

export type StudySpeakers = Readonly<Partial<Record<'organisation' | 'developer' | 'user', StudyValues | undefined>>>;

/** By name, everything that was said, the charter first. */
export type StudyStatements = { readonly [Name in keyof StudySettings]: Statements<StudySettings[Name]> };

export type ResolvedStudy = { readonly [Name in keyof StudySettings]: Statement<StudySettings[Name]> };

/** Holds where nobody says anything else. The limits start from the loosest. */
const charterValues: StudySettings = { hints, tries: '2', style: 'mixed', age_band: 'any-age', not_human_reminder: 'each-session' };

const allowed = { hints, tries, style: studyStyles, age_band: ageBands, not_human_reminder: notHumanReminders } as const;

/** Null where the sector has no study mode: nobody below it can switch one on. */
export function studyStatements(pack: Pack, sector: Sector, speakers: StudySpeakers = {}): StudyStatements | null {
  const { study } = sector;
  if (study === null) return null;
  const saidOf = <Name extends keyof StudySettings>(name: Name): Statements<StudySettings[Name]> => {
    const inPack: StudySettings[Name] | undefined = study[name]?.value;
    const position = positionOf(pack, `sectors/${sector.id}.yaml`, `study.${name}.value`);
    const charter: Statement<StudySettings[Name]> = { value: charterValues[name], origin: { layer: 'charter', position: null } };
    const ofSector: readonly Statement<StudySettings[Name]>[] =
      inPack === undefined ? [] : [{ value: inPack, origin: { layer: 'sector', position } }];
    return [charter, ...ofSector, ...saidOutside(speakers, name)];
  };
  return {
    hints: saidOf('hints'),
    tries: saidOf('tries'),
    style: saidOf('style'),
    age_band: saidOf('age_band'),
    not_human_reminder: saidOf('not_human_reminder'),
  };
}

/** A value that the charter does not list is passed over, whoever says it. */
function saidOutside<Name extends keyof StudySettings>(speakers: StudySpeakers, name: Name): readonly Statement<StudySettings[Name]>[] {
  const layers: readonly (keyof StudySpeakers & Speaker)[] = ['organisation', 'developer', 'user'];
  return layers.flatMap((layer) => {
    const value: StudySettings[Name] | undefined = speakers[layer]?.[name];
    return value === undefined || !isAllowed(name, value) ? [] : [{ value, origin: { layer, position: null } }];
  });
}

function isAllowed(name: keyof StudySettings, value: string | readonly string[]): boolean {
  const known: readonly string[] = allowed[name];
  if (typeof value === 'string') return name !== 'hints' && known.includes(value);
  return (
    name === 'hints' && value.at(-1) === 'answer' && new Set(value).size === value.length && value.every((hint) => known.includes(hint))
  );
}

/** Knobs are defaults, and the nearest speaker wins; the age band and the reminder are limits, and the strictest wins, whoever said it. */
export function resolveStudy(statements: StudyStatements | null): ResolvedStudy | null {
  if (statements === null) return null;
  return {
    hints: nearest(statements.hints),
    tries: nearest(statements.tries),
    style: nearest(statements.style),
    age_band: strictest(statements.age_band, strictnessOf.age_band),
    not_human_reminder: strictest(statements.not_human_reminder, strictnessOf.not_human_reminder),
  };
}

/** The later in a list that goes from loose to strict. */
function later<Value extends string>(list: readonly Value[]): Strictness<Value> {
  return (one, other) => list.indexOf(other) - list.indexOf(one);
}

export const strictnessOf = { age_band: later(ageBands), not_human_reminder: later(notHumanReminders) } as const;
