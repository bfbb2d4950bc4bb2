import { type Digest, digestOfBytes } from '@parlance/core';
import { type PackFiles } from '../format/pack-files.ts';
import { type PackIssue } from '../format/pack-issue.ts';
import { type SignOff } from './sign-offs.ts';
import { refused, type ReleaseCode } from './release-issue.ts';
import { type ReadStatement, readStatement, type ReviewStatement } from './statement.ts';
import { mayReject, type Trust } from './trust.ts';
import { keyBehind, refusedBy, signerOf } from './verify-signature.ts';

/** An approving review that counts. */
export interface CountedReview extends SignOff {
  /** Of the file, as the release names it. */
  readonly digest: Digest;
  readonly keyId: string;
  readonly file: string;
}

export interface VerifiedReviews {
  readonly counted: readonly CountedReview[];
  readonly issues: readonly PackIssue[];
}

/** What every review has to be about. */
export type Subject = Pick<ReviewStatement, 'pack' | 'version' | 'digest' | 'previous' | 'change'>;

export interface ReviewContext {
  readonly subject: Subject;
  readonly trust: Trust;
  readonly today: string;
  /** Digests of the reviews that the release names; null before it is signed, when every review counts. */
  readonly named: readonly Digest[] | null;
}

/** `reviews/<name>-<id>.json`: a key has one review, so a second word of the same key takes the place of the first. */
export function reviewFileOf(keyId: string): string {
  return `reviews/${keyId.replace('+', '-')}.json`;
}

function isReviewFile(path: string): boolean {
  return path.startsWith('reviews/');
}

/**
 * Reads every review that lies in a pack. One that the release names has to be sound, or the release falls; only a key that was revoked later leaves the
 * others standing. One that it does not name counts for nothing, but blocks when it rejects. A file that is no sound statement is refused in any case.
 */
export async function verifyReviews(files: PackFiles, context: ReviewContext): Promise<VerifiedReviews> {
  const paths = [...files.keys()].filter(isReviewFile).sort();
  const verified = await Promise.all(paths.map((path) => verifyReview(path, files.get(path) ?? new Uint8Array(), context)));
  const present = new Set(paths.map((path) => digestOfBytes(files.get(path) ?? new Uint8Array())));
  const missing = (context.named ?? []).filter((digest) => !present.has(digest));
  return {
    counted: verified.flatMap(({ counted }) => counted),
    issues: [
      ...verified.flatMap(({ issues }) => issues),
      ...missing.map((digest) => refused('pack.sig', 'missing-review', { path: 'reviews', received: `none with the digest ${digest}` })),
    ],
  };
}

async function verifyReview(file: string, bytes: Uint8Array, { subject, trust, today, named }: ReviewContext): Promise<VerifiedReviews> {
  const { value, issues } = readStatement('review', file, bytes);
  if (value === null) return { counted: [], issues };
  const { envelope, statement } = value;
  const digest = digestOfBytes(bytes);
  const isNamed = named?.includes(digest) ?? true;
  const refuse = (code: ReleaseCode, received: string): VerifiedReviews => ({ counted: [], issues: [refused(file, code, { received })] });
  if (file !== reviewFileOf(envelope.keyId)) return refuse('file-name', file);
  if (await isRejection(value, { subject, trust })) return refuse('rejected', `a rejection by ${envelope.keyId}`);
  const claim = { role: statement.role, pack: statement.pack, day: statement.day };
  const signed = await signerOf({ envelope, claim, trust, today });
  if (signed.kind === 'refused') return { counted: [], issues: [refusedBy(file, signed, severityOf(signed.code, isNamed))] };
  const other = otherSubject(statement, subject);
  if (other !== null) return { counted: [], issues: [refused(file, other.code, { ...other, severity: isNamed ? 'error' : 'warning' })] };
  const counts = { digest, file, keyId: signed.key.id, person: signed.key.person, role: statement.role };
  return { counted: isNamed ? [counts] : [], issues: [] };
}

/** A rejection of these files holds whatever else it says: who rejects needs neither the predecessor at hand, nor the clock right, nor a role. */
async function isRejection(
  { envelope, statement }: ReadStatement<'review'>,
  { subject, trust }: Pick<ReviewContext, 'subject' | 'trust'>,
): Promise<boolean> {
  if (statement.decision !== 'reject' || statement.digest !== subject.digest) return false;
  const behind = await keyBehind(envelope, trust);
  return behind.kind === 'by' && mayReject(behind.key, { pack: subject.pack, day: statement.day });
}

/** A key that is revoked or unknown says nothing against a release that does not need it; a signature that is none is a file that was changed. */
function severityOf(code: ReleaseCode, isNamed: boolean): 'error' | 'warning' {
  if (code === 'signature') return 'error';
  return isNamed && code !== 'revoked-key' ? 'error' : 'warning';
}

const subjectCodes = {
  pack: 'other-pack',
  version: 'other-version',
  digest: 'other-digest',
  previous: 'other-previous',
  change: 'other-change',
} as const satisfies Readonly<Record<keyof Subject, ReleaseCode>>;

export interface OtherSubject {
  readonly code: ReleaseCode;
  readonly path: keyof Subject;
  readonly received: string;
  readonly expected: string;
}

/** The first thing in which a statement is about something else. */
export function otherSubject(statement: Subject, subject: Subject): OtherSubject | null {
  const fields = ['pack', 'version', 'digest', 'previous', 'change'] as const satisfies readonly (keyof Subject)[];
  const path = fields.find((each) => statement[each] !== subject[each]);
  if (path === undefined) return null;
  return { code: subjectCodes[path], path, received: statement[path] ?? 'null', expected: subject[path] ?? 'null' };
}
