import { createHash } from 'node:crypto';
import { formatCheckpoint } from '../checkpoint/checkpoint.ts';
import { cosign } from '../cosignature/cosign.ts';
import { formatNote, parseNote } from '../note/note.ts';
import { signNote } from '../note/sign-note.ts';
import { type Signer, signerOf } from '../note/signer.ts';
import { type Algorithm } from '../note/verifier-key.ts';
import { type Policy } from '../policy/policy.ts';

export const origin = 'log.example/2026h2';

/** Keys of people who do not exist: the seed is the hash of the name. */
export function actor(name: string, algorithm: Algorithm = 'ed25519'): Promise<Signer> {
  return signerOf({ name, algorithm, seed: new Uint8Array(createHash('sha256').update(`parlance ${name}`).digest()) });
}

export const log = await actor(origin);
export const operator = await actor('gateway.example/promise');
export const witnesses = [
  await actor('witness.example/w1', 'cosignature/v1'),
  await actor('witness.example/w2', 'cosignature/v1'),
  await actor('witness.example/w3', 'cosignature/v1'),
] as const;

/** The log, and two of three witnesses. */
export const policy: Policy = {
  logs: [{ key: log, url: null }],
  witnesses: witnesses.map((key, place) => ({ name: `w${place + 1}`, key, url: null })),
  groups: [{ name: 'two', threshold: 2, members: ['w1', 'w2', 'w3'] }],
  quorum: 'two',
};

export interface SignedTree {
  readonly size: bigint;
  readonly root: Uint8Array;
  readonly time?: bigint;
  readonly cosigners?: readonly Signer[];
  readonly origin?: string;
  readonly signer?: Signer;
}

/** A checkpoint with the log's signature and the cosignatures of the first two witnesses. */
export async function signedCheckpoint(tree: SignedTree): Promise<string> {
  const { size, root, time = 1_795_262_400n, cosigners = witnesses.slice(0, 2) } = tree;
  const text = formatCheckpoint({ origin: tree.origin ?? origin, size, root, extensions: [] });
  const note = parseNote(await signNote(text, [tree.signer ?? log]));
  if (!note.ok) throw new Error(note.code);
  const cosignatures = await Promise.all(cosigners.map((cosigner) => cosign(text, cosigner, time)));
  return formatNote({ text, signatures: [...note.value.signatures, ...cosignatures] });
}
