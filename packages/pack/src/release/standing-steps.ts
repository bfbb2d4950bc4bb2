import { type Digest } from '@parlance/core';
import { type PackFiles } from '../format/pack-files.ts';
import { type PackIssue } from '../format/pack-issue.ts';
import { historyBefore, packOf } from './history.ts';
import { refused } from './release-issue.ts';
import { type InForceOptions, verifyOn } from './verify-step.ts';

/** Numbers of the steps that verify today, each against those before it. */
export type StandingSteps = ReadonlySet<number>;

type ReadPack = InForceOptions['readPack'];

/**
 * Looks at every step once, from the first on, since a step stands only as measured against the one before. That a pack ran out does not matter here:
 * what was said of it is as true as it was. A pack that cannot be read lets its step fall, which asks more of whoever builds on it, never less.
 */
export async function standingSteps(options: InForceOptions): Promise<StandingSteps> {
  const standing = new Set<number>();
  const readPack = lenient(rememberingTwo(options.readPack));
  for (const entry of options.history) {
    const { inForce } = await verifyOn(entry, standing, { ...options, readPack, mayBeExpired: true });
    if (inForce !== null) standing.add(entry.number);
  }
  return standing;
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
  const standing = await standingSteps({ ...remembering, history: historyBefore(options.history, entry) });
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
