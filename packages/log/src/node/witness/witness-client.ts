import { CodedError } from '@parlance/core';
import { parseCheckpoint } from '../../checkpoint/index.ts';
import { formatNote, formatSignatureLine, type Note, type NoteSignature, parseNote } from '../../note/index.ts';
import { type Policy, type PolicyWitness } from '../../policy/index.ts';
import { verifyCheckpoint } from '../../proof/index.ts';
import { acceptCosignatures } from '../../witness/index.ts';
import { type LogWriter } from '../writer/log-writer.ts';
import { type AskedWitness, askWitness, type Submission } from './ask-witness.ts';
import { type PostText } from './post-checkpoint.ts';

export interface GatherOptions {
  readonly policy: Policy;
  readonly writer: Pick<LogWriter, 'checkpoint' | 'consistency'>;
  readonly fetch: PostText;
  /** Milliseconds that each witness has, for all that it is asked. */
  readonly timeout: number;
  /** The size that each witness had last, by its name in the policy, as an earlier call gave it. One that is missing or wrong costs one more question. */
  readonly knownSizes?: ReadonlyMap<string, bigint>;
}

export interface GatheredCosignatures {
  /** The writer's checkpoint; after the log's own signatures the verified cosignatures, in the order of the policy. For `publishCosigned`. */
  readonly note: string;
  /** Whether everybody with this policy accepts the note: the signature of a log in it, and enough witnesses. */
  readonly isQuorum: boolean;
  /** In the order of the policy. */
  readonly perWitness: readonly WitnessReport[];
  /** For the next call. */
  readonly knownSizes: ReadonlyMap<string, bigint>;
}

export interface WitnessReport {
  /** In the policy. */
  readonly name: string;
  /** `not_asked`: the policy has no URL for it. `fork` is for the caller to raise as an incident: this log was rolled back or has two histories, or the witness lies. */
  readonly outcome: AskedWitness['kind'] | 'not_asked';
  /** Why, as a code; never text of the witness. Null where the outcome says it all. */
  readonly reason: string | null;
  /** The size of the tree that it cosigned or says that it has; null when that is not known. */
  readonly size: bigint | null;
}

/**
 * Asks every witness of the policy that has a URL, all at once, to cosign the checkpoint that the writer has published (c2sp.org/tlog-witness). Takes nothing
 * from an answer but cosignatures that verify with the key of that witness in the policy. A cosignature that the checkpoint has already stays when its witness
 * does not answer. Rejects with the faults of the log itself, such as `log_corrupt`; a witness can not make it reject.
 */
export async function gatherCosignatures(options: GatherOptions): Promise<GatheredCosignatures> {
  const { policy, knownSizes = new Map<string, bigint>() } = options;
  const { text, signatures, size } = checkpointOf(options.writer);
  const own = signatures.filter((signature) => !policy.witnesses.some((witness) => isBy(signature, witness)));
  const submission = submissionOf(options, formatNote({ text, signatures: own }), size);
  const answers = await Promise.all(
    policy.witnesses.map(async (witness) => {
      const known = knownSizes.get(witness.name) ?? 0n;
      const asked = await ask(witness, { ...options, submission, from: known > size ? 0n : known });
      const report = reportOf(witness, asked, size);
      const cosignature = asked?.kind === 'cosigned' ? asked.cosignature : await earlier(submission.checkpoint, signatures, witness);
      return { report, cosignature };
    }),
  );
  const note = formatNote({ text, signatures: [...own, ...answers.flatMap(({ cosignature }) => cosignature ?? [])] });
  const perWitness = answers.map(({ report }) => report);
  const sizes = perWitness.flatMap(({ name, size: seen }) => (seen === null ? [] : [[name, seen] as const]));
  return { note, isQuorum: (await verifyCheckpoint(note, policy)).ok, perWitness, knownSizes: new Map([...knownSizes, ...sizes]) };
}

interface Asking extends Pick<GatherOptions, 'fetch' | 'timeout'> {
  readonly submission: Submission;
  readonly from: bigint;
}

/** Null when there is no URL to ask. */
async function ask(witness: PolicyWitness, { submission, from, fetch, timeout }: Asking): Promise<AskedWitness | null> {
  if (witness.url === null) return null;
  return askWitness({ submission, from, witness }, { fetch, signal: AbortSignal.timeout(timeout) });
}

function submissionOf({ writer }: Pick<GatherOptions, 'writer'>, checkpoint: string, size: bigint): Submission {
  return {
    checkpoint,
    size,
    proofFrom: (from) => writer.consistency(from, size),
    presentSize: () => checkpointOf(writer).size,
  };
}

function reportOf({ name }: PolicyWitness, asked: AskedWitness | null, size: bigint): WitnessReport {
  if (asked === null) return { name, outcome: 'not_asked', reason: null, size: null };
  const reason = 'reason' in asked ? asked.reason : null;
  const seen = asked.kind === 'cosigned' ? size : 'size' in asked ? asked.size : null;
  return { name, outcome: asked.kind, reason, size: seen };
}

/** The cosignature of a witness that the checkpoint has already, if it verifies. */
async function earlier(
  checkpoint: string,
  signatures: readonly NoteSignature[],
  witness: PolicyWitness,
): Promise<NoteSignature | undefined> {
  const lines = signatures.filter((signature) => isBy(signature, witness)).map(formatSignatureLine);
  const accepted = await acceptCosignatures(checkpoint, lines.join(''), [witness.key]);
  return accepted.ok ? accepted.value[0] : undefined;
}

function isBy(signature: NoteSignature, { key }: PolicyWitness): boolean {
  return signature.name === key.name && signature.keyId === key.keyId;
}

function checkpointOf(writer: Pick<LogWriter, 'checkpoint'>): Note & { readonly size: bigint } {
  const note = parseNote(writer.checkpoint());
  const parsed = note.ok ? parseCheckpoint(note.value.text) : note;
  if (!note.ok || !parsed.ok) throw new CodedError('not_a_checkpoint', 'the writer has no checkpoint that could be cosigned');
  return { ...note.value, size: parsed.value.size };
}
