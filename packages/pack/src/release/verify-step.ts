import { type Digest } from '@parlance/core';
import { type PackFiles } from '../format/pack-files.ts';
import { hasErrors, type PackIssue } from '../format/pack-issue.ts';
import {
  headOf,
  type History,
  historyBefore,
  type HistoryEntry,
  packOf,
  type ReleaseEntry,
  releaseOf,
  type RollbackEntry,
} from './history.ts';
import { identityOf } from './pack-identity.ts';
import { refused } from './release-issue.ts';
import { readStatement } from './statement.ts';
import { type Trust } from './trust.ts';
import { type Release, releaseFile, verifyRelease } from './verify-release.ts';
import { refusedBy, signerOf } from './verify-signature.ts';
import { isGreaterVersion } from './version-order.ts';

/** A pack in force, verified, and the step that put it there. */
export interface InForce {
  readonly entry: HistoryEntry;
  readonly files: PackFiles;
  readonly release: Release;
  /** Key id of whoever signed the step: the release or the rollback. */
  readonly putInForceBy: string;
}

export interface VerifiedInForce {
  /** Null when nothing is in force or any issue is an error. Nothing older takes the place of what does not verify. */
  readonly inForce: InForce | null;
  readonly issues: readonly PackIssue[];
}

export interface InForceOptions {
  readonly history: History;
  readonly trust: Trust;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** All files of a released pack, or null when it is not there. */
  readonly readPack: (digest: Digest) => Promise<PackFiles | null>;
}

/** Besides the history: whether a pack that ran out is accepted, when it is only measured against. */
export interface StepOptions extends InForceOptions {
  readonly mayBeExpired?: boolean;
}

/** Verifies one step where it is known which of those before it stand: a change is measured against nothing else. */
export async function verifyOn(entry: HistoryEntry, standing: ReadonlySet<number>, options: StepOptions): Promise<VerifiedInForce> {
  const { history, readPack } = options;
  const digest = packOf(entry);
  const released = entry.kind === 'release' ? entry : releaseOf(historyBefore(history, entry), digest);
  if (released === null) return refusal(refused(entry.file, 'not-released', { path: 'to', received: digest }));
  const files = await readPack(digest);
  if (files === null) return refusal(refused(entry.file, 'not-in-store', { received: `none with the digest ${digest}` }));
  const { release, issues } = await verifyReleased({ entry: released, files }, standing, options);
  const step =
    entry.kind === 'rollback' ? await verifyRollback(entry, files, options) : { signedBy: release?.signedBy[0] ?? null, issues: [] };
  const found = [...issues, ...step.issues];
  if (release === null || step.signedBy === null || hasErrors(found)) return { inForce: null, issues: found };
  return { inForce: { entry, files, release, putInForceBy: step.signedBy }, issues: found };
}

function refusal(issue: PackIssue): VerifiedInForce {
  return { inForce: null, issues: [issue] };
}

async function verifyReleased(
  { entry, files }: { readonly entry: ReleaseEntry; readonly files: PackFiles },
  standing: ReadonlySet<number>,
  { history, trust, today, readPack, mayBeExpired = false }: StepOptions,
) {
  const earlier = historyBefore(history, entry);
  const last = earlier.at(-1);
  const before = last !== undefined && standing.has(last.number) ? await readPack(packOf(last)) : null;
  const { release, issues } = await verifyRelease({ files, trust, today, before, mayBePending: true, mayBeExpired });
  const found = [...issues, ...historyIssues(entry, files, earlier)];
  return { release: hasErrors(found) ? null : release, issues: found };
}

/** What only the history can tell: that it is the release which lies with the pack, and that it goes beyond every one before. */
function historyIssues(entry: ReleaseEntry, files: PackFiles, earlier: History): readonly PackIssue[] {
  const signature = files.get(releaseFile) ?? new Uint8Array();
  const isSame = signature.length === entry.bytes.length && signature.every((byte, place) => byte === entry.bytes[place]);
  return [
    ...(isSame ? [] : [refused(entry.file, 'other-release', { received: 'another pack.sig' })]),
    ...followIssues({ files, file: entry.file, previous: entry.statement.previous }, earlier),
  ];
}

/** Whether a release may follow these steps: on the last of them, and with a version greater than every one before, also of one that was taken back. */
export function followIssues(
  { files, file, previous }: { readonly files: PackFiles; readonly file: string; readonly previous: Digest | null },
  earlier: History,
): readonly PackIssue[] {
  const { version, digest } = identityOf(files) ?? { version: '', digest: null };
  const own = digest === null ? null : releaseOf(earlier, digest);
  if (own !== null) return [refused(file, 'already-released', { received: `the pack of step ${own.number}` })];
  const taken = earlier.flatMap((each) =>
    each.kind === 'release' && !isGreaterVersion(version, each.statement.version) ? [each.statement.version] : [],
  );
  const head = headOf(earlier);
  return [
    ...(previous === head
      ? []
      : [refused(file, 'other-previous', { path: 'previous', received: previous ?? 'null', expected: head ?? 'null' })]),
    ...taken.slice(0, 1).map((each) =>
      refused('pack.yaml', 'version-not-greater', {
        path: 'version',
        received: version,
        expected: `a version greater than ${each}, which was released before`,
      }),
    ),
  ];
}

interface VerifiedStep {
  /** Key id. */
  readonly signedBy: string | null;
  readonly issues: readonly PackIssue[];
}

async function verifyRollback(entry: RollbackEntry, files: PackFiles, { history, trust, today }: InForceOptions): Promise<VerifiedStep> {
  const { file } = entry;
  const { value, issues } = readStatement('rollback', file, entry.bytes);
  if (value === null) return { signedBy: null, issues };
  const { envelope, statement } = value;
  const signed = await signerOf({ envelope, claim: { role: 'release', pack: statement.pack, day: statement.day }, trust, today });
  const head = headOf(historyBefore(history, entry));
  const id = identityOf(files)?.id ?? 'no pack';
  const found = [
    ...(signed.kind === 'refused' ? [refusedBy(file, signed)] : []),
    ...(statement.pack === id ? [] : [refused(file, 'other-pack', { path: 'pack', received: statement.pack, expected: id })]),
    ...(statement.left === head ? [] : [refused(file, 'other-left', { path: 'left', received: statement.left, expected: head ?? 'null' })]),
  ];
  return { signedBy: signed.kind === 'by' ? signed.key.id : null, issues: found };
}
