import { parsePolicy, type Verification, type VerifyOptions, verifyReceipt } from '@parlance/log/verify';
import { type Evidence } from './evidence.ts';
import { pastedVariants } from './pasted-variants.ts';

/** Why nothing can be said about a receipt, which is not the same as that it is bad. */
export type Hindrance = { readonly kind: 'none' | 'notSecure' | 'noSignatures' } | { readonly kind: 'badKeys'; readonly detail: string };

/** Checks the evidence with the keys of a policy (c2sp.org/tlog-policy); asks nobody. The keys of its logs also sign promises. */
export async function check(evidence: Evidence, policyText: string): Promise<Verification | Hindrance> {
  if (evidence.receipt === '') return { kind: 'none' };
  // Browsers have no WebCrypto on pages that came by plain http from another machine.
  if (!globalThis.isSecureContext) return { kind: 'notSecure' };
  const policy = parsePolicy(`${policyText}\n`);
  if (!policy.ok) return { kind: 'badKeys', detail: policy.code };
  const options = {
    policy: policy.value,
    keys: policy.value.logs.map(({ key }) => key),
    now: BigInt(Math.floor(Date.now() / 1000)),
    ...(evidence.nonce !== null && { nonce: evidence.nonce }),
  };
  try {
    return await withText(evidence, options);
  } catch {
    return { kind: 'noSignatures' };
  }
}

/** Each text that the pasted one may have been, until one is the one that was recorded; else what is wrong with the pasted one. */
async function withText({ receipt, delivered }: Evidence, options: VerifyOptions): Promise<Verification> {
  if (delivered === null) return verifyReceipt(receipt, options);
  const asPasted = await verifyReceipt(receipt, { ...options, delivered });
  if (!differs(asPasted)) return asPasted;
  for (const variant of pastedVariants(delivered).slice(1)) {
    const found = await verifyReceipt(receipt, { ...options, delivered: variant });
    if (!differs(found)) return found;
  }
  return asPasted;
}

function differs({ verdict }: Verification): boolean {
  return verdict.kind === 'refused' && verdict.detail === 'text_differs';
}
