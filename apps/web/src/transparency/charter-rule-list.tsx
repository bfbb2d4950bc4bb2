import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { listed } from '../listed.ts';
import { charterRuleAddress } from './rule-name.tsx';
import { type ShortCharterRule } from './transparency-facts.ts';

interface ListProperties {
  readonly rules: readonly ShortCharterRule[];
  readonly text: InterfaceText;
}

/** The rules of the charter, each with the way to its card. */
export function CharterRuleList({ rules, text }: ListProperties): JSX.Element {
  return (
    <>
      <p>{text.transparency['charter-rules-lead']}</p>
      <ul class="short-rules">
        {rules.map((rule) => (
          <li key={rule.id}>
            <a href={charterRuleAddress(rule.id, text.language) ?? ''}>{charterRuleTitle(rule, text)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function charterRuleTitle({ kind, what }: ShortCharterRule, text: InterfaceText): string {
  const subjects = listed(what, text.language);
  return kind === 'add' ? text.added(subjects) : text.leftOut(subjects);
}
