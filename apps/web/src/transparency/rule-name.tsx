import { charterRuleOf } from '@parlance/charter';
import { type JSX } from 'preact';
import { besideConversation, pageAddress } from '../page-address.ts';

interface RuleNameProperties {
  /** `id` or `id@version` */
  readonly rule: string;
  readonly language: string;
  /** Whether it opens beside the page that it stands on. */
  readonly isBeside?: boolean;
}

/** The id of a rule. That of a rule of the charter leads to what the charter says of it; a rule of a pack is explained where it stands. */
export function RuleName({ rule, language, isBeside = false }: RuleNameProperties): JSX.Element {
  const address = charterRuleAddress(rule, language);
  const name = <code dir="ltr">{rule}</code>;
  return address === null ? (
    name
  ) : (
    <a href={address} {...(isBeside && besideConversation)}>
      {name}
    </a>
  );
}

/** Where the charter tells of a rule of its own; null: it is a rule of a pack. */
export function charterRuleAddress(rule: string, language: string): string | null {
  const known = charterRuleOf(rule);
  return known === null ? null : `${pageAddress('/transparency/charter', language)}#${known.id}`;
}
