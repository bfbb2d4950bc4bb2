import { issueAt, type PackIssue, shown } from '../format/pack-issue.ts';
import { mostReviews } from './closed-lists.ts';
import { type StandingCode } from './trust.ts';

/** Every reason for which a statement or a release is refused (S14), with what was expected and what to do. */
const reasons = {
  unsigned: ['a signed release in pack.sig', 'Have the pack reviewed with "parlance pack review", then sign it with "parlance pack sign".'],
  'too-large': ['a statement of at most 65536 bytes', 'Put back the file that was signed.'],
  'not-json': ['a signed statement: JSON in UTF-8', 'Put back the file that "parlance pack review" or "parlance pack sign" wrote.'],
  'envelope-spelling': [
    'the one spelling of an envelope: canonical JSON (RFC 8785) and a newline',
    'Put back the file as it was written; it may not be formatted by an editor.',
  ],
  base64: ['base64 (RFC 4648 section 4) with padding', 'Put back the file as it was written.'],
  'payload-type': ['a statement of the kind that belongs in this file', 'Remove the file, or put the statement where it belongs.'],
  payload: ['a statement as canonical JSON (RFC 8785)', 'Make the statement again with the parlance command.'],
  'untrusted-key': ['a key that trust.yaml names', 'Let the operator add the key to trust.yaml, or have somebody else sign.'],
  signature: ['a signature over exactly this statement', 'Something was changed after it was signed: sign the statement again.'],
  'revoked-key': ['a key that is not revoked', 'Have somebody sign whose key is in use.'],
  'early-key': ['a statement dated when the key was in use', 'Sign on or after the day from which trust.yaml takes the key.'],
  'retired-key': ['a statement dated when the key was in use', 'Sign with the key that came after it.'],
  'other-country-key': ['a key that may sign for this country', 'Have somebody sign whose key trust.yaml takes for this country.'],
  'role-not-held': ['a role that trust.yaml gives to this key', 'Review in a role that the key has, or let the operator give it the role.'],
  'future-day': ['a statement dated today or before', 'Set the clock right and sign again.'],
  'file-name': ['the id of the key as the name of the file', 'Give the file the name that "parlance pack review" gave it.'],
  'other-pack': ['a statement about this pack', 'Remove the statement; it is about the pack of another country.'],
  'other-version': ['a statement about this version', 'Have this version reviewed and signed.'],
  'other-digest': ['a statement about exactly these files', 'The pack was changed after it was signed: review and sign it again.'],
  'other-previous': ['the digest of the pack that this one follows', 'Review and sign again with --before and the pack that is in force.'],
  'other-change': ['the class of the change', 'Review and sign again; the class is worked out from the two packs.'],
  'other-charter': ['the version of the charter that the pack is pinned to', 'Sign again.'],
  'missing-review': ['every review that the release stands on', 'Put back the review, or sign again without it.'],
  rejected: ['no review that rejects the pack', 'Mend what the reviewer found, then have the new files reviewed.'],
  'releaser-reviewed': ['reviews by others than whoever signs the release', 'Have somebody else review the pack or sign the release.'],
  'sign-offs': ['', 'Have the pack reviewed by those who are missing, then sign it again.'],
  'version-not-greater': [
    'a version greater than the one before',
    'Raise the version in pack.yaml, then have the pack reviewed and signed again.',
  ],
  'previous-not-at-hand': [
    'the pack that this one follows, from a step that verifies today',
    'Give it with --before, or look at the steps before; without it the strictest class of change is asked for.',
  ],
  'unverified-step': [
    'a last step that verifies today, to build on',
    'Go back to a pack that verifies with "parlance pack rollback", or give --anew: then the sign-offs of the strictest class are asked for.',
  ],
  'too-many-reviews': [
    `at most ${mostReviews} reviews, because the log names 16 keys for a release`,
    'Remove from reviews/ those that the class of the change does not need.',
  ],
  'not-yet': ['a day on which the release is in force', 'Wait for that day; a release can be put in the releases folder before.'],
  expired: ['a release that has not run out', 'Have the pack reviewed and signed anew.'],
  'not-in-store': ['the pack in the releases folder', 'Put back the folder of the pack as it was released.'],
  'no-pack': ['a pack.yaml that says id, version and charter', 'Check the pack with "parlance pack check".'],
  'not-released': ['a pack that was released before', 'Name a version or digest of the history.'],
  'already-released': [
    'a pack that was not released before',
    'Roll back to it with "parlance pack rollback", or change it and release that.',
  ],
  'other-release': ['the release that the history has', 'Put back the folder of the pack as it was released.'],
  history: [
    'signed steps 000001.json, 000002.json and so on, without a gap',
    'Put back what is missing; remove what is not of the history.',
  ],
  'other-left': ['the digest of the pack that is left', 'Roll back again; a release or a rollback came between.'],
} as const satisfies Readonly<Record<string, readonly [expected: string, mend: string]>> & Readonly<Record<StandingCode, unknown>>;

export type ReleaseCode = keyof typeof reasons;

export interface RefusalDetails {
  readonly received: string;
  readonly expected?: string;
  readonly path?: string;
  readonly severity?: 'error' | 'warning';
}

export function refused(file: string, code: ReleaseCode, details: RefusalDetails): PackIssue {
  const [expected, mend] = reasons[code];
  const { received, path = '', severity = 'error' } = details;
  return issueAt(
    { file, line: 1, column: 1 },
    { rule: 'S14', path, code, expected: details.expected ?? expected, received: shown(received), mend, severity },
  );
}
