import { charter, clauses } from '@parlance/charter';
import { type OverviewFacts } from '@parlance/web';
import { type Gateway, today } from '../gateway.ts';
import { shortCharterRules } from './charter-rule-facts.ts';
import { isActive } from './rule-state.ts';

const inCode: ReadonlySet<string> = new Set(['grammar', 'check', 'screen']);

/** What a reader is to know first. */
export function overviewFacts(gateway: Pick<Gateway, 'country' | 'now'>, language: string): OverviewFacts {
  const { pack, words } = gateway.country;
  const { format } = words(language);
  const day = today(gateway);
  const byCode = clauses.filter(({ enforcedBy }) => enforcedBy.some((each) => inCode.has(each))).length;
  return {
    charter: { ...charter, clauses: clauses.length, byCode, askedAlone: clauses.length - byCode },
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    leftOut: pack.restrictions
      .filter((rule) => isActive(rule, day))
      .map(({ id, type, basis }) => ({ id, what: format(`type.${type}`), law: basis })),
    added: pack.additions
      .filter((rule) => isActive(rule, day))
      .map(({ id, purpose, basis }) => ({ id, what: format(`purpose.${purpose}`), law: basis })),
    byCharter: shortCharterRules(gateway, language),
  };
}
