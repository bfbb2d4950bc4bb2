import { type VerifierKey } from '../note/verifier-key.ts';
import { type VerifiedSignature } from '../note/verify-note.ts';

/** c2sp.org/tlog-policy: which logs and witnesses are known, and how many of them are enough. */
export interface Policy {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  /** In the order of the file: a group names only what stands before it. */
  readonly groups: readonly PolicyGroup[];
  /** The name of a witness or group; null for `quorum none`. */
  readonly quorum: string | null;
}

export interface PolicyLog {
  /** Its name is the origin of the log. */
  readonly key: VerifierKey;
  readonly url: string | null;
}

export interface PolicyWitness {
  /** Opaque octets, one code unit each: "names must be handled as opaque octet strings". */
  readonly name: string;
  readonly key: VerifierKey;
  readonly url: string | null;
}

export interface PolicyGroup {
  readonly name: string;
  /** "at least k of its n members" */
  readonly threshold: number;
  readonly members: readonly string[];
}

/** Every key that a note may be checked with under this policy. */
export function keysOf({ logs, witnesses }: Policy): readonly VerifierKey[] {
  return [...logs, ...witnesses].map(({ key }) => key);
}

/** "This name MUST correspond to the log's origin line." */
export function isSignedByLog({ logs }: Policy, origin: string, signatures: readonly VerifiedSignature[]): boolean {
  return logs.some(({ key }) => key.name === origin && signatures.some((signature) => isSameKey(signature.key, key)));
}

/** Whether the witnesses that cosigned are enough. The signatures are verified ones. */
export function isQuorum({ witnesses, groups, quorum }: Policy, signatures: readonly VerifiedSignature[]): boolean {
  if (quorum === null) return true;
  const cosigned = witnesses.filter(({ key }) => signatures.some((signature) => isSameKey(signature.key, key)));
  const witnessed = new Set(cosigned.map(({ name }) => name));
  for (const { name, threshold, members } of groups) {
    if (members.filter((member) => witnessed.has(member)).length >= threshold) witnessed.add(name);
  }
  return witnessed.has(quorum);
}

function isSameKey(left: VerifierKey, right: VerifierKey): boolean {
  return left.name === right.name && left.keyId === right.keyId && left.algorithm === right.algorithm;
}
