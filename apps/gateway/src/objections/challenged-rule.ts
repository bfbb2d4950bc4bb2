import { type Basis, type Localized, type Rule } from '@parlance/disclosure';
import { type Pack } from '@parlance/pack';
import { packFinder } from '../country/past-packs.ts';
import { type LiveGateway } from '../gateway.ts';
import { everyRule } from '../record/rule-leaves.ts';

/** A rule that somebody objects to, as it stood in the pack of the answer. */
export interface ChallengedRule {
  readonly id: string;
  readonly version: string;
  /** Digest of the pack. */
  readonly pack: string;
  /** Null: no law stands behind it. */
  readonly law: Basis | null;
  readonly authority: Localized | null;
  /** Why the rule is there; null for an addition, which says it itself. */
  readonly rationale: Localized | null;
  /** Who decides; null: the operator. */
  readonly office: Localized | null;
  /** Where the law lets people object; null where no law stands behind it. */
  readonly redress: string | null;
  /** Days in which an objection is answered; null where the pack says nothing. */
  readonly days: number | null;
}

/** `id@version` and the digest of a pack, as a notice names them. */
export interface RuleName {
  readonly rule: string;
  readonly pack: string;
}

/** Finds rules of the pack in force, and of packs that were in force when somebody read an answer. */
export function ruleFinder(countries: LiveGateway['countries']): (name: RuleName) => Promise<ChallengedRule | null> {
  const packOf = packFinder(countries);
  return async ({ rule: name, pack: digest }) => {
    const pack = await packOf(digest);
    const rule = pack === null ? undefined : everyRule(pack).find(({ id, version }) => `${id}@${version}` === name);
    return pack === null || rule === undefined ? null : challenged(pack, rule);
  };
}

function challenged(pack: Pack, rule: Rule): ChallengedRule {
  const redress = pack.restrictions.find(({ id }) => id === rule.id)?.redress;
  return {
    id: rule.id,
    version: rule.version,
    pack: pack.digest,
    law: rule.basis ?? null,
    authority: rule.kind === 'omit' ? (rule.authority ?? null) : null,
    rationale: rule.kind === 'omit' ? rule.rationale : null,
    office: redress?.body ?? null,
    redress: redress?.url ?? null,
    days: redress?.answerWithinDays ?? null,
  };
}
