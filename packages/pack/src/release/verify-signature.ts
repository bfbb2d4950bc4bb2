import { verifyEd25519 } from '@parlance/core';
import { type PackIssue } from '../format/pack-issue.ts';
import { type Role } from './closed-lists.ts';
import { type Envelope, preAuthenticationEncoding } from './envelope.ts';
import { refused, type ReleaseCode } from './release-issue.ts';
import { standingOf, type Trust, type TrustedKey } from './trust.ts';

export interface Claim {
  readonly role: Role;
  readonly pack: string;
  /** Of the statement. */
  readonly day: string;
}

export type Signed =
  { readonly kind: 'by'; readonly key: TrustedKey } | { readonly kind: 'refused'; readonly code: ReleaseCode; readonly received: string };

/** Whose signature it is, whatever that key may do. The key id only says which key to try. */
export async function keyBehind(envelope: Envelope, trust: Trust): Promise<Signed> {
  const key = trust.keys.get(envelope.keyId);
  if (key === undefined) return { kind: 'refused', code: 'untrusted-key', received: envelope.keyId };
  const message = preAuthenticationEncoding(envelope.payloadType, envelope.payload);
  if (await verifyEd25519(key.key.publicKey, message, envelope.signature)) return { kind: 'by', key };
  return { kind: 'refused', code: 'signature', received: `one of ${key.id} that is not` };
}

/** Who signed a statement, if it is somebody whom the operator trusts with just this. */
export async function signerOf({
  envelope,
  claim,
  trust,
  today,
}: {
  readonly envelope: Envelope;
  readonly claim: Claim;
  readonly trust: Trust;
  readonly today: string;
}): Promise<Signed> {
  const signed = await keyBehind(envelope, trust);
  if (signed.kind === 'refused') return signed;
  const { key } = signed;
  const standing = standingOf(key, claim);
  if (standing !== null) return { kind: 'refused', code: standing, received: describe(key, claim) };
  return claim.day > today ? { kind: 'refused', code: 'future-day', received: claim.day } : { kind: 'by', key };
}

function describe(key: TrustedKey, { role, pack, day }: Claim): string {
  return `${key.id} as ${role} for ${pack} on ${day}`;
}

export function refusedBy(
  file: string,
  signed: Extract<Signed, { readonly kind: 'refused' }>,
  severity: 'error' | 'warning' = 'error',
): PackIssue {
  return refused(file, signed.code, { received: signed.received, severity });
}
