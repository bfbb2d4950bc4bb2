import { type Decider } from '@parlance/charter';
import { type AddDisclosure, type OmitDisclosure, type UnjudgedDisclosure } from './disclosure.ts';
import { type UnjudgedRun } from './judging/unjudged-run.ts';
import { type PassContext } from './pass-context.ts';
import { type AddRule, type Localized, type OmitRule } from './rule.ts';

type Place = readonly [number, number];

/** What is told of a rule that leaves something out: made from the rule and the place alone, so it cannot hold what was left out (R4). */
function restrictionFacts(rule: OmitRule, context: PassContext) {
  return {
    cause: rule.cause,
    type: rule.type,
    choice: context.choice,
    channel: context.channel,
    basis: rule.basis ?? null,
    authority: rule.authority === undefined ? null : inLanguage(rule.authority, context.language).text,
    since: rule.since ?? null,
    rationale: inLanguage(rule.rationale, context.language),
    redress: rule.redress ?? null,
    rule: ruleName(rule),
  };
}

/** Public projection of an omission. */
export function discloseOmission(
  { rule, decidedBy }: { readonly rule: OmitRule; readonly decidedBy: Decider },
  context: PassContext,
  number: number,
): (at: Place) => OmitDisclosure {
  const facts = restrictionFacts(rule, context);
  return (at) => ({ kind: 'omit', id: `${idPrefix(context)}d${number}`, ...facts, at, decidedBy });
}

/** Public projection of what was delivered without the judgement that a rule asks for. */
export function discloseUnjudged({ rule, sentences, at }: UnjudgedRun, context: PassContext, number: number): UnjudgedDisclosure {
  return { kind: 'unjudged', id: `${idPrefix(context)}u${number}`, ...restrictionFacts(rule, context), at, decidedBy: 'nobody', sentences };
}

export function discloseAddition(rule: AddRule, context: PassContext, number: number): (at: Place) => AddDisclosure {
  return (at) => ({
    kind: 'add',
    id: `${idPrefix(context)}a${number}`,
    cause: rule.cause,
    purpose: rule.purpose,
    choice: context.choice,
    channel: context.channel,
    at,
    basis: rule.basis ?? null,
    since: rule.since ?? null,
    decidedBy: 'automated',
    rule: ruleName(rule),
  });
}

export function ruleName(rule: AddRule | OmitRule): string {
  return `${rule.id}@${rule.version}`;
}

/** The text in the reader's language, else in English, else in any language that there is; and which it is. */
export function inLanguage(text: Localized, language: string): { readonly lang: string; readonly text: string } {
  const lang =
    [language, language.split('-')[0] ?? language, 'en', ...Object.keys(text)].find((candidate) => text[candidate] !== undefined) ??
    language;
  return { lang, text: text[lang] ?? '' };
}

/** The content of the first choice is what most readers see, so its changes have the shortest names. */
function idPrefix(context: PassContext): string {
  return context.choice === 0 && context.channel === 'content' ? '' : `${context.choice}.${context.channel}.`;
}
