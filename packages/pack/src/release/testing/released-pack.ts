import { digestOfBytes } from '@parlance/core';
import { encodeUtf8 } from '@parlance/core/bytes';
import { minimalPack } from '../../check/minimal-pack.ts';
import { type PackFiles } from '../../format/pack-files.ts';
import { type ReviewRole } from '../closed-lists.ts';
import { identityOf } from '../pack-identity.ts';
import { parseTrust } from '../parse-trust.ts';
import { type ReleaseStatement, type ReviewStatement, type RollbackStatement, signStatement } from '../statement.ts';
import { type Trust } from '../trust.ts';
import { releaseFile, subjectOf } from '../verify-release.ts';
import { reviewFileOf } from '../verify-reviews.ts';
import { testSigner } from './signers.ts';

export const today = '2026-11-21';

/** Who signs in tests: a name, which is the key's and the person's, and the roles. */
const people = {
  'lea.language': ['language'],
  'lars.legal': ['legal'],
  'sara.safety': ['safety'],
  'rita.release': ['release'],
} as const;

/** Everybody's keys as `trust.yaml`. */
export async function trustText(more = ''): Promise<string> {
  const entries = await Promise.all(
    Object.entries(people).map(async ([name, roles]) => {
      const { vkey } = await testSigner(name);
      return `  - {key: ${vkey}, person: ${name.replace('.', '-')}, roles: [${roles.join(', ')}]}\n`;
    }),
  );
  return `keys:\n${entries.join('')}${more}`;
}

export async function testTrust(more = ''): Promise<Trust> {
  const { trust, issues } = parseTrust(await trustText(more));
  if (trust === null) throw new Error(JSON.stringify(issues));
  return trust;
}

/** The minimal pack, with texts in place of its own. */
export function packWith(changes: Readonly<Record<string, string>> = {}): PackFiles {
  return new Map(Object.entries({ ...minimalPack, ...changes }).map(([path, text]) => [path, encodeUtf8(text)]));
}

/** The minimal pack in another version. */
export function versionOf(version: string, changes: Readonly<Record<string, string>> = {}): PackFiles {
  return packWith({ 'pack.yaml': (minimalPack['pack.yaml'] ?? '').replace('version: 0.1.0', `version: ${version}`), ...changes });
}

export interface Reviewing {
  readonly by: string;
  readonly role: ReviewRole;
  readonly statement?: Partial<ReviewStatement>;
}

export const everyone: readonly Reviewing[] = [
  { by: 'lea.language', role: 'language' },
  { by: 'lars.legal', role: 'legal' },
  { by: 'sara.safety', role: 'safety' },
];

export interface Signing {
  readonly before?: PackFiles | null;
  readonly reviews?: readonly Reviewing[];
  readonly release?: Partial<ReleaseStatement>;
  readonly by?: string;
}

/** The pack with reviews and a release, sound unless a statement is told to say something else. */
export async function released(
  pack: PackFiles,
  { before = null, reviews = everyone, release, by = 'rita.release' }: Signing = {},
): Promise<PackFiles> {
  const subject = subjectOf(pack, before);
  if (subject === null) throw new Error('no pack');
  const files = new Map(pack);
  for (const { by: reviewer, role, statement } of reviews) {
    const signer = await testSigner(reviewer);
    const review = { v: 1, ...subject, role, decision: 'approve', day: today, ...statement } as const;
    files.set(reviewFileOf(signer.keyId), await signStatement('review', review, signer));
  }
  const named = [...files].flatMap(([path, bytes]) => (path.startsWith('reviews/') ? [digestOfBytes(bytes)] : [])).sort();
  const terms = { charter: identityOf(pack)?.charter ?? '', reviews: named, day: today, from: today, until: '2027-11-21' };
  files.set(releaseFile, await signStatement('release', { v: 1, ...subject, ...terms, ...release }, await testSigner(by)));
  return files;
}

/** A rollback as the file of a step. */
export async function rollback({
  by = 'rita.release',
  ...statement
}: Pick<RollbackStatement, 'to' | 'left'> & Partial<RollbackStatement> & { readonly by?: string }): Promise<Uint8Array> {
  return signStatement('rollback', { v: 1, pack: 'EE', reason: 'mistake', day: today, from: today, ...statement }, await testSigner(by));
}
