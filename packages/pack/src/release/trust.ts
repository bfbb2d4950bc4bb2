import { type VerifierKey } from '@parlance/core';
import { type Role } from './closed-lists.ts';

/** `trust.yaml`: the operator's file, never the pack's. It alone says whose keys count, and for what. */
export interface Trust {
  /** By key id, `name+c74f20a3`. */
  readonly keys: ReadonlyMap<string, TrustedKey>;
}

export interface TrustedKey {
  /** `name+c74f20a3`, as in the log. */
  readonly id: string;
  readonly key: VerifierKey;
  /** People are told apart by this: all keys of one person count once. */
  readonly person: string;
  readonly roles: readonly Role[];
  /** Countries whose packs it may sign; null for every country. */
  readonly packs: readonly string[] | null;
  /** Statements dated before it do not count. */
  readonly from: string | null;
  readonly end: KeyEnd | null;
}

/** Statements dated on or before the day of retirement count; a revoked key never counts any more, whatever the date says. */
export type KeyEnd = { readonly kind: 'retired'; readonly day: string } | { readonly kind: 'revoked'; readonly day: string };

export type StandingCode = 'revoked-key' | 'early-key' | 'retired-key' | 'other-country-key' | 'role-not-held';

/** Whether a rejection by a key is heard. Narrower than what lets an approval count: no role and no day that was written can silence somebody. */
export function mayReject({ end, packs }: TrustedKey, { pack, day }: { readonly pack: string; readonly day: string }): boolean {
  if (end?.kind === 'revoked' || (end?.kind === 'retired' && day > end.day)) return false;
  return packs === null || packs.includes(pack);
}

/** Why a key does not count for a statement, or null when it does. Days are compared as text, `YYYY-MM-DD`. */
export function standingOf(
  key: TrustedKey,
  claim: { readonly role: Role; readonly pack: string; readonly day: string },
): StandingCode | null {
  if (key.end?.kind === 'revoked') return 'revoked-key';
  if (key.from !== null && claim.day < key.from) return 'early-key';
  if (key.end?.kind === 'retired' && claim.day > key.end.day) return 'retired-key';
  if (key.packs !== null && !key.packs.includes(claim.pack)) return 'other-country-key';
  return key.roles.includes(claim.role) ? null : 'role-not-held';
}
