import { parsePolicy, type Verification, verifyReceipt } from '@parlance/log/verify';
import { type Evidence } from './evidence.ts';

/** Why nothing can be said about a receipt, which is not the same as that it is bad. */
export type Hindrance = { readonly kind: 'none' | 'notSecure' | 'noSignatures' } | { readonly kind: 'badKeys'; readonly detail: string };

/** Checks the evidence with the keys of a policy (c2sp.org/tlog-policy); asks nobody. The keys of its logs also sign promises. */
export async function check(evidence: Evidence, policyText: string): Promise<Verification | Hindrance> {
  if (evidence.receipt === '') return { kind: 'none' };
  // Browsers have no WebCrypto on pages that came by plain http from another machine.
  if (!globalThis.isSecureContext) return { kind: 'notSecure' };
  const policy = parsePolicy(`${policyText}\n`);
  if (!policy.ok) return { kind: 'badKeys', detail: policy.code };
  try {
    return await verifyReceipt(evidence.receipt, {
      policy: policy.value,
      keys: policy.value.logs.map(({ key }) => key),
      now: BigInt(Math.floor(Date.now() / 1000)),
      ...(evidence.nonce !== null && { nonce: evidence.nonce }),
      ...(evidence.delivered !== null && { delivered: evidence.delivered }),
    });
  } catch {
    return { kind: 'noSignatures' };
  }
}
