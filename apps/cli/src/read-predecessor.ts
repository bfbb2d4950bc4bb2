import { CodedError, type Digest } from '@parlance/core';
import {
  type History,
  historyBefore,
  identityOf,
  lastStep,
  type LastStep,
  type PackFiles,
  releaseOf,
  type Subject,
  subjectOf,
  type Trust,
} from '@parlance/pack';
import { readPackFolder, readReleasedPack, type ReleasesFolder } from '@parlance/pack/node';
import { digestOfNamed, historyOf, noSuchPack, releasedName } from './named-pack.ts';

export interface PredecessorOptions {
  /** As it is named: a folder, for which whoever names it vouches, or a released pack, whose step has to verify. */
  readonly before?: string;
  readonly releases?: string;
  /** Needed as soon as a step of the releases is looked at: nobody measures a change against what somebody put there. */
  readonly trust: Trust | null;
  readonly today: string;
}

/** The pack that another follows: as it is named, or out of the releases: the one before it, or the last when it is new; null when it is the first. */
export async function readPredecessor(files: PackFiles, options: PredecessorOptions): Promise<LastStep | null> {
  const { before, releases } = options;
  if (before !== undefined) return namedPredecessor(before, options);
  const identity = identityOf(files);
  if (releases === undefined || identity === null) return null;
  const folder = { releases, country: identity.id };
  const history = await historyOf(folder);
  const own = releaseOf(history, identity.digest);
  return verifiedLast(folder, own === null ? history : historyBefore(history, own), options);
}

/** A released pack with what its step is worth today, or a folder as it is. */
export async function namedPredecessor(named: string, options: PredecessorOptions): Promise<LastStep | null> {
  const released = releasedName(named, options.releases);
  if (released === null) return folderStep(named);
  const { folder, which } = released;
  const history = await historyOf(folder);
  const digest = digestOfNamed(history, which);
  if (digest === null) throw noSuchPack(named);
  const own = which === 'last' ? null : releaseOf(history, digest);
  return verifiedLast(folder, own === null ? history : history.slice(0, own.number), options);
}

async function folderStep(folder: string): Promise<LastStep> {
  const files = await readPackFolder(folder);
  const identity = identityOf(files);
  if (identity === null) throw new CodedError('bad_usage', `--before: ${folder} holds no pack`);
  return { digest: identity.digest, files, issues: [] };
}

async function verifiedLast(folder: ReleasesFolder, history: History, { trust, today }: PredecessorOptions): Promise<LastStep | null> {
  if (history.length === 0) return null;
  if (trust === null)
    throw new CodedError('bad_usage', '--trust: the pack that this one follows has to be verified, so name the trust.yaml of the operator');
  return lastStep({ history, trust, today, readPack: (digest: Digest) => readReleasedPack(folder, digest) });
}

/** Why nothing may be built on the step; none where it verifies, where there is none, or where whoever builds does so anew. */
export function buildingIssues(step: LastStep | null, isAnew: boolean): LastStep['issues'] {
  return step === null || step.files !== null || isAnew ? [] : step.issues;
}

/** What has to be said of a pack that follows a step; of the strictest class where the step does not verify. */
export function subjectAfter(files: PackFiles, step: LastStep | null): Subject | null {
  const subject = subjectOf(files, step?.files ?? null);
  return subject === null ? null : { ...subject, previous: step?.digest ?? null };
}
