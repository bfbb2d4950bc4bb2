import { type JSX } from 'preact';
import { OutwardLink } from '../answer/outward-link.tsx';
import { RuleName } from '../transparency/rule-name.tsx';
import { type DriftProperties, type RuleNames } from './drift-properties.ts';
import { type DriftRow } from './drift.ts';

interface RuleProperties extends Pick<DriftProperties, 'context' | 'names'> {
  readonly row: Pick<DriftRow, 'rule' | 'kind' | 'type' | 'law' | 'law_url'>;
}

interface NameProperties {
  readonly rule: string;
  readonly language: string;
  readonly names: RuleNames;
}

/** The id of a rule, with the way to where the pack in force or the charter explains it. */
export function DriftRule({ rule, language, names }: NameProperties): JSX.Element {
  const page = names.packPage(rule);
  if (page === null) return <RuleName rule={rule} language={language} />;
  return (
    <a href={page}>
      <code dir="ltr">{rule}</code>
    </a>
  );
}

/** What the rule does to what, and its law. */
export function WhatItDoes({ row, context, names }: RuleProperties): JSX.Element {
  return (
    <>
      <p class="small">
        {kindName(row.kind, context)} · <bdi>{names.typeName(row.type)}</bdi>
      </p>
      <Law row={row} />
    </>
  );
}

function Law({ row: { law, law_url } }: Pick<RuleProperties, 'row'>): JSX.Element | null {
  if (law === null) return null;
  return (
    <p class="small">
      <bdi>{law_url === null ? law : <OutwardLink address={law_url}>{law}</OutwardLink>}</bdi>
    </p>
  );
}

function kindName(kind: string, { interfaceText: { register: say } }: RuleProperties['context']): string {
  if (kind === 'omit') return say('kinds.omit');
  return kind === 'add' ? say('kinds.add') : say('kinds.unjudged');
}
