import { type Digest } from '@parlance/core';
import { type PackFiles } from '../format/pack-files.ts';
import { type PackIssue } from '../format/pack-issue.ts';
import { type History, historyBefore, type HistoryEntry, packOf, type ReleaseEntry, releaseOf } from './history.ts';
import { firstReleaseClass } from './pack-changes.ts';
import { refused } from './release-issue.ts';
import { type InForceOptions, verifyOn } from './verify-step.ts';

/** Numbers of steps that verify today, each against those before it. */
export type StandingSteps = ReadonlySet<number>;

type ReadPack = InForceOptions['readPack'];

/**
 * Which of the steps that a step rests on stand, each looked at once and as measured against the one before. That a pack ran out does not matter here:
 * what was said of it is as true as it was. A pack that cannot be read lets its step fall, which asks more of whoever builds on it, never less.
 */
export async function standingBefore(entry: HistoryEntry, options: InForceOptions): Promise<StandingSteps> {
  const standing = new Set<number>();
  const readPack = lenient(rememberingTwo(options.readPack));
  for (const step of restsOn(entry, options.history)) {
    const { inForce } = await verifyOn(step, standing, { ...options, readPack, mayBeExpired: true });
    if (inForce !== null) standing.add(step.number);
  }
  return standing;
}

/**
 * The step that a step is measured against, the one that this is measured against, and so on, in order of number. What has the strictest sign-offs stands or
 * falls whatever it is measured against, so that a long history is read back no further than that.
 */
function restsOn(entry: HistoryEntry, history: History): History {
  const found: HistoryEntry[] = [];
  for (let step = measuredAgainst(entry, history); step !== null;) {
    found.unshift(step);
    step = releasedBy(step, history)?.statement.change === firstReleaseClass ? null : measuredAgainst(step, history);
  }
  return found;
}

function measuredAgainst(entry: HistoryEntry, history: History): HistoryEntry | null {
  const released = releasedBy(entry, history);
  return released === null ? null : (historyBefore(history, released).at(-1) ?? null);
}

/** A rollback is as good as the release that it goes back to. */
function releasedBy(entry: HistoryEntry, history: History): ReleaseEntry | null {
  return entry.kind === 'release' ? entry : releaseOf(historyBefore(history, entry), packOf(entry));
}

/** The pack that the next release follows. */
export interface LastStep {
  readonly digest: Digest;
  /** Null when the step does not verify, so that nothing can be measured against its pack. */
  readonly files: PackFiles | null;
  readonly issues: readonly PackIssue[];
}

/** The last step of a history, verified; null where there is none. */
export async function lastStep(options: InForceOptions): Promise<LastStep | null> {
  const entry = options.history.at(-1);
  if (entry === undefined) return null;
  const remembering = { ...options, readPack: rememberingTwo(options.readPack) };
  const standing = await standingBefore(entry, remembering);
  const { inForce, issues } = await verifyOn(entry, standing, { ...remembering, mayBeExpired: true });
  const unverified = inForce === null ? [refused(entry.file, 'unverified-step', { received: `step ${entry.number}, which does not` })] : [];
  return { digest: packOf(entry), files: inForce?.files ?? null, issues: [...issues, ...unverified] };
}

/** A step needs its own pack and the one before, which was looked at just then. */
function rememberingTwo(readPack: ReadPack): ReadPack {
  let kept: readonly (readonly [Digest, Promise<PackFiles | null>])[] = [];
  return (digest) => {
    const found = kept.find(([each]) => each === digest);
    if (found !== undefined) return found[1];
    const files = readPack(digest);
    kept = [[digest, files] as const, ...kept].slice(0, 2);
    return files;
  };
}

function lenient(readPack: ReadPack): ReadPack {
  return (digest) => readPack(digest).catch(() => null);
}
