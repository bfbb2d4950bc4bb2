import { charter, type CharterRuleName } from '@parlance/charter';
import { CodedError, digestOfJson, type JsonValue } from '@parlance/core';
import { forgedNoticeRule, type Localized, type Rule } from '@parlance/disclosure';
import { encodeLeaf, inForceName, type LeafOf } from '@parlance/log';
import { safetyRule } from '../country/crisis.ts';
import { ageNoticeRule } from '../turn/age-notice.ts';
import { additionRule, type Pack, privacyRules, restrictionRule } from '@parlance/pack';

/** A leaf and what it is about. The leaf says since when, so that two leaves about one thing may differ. */
export interface NamedLeaf {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A pack and the release that put it into force. */
export interface InForce {
  readonly pack: Pack;
  /** Null: nobody signed it. */
  readonly release: { readonly change: LeafOf<'release'>['change']; readonly signedBy: readonly string[] } | null;
}

/** What must be public before it acts: the pack and the charter, then each of their rules. Throws `leaf_malformed` for a rule that the log has no form for. */
export function leavesInForce({ pack, release: signed }: InForce, hour: string): readonly NamedLeaf[] {
  const packVersion = { id: pack.id, version: pack.version, digest: pack.digest };
  const release = { leaf: 'release', v: 1, evaluation: null, from: hour } as const;
  const released: readonly LeafOf<'release'>[] = [
    { ...release, change: null, signed_by: [], subject: 'charter', id: 'charter', version: charter.version, digest: charter.digest },
    { ...release, change: signed?.change ?? null, signed_by: [...(signed?.signedBy ?? [])], subject: 'pack', ...packVersion },
  ];
  const reviews = new Map(pack.restrictions.map(({ id, reviewBy }) => [id, reviewBy]));
  const rules = [
    ...Object.values(charterMade).map((rule) => ruleLeaf(rule, { pack: null, day: hour.slice(0, 10), review: null })),
    ...packRules(pack).map((rule) => ruleLeaf(rule, { pack: packVersion, day: hour.slice(0, 10), review: reviews.get(rule.id) ?? null })),
  ];
  return [...released, ...rules].map((leaf) => ({
    name: inForceName(leaf),
    bytes: bytesOf(leaf),
  }));
}

function bytesOf(leaf: LeafOf<'release' | 'rule'>): Uint8Array {
  try {
    return encodeLeaf(leaf);
  } catch (cause) {
    if (!(cause instanceof CodedError)) throw cause;
    throw new CodedError(cause.code, `${leaf.leaf} ${leaf.id}: ${cause.message}; the log has no form for it, so it cannot be in force`, {
      cause,
    });
  }
}

/** Every rule of the charter with an id of its own. Those on privacy come with the pack, which has identifiers of its country. */
const charterMade: Readonly<Record<Exclude<CharterRuleName, 'privacy'>, Rule>> = {
  'forged-notice': forgedNoticeRule(charter.version),
  'safety-resources': safetyRule(charter.version),
  'under-18': ageNoticeRule(charter.version),
};

/** Every rule that may act under a pack, in whatever sector and on whatever day. */
export function everyRule(pack: Pack): readonly Rule[] {
  return [...Object.values(charterMade), ...packRules(pack)];
}

function packRules(pack: Pack): readonly Rule[] {
  return [
    ...pack.restrictions.map((restriction) => restrictionRule(pack, restriction)),
    ...privacyRules(pack),
    ...pack.additions.map((addition) => additionRule(pack, addition)),
  ];
}

interface RulePlace {
  readonly pack: LeafOf<'rule'>['pack'];
  /** `YYYY-MM-DD`, for rules that name no day of their own. */
  readonly day: string;
  readonly review: string | null;
}

function ruleLeaf(rule: Rule, { pack, day, review }: RulePlace): LeafOf<'rule'> {
  const facts = {
    leaf: 'rule',
    v: 1,
    id: rule.id,
    version: rule.version,
    cause: rule.cause,
    basis: rule.basis ?? null,
    digest: digestOfJson(rule as unknown as JsonValue),
    pack,
    in_force: rule.since ?? day,
    review,
  } as const;
  return rule.kind === 'omit'
    ? { ...facts, kind: 'omit', type: rule.type, authority: anyOf(rule.authority) }
    : { ...facts, kind: 'add', purpose: rule.purpose, authority: null };
}

/** The log has one language: the first that the pack gives. */
function anyOf(text: Localized | undefined): string | null {
  return Object.values(text ?? {})[0] ?? null;
}
