import { charterRules } from '@parlance/charter';
import { type AddRule, type IdentifierId, identifierIds, identifiers, type OmitRule, type Rule } from '@parlance/disclosure';
import { type Addition, type Pack, type Restriction, type Scope } from './pack.ts';
import { privacyRationale } from './privacy-rationale.ts';
import { actsIn, isInScope } from './resolve/in-scope.ts';

export interface RuleContext {
  readonly sector: string;
  /** `all` where nobody knows who reads. */
  readonly audience: 'all' | 'under-18' | 'adult';
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** The rules of a pack that are in force for one sector, audience and day: restrictions, then privacy, then additions. */
export function rulesOf(pack: Pack, context: RuleContext): readonly Rule[] {
  const restrictions = pack.restrictions.filter(
    (restriction) => isInForce(restriction, context.today) && isInScope(restriction.scope, context),
  );
  const additions = pack.additions.filter(({ inForce, scope }) => inForce <= context.today && adds(scope, context));
  return [
    ...restrictions.map((restriction) => restrictionRule(pack, restriction)),
    ...privacyRules(pack),
    ...additions.map((addition) => additionRule(pack, addition)),
  ];
}

/** From the day it takes force to the day it is due for review, both included. */
function isInForce({ inForce, reviewBy }: Restriction, today: string): boolean {
  return inForce <= today && today <= reviewBy;
}

function adds(scope: Scope, context: RuleContext): boolean {
  const { audience } = scope;
  return actsIn(scope, context.sector) && (audience === 'all' || context.audience === 'all' || audience === context.audience);
}

export function restrictionRule(pack: Pack, restriction: Restriction): OmitRule {
  return {
    kind: 'omit',
    id: restriction.id,
    version: pack.version,
    cause: 'law',
    basis: restriction.basis,
    since: restriction.inForce,
    type: restriction.type,
    matcher: restriction.match,
    ...(restriction.classifier && { classifier: restriction.classifier }),
    authority: restriction.authority,
    rationale: restriction.rationale,
    redress: restriction.redress.url,
  };
}

/**
 * The identifiers that the charter protects in a country: those without a country and the country's own. A pack may add the identifiers of other countries and
 * can switch none off.
 */
export function protectedIdentifiers(pack: Pack, named: readonly string[]): readonly IdentifierId[] {
  const own = `${pack.id.toLowerCase()}.`;
  return identifierIds.filter((id) => !id.includes('.') || id.startsWith(own) || named.includes(id));
}

/** The charter's red line on privacy. No law stands behind it in the notice. */
export function privacyRules(pack: Pack): readonly OmitRule[] {
  return protectedIdentifiers(pack, pack.privacy.identifiers).map((known): OmitRule => {
    const { type } = identifiers[known];
    return {
      kind: 'omit',
      id: `${charterRules.privacy.id}.${known}`,
      version: pack.version,
      cause: 'privacy',
      type,
      matcher: { identifiers: [known] },
      rationale: privacyRationale,
    };
  });
}

export function additionRule(pack: Pack, addition: Addition): AddRule {
  const { id, basis, purpose, place, when, text } = addition;
  return { kind: 'add', id, version: pack.version, cause: 'law', basis, since: addition.inForce, purpose, place, when, text };
}
