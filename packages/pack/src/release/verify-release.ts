import { type Digest, digestOfBytes } from '@parlance/core';
import { type PackFiles } from '../format/pack-files.ts';
import { hasErrors, type PackIssue } from '../format/pack-issue.ts';
import { type ChangeClass, strictestClass } from './closed-lists.ts';
import { changeClass, changesBetween, firstReleaseClass } from './pack-changes.ts';
import { identityOf, type PackIdentity } from './pack-identity.ts';
import { refused } from './release-issue.ts';
import { isSignedOff, requiredSignOffs } from './sign-offs.ts';
import { readStatement, type ReleaseStatement } from './statement.ts';
import { type Trust, type TrustedKey } from './trust.ts';
import { type CountedReview, otherSubject, type Subject, verifyReviews } from './verify-reviews.ts';
import { refusedBy, signerOf } from './verify-signature.ts';
import { isGreaterVersion } from './version-order.ts';

export const releaseFile = 'pack.sig';

/** A pack that was signed for, with everything that the operator's trust asks. */
export interface Release {
  readonly statement: ReleaseStatement;
  /** The class whose sign-offs it has: that of the change, a stricter one if the statement says so, or the strictest where the predecessor was not at hand. */
  readonly change: ChangeClass;
  /** Key ids: whoever released it, then the reviewers that count. */
  readonly signedBy: readonly string[];
  /** Of `pack.sig`. */
  readonly envelope: Digest;
}

export interface VerifiedRelease {
  /** Null when any issue is an error. */
  readonly release: Release | null;
  readonly issues: readonly PackIssue[];
}

export interface VerifyReleaseOptions {
  /** All files of the pack with `pack.sig` and `reviews/`. Whether they are a sound pack is for `checkPack`. */
  readonly files: PackFiles;
  readonly trust: Trust;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The pack that this one follows; null when it follows none or it is not at hand, which asks for the strictest sign-offs. */
  readonly before: PackFiles | null;
  /** Whether a release whose day has not come is accepted, with a warning: when it is put aside for later. */
  readonly mayBePending?: boolean;
  /** Whether a release that ran out is accepted, with a warning: when something is measured against its pack. */
  readonly mayBeExpired?: boolean;
}

/** Verifies S14: signed for exactly these files, by the right people, in time. Finds every issue it can in one run and never throws for what files say. */
export async function verifyRelease(options: VerifyReleaseOptions): Promise<VerifiedRelease> {
  const { files, trust, today } = options;
  const identity = identityOf(files);
  if (identity === null) return { release: null, issues: [refused('pack.yaml', 'no-pack', { received: 'something else' })] };
  const bytes = files.get(releaseFile);
  if (bytes === undefined) return { release: null, issues: [refused(releaseFile, 'unsigned', { received: 'nothing' })] };
  const { value, issues: unread } = readStatement('release', releaseFile, bytes);
  if (value === null) return { release: null, issues: unread };
  const { envelope, statement } = value;
  const claim = { role: 'release', pack: statement.pack, day: statement.day } as const;
  const signed = await signerOf({ envelope, claim, trust, today });
  const required = requiredChange(statement, identity, options);
  const reviews = await verifyReviews(files, { subject: required.subject, trust, today, named: statement.reviews });
  const releaser = signed.kind === 'by' ? signed.key : null;
  const issues = [
    ...(signed.kind === 'refused' ? [refusedBy(releaseFile, signed)] : []),
    ...required.issues,
    ...termIssues(statement, options),
    ...reviews.issues,
    ...signOffIssues(required.change, reviews.counted, releaser),
  ];
  if (releaser === null || hasErrors(issues)) return { release: null, issues };
  const signedBy = [releaser.id, ...reviews.counted.map(({ keyId }) => keyId)];
  return { release: { statement, change: required.change, signedBy, envelope: digestOfBytes(bytes) }, issues };
}

/** What a release of these files has to say, worked out from the files. */
export function subjectOf(files: PackFiles, before: PackFiles | null): Subject | null {
  const identity = identityOf(files);
  if (identity === null) return null;
  const previous = before === null ? null : identityOf(before);
  const change = before === null ? firstReleaseClass : changeClass(changesBetween(before, files));
  return { pack: identity.id, version: identity.version, digest: identity.digest, previous: previous?.digest ?? null, change };
}

interface Required {
  readonly subject: Subject;
  readonly change: ChangeClass;
  readonly issues: readonly PackIssue[];
}

function requiredChange(statement: ReleaseStatement, identity: PackIdentity, { files, before }: VerifyReleaseOptions): Required {
  const facts = { pack: identity.id, version: identity.version, digest: identity.digest };
  const charterIssues =
    statement.charter === identity.charter
      ? []
      : [refused(releaseFile, 'other-charter', { path: 'charter', received: statement.charter, expected: identity.charter })];
  const predecessor = before === null ? null : identityOf(before);
  const isFirst = statement.previous === null;
  const measured = before === null ? firstReleaseClass : changeClass(changesBetween(before, files));
  // Whoever could not measure against the predecessor asked for more: that stands also for those who can.
  const change = strictestClass([measured, statement.change]);
  const subject: Subject = {
    ...facts,
    previous: predecessor === null ? statement.previous : predecessor.digest,
    change: predecessor === null && !isFirst ? statement.change : change,
  };
  const other = otherSubject(statement, subject);
  return {
    subject,
    change,
    issues: [
      ...charterIssues,
      ...(other === null ? [] : [refused(releaseFile, other.code, other)]),
      ...predecessorIssues(statement, identity, predecessor),
    ],
  };
}

function predecessorIssues(statement: ReleaseStatement, identity: PackIdentity, predecessor: PackIdentity | null): readonly PackIssue[] {
  if (predecessor === null) {
    if (statement.previous === null) return [];
    return [refused(releaseFile, 'previous-not-at-hand', { path: 'previous', received: 'nothing', severity: 'warning' })];
  }
  if (isGreaterVersion(identity.version, predecessor.version)) return [];
  const expected = `a version greater than ${predecessor.version}`;
  return [refused('pack.yaml', 'version-not-greater', { path: 'version', received: identity.version, expected })];
}

function termIssues({ from, until }: ReleaseStatement, options: VerifyReleaseOptions): readonly PackIssue[] {
  const { today, mayBePending = false, mayBeExpired = false } = options;
  const expected = `a day that is not before ${today}`;
  if (today > until)
    return [refused(releaseFile, 'expired', { path: 'until', received: until, expected, severity: mayBeExpired ? 'warning' : 'error' })];
  if (today >= from) return [];
  return [refused(releaseFile, 'not-yet', { path: 'from', received: from, severity: mayBePending ? 'warning' : 'error' })];
}

/** Three people at least: whoever signs the release is no reviewer of it. */
export function signOffIssues(change: ChangeClass, counted: readonly CountedReview[], releaser: TrustedKey | null): readonly PackIssue[] {
  const own = counted.filter(({ person }) => person === releaser?.person);
  const others = counted.filter((review) => !own.includes(review));
  const issues = own.map(({ file, keyId }) => refused(file, 'releaser-reviewed', { received: keyId, severity: 'warning' }));
  if (isSignedOff(change, others)) return issues;
  const received = others.length === 0 ? 'none that counts' : others.map(({ role, person }) => `${role} by ${person}`).join(', ');
  return [
    ...issues,
    refused(releaseFile, 'sign-offs', {
      path: 'reviews',
      expected: `for a change of class ${change}: ${requiredSignOffs(change)}`,
      received,
    }),
  ];
}
