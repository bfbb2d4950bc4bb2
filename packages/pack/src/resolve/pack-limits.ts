import { type Pack, type Restriction } from '../pack.ts';
import { positionOf } from './position-of.ts';
import { ruleFile } from './rule-file.ts';
import { type Statement } from './statement.ts';

export interface PackLimits {
  /** Days. */
  readonly retention: Statement<number>;
  readonly minimise: ReadonlyMap<string, Statement<true>>;
}

/** The limits that the country sets for every sector. */
export function limitStatements(pack: Pack): PackLimits {
  const country = <Value>(value: Value, path: string): Statement<Value> => ({
    value,
    origin: { layer: 'country', position: positionOf(pack, 'privacy.yaml', path) },
  });
  return {
    retention: country(pack.privacy.retention.max_days, 'retention.max_days'),
    minimise: new Map(pack.privacy.minimise.map((id, index) => [id, country(true as const, `minimise.${index}`)])),
  };
}

/** By restriction id, all that the pack has. */
export function restrictionStatements(pack: Pack): ReadonlyMap<string, Statement<Restriction>> {
  return new Map(
    pack.restrictions.map((restriction, index) => {
      const position = positionOf(pack, ruleFile(pack, 'restrictions', index), 'id');
      return [restriction.id, { value: restriction, origin: { layer: 'country', position } }];
    }),
  );
}
