import { type OrganisationValues } from '../organisation/organisation.ts';
import { type Pack, type Restriction } from '../pack.ts';
import { protectedIdentifiers } from '../rules.ts';
import { positionOf } from './position-of.ts';
import { ruleFile } from './rule-file.ts';
import { by, byOrganisation } from './spoken.ts';
import { type Statement, type Statements } from './statement.ts';

/** Days, by all who say something. */
export function retentionStatements(pack: Pack, organisation: OrganisationValues | undefined): Statements<number> {
  const country = inPrivacy(pack, 'retention.max_days', pack.privacy.retention.max_days);
  const days = organisation?.retention_days;
  return days === undefined ? [country] : [country, byOrganisation(organisation, 'limits.retention_days', days)];
}

/** By identifier id: the charter protects those without a country and the country's own, the pack and the organisation add others. */
export function minimiseStatements(pack: Pack, organisation: OrganisationValues | undefined): ReadonlyMap<string, Statements<true>> {
  const said: readonly (readonly [string, Statement<true>])[] = [
    ...protectedIdentifiers(pack, []).map((id) => [id, by('charter', true as const)] as const),
    ...pack.privacy.minimise.map((id, index) => [id, inPrivacy(pack, `minimise.${index}`, true as const)] as const),
    ...(organisation?.minimise ?? []).map(
      (id, index) => [id, byOrganisation(organisation, `limits.minimise.${index}`, true as const)] as const,
    ),
  ];
  const statements = new Map<string, Statements<true>>();
  for (const [id, statement] of said) {
    const before = statements.get(id);
    statements.set(id, before === undefined ? [statement] : [...before, statement]);
  }
  return statements;
}

/** The sectors of the pack, and of them those in which the organisation lets its service answer. */
export function openSectors(pack: Pack, organisation: OrganisationValues | undefined): readonly string[] {
  const own = [...pack.sectors.keys()];
  const { sectors } = organisation ?? {};
  return sectors === undefined ? own : own.filter((sector) => sectors.includes(sector));
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

function inPrivacy<Value>(pack: Pack, path: string, value: Value): Statement<Value> {
  return { value, origin: { layer: 'country', position: positionOf(pack, 'privacy.yaml', path) } };
}
