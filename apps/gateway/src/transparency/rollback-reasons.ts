import { oncePer, type RollbackStatement } from '@parlance/pack';
import { readReleases } from '@parlance/pack/node';
import { type Gateway } from '../gateway.ts';
import { type StatedRelease } from '../record/stated-in-force.ts';

/** A pack that came back in the place of another. */
interface Return {
  readonly release: StatedRelease;
  /** Digest of the version before. */
  readonly left: string | null;
}

type Reason = RollbackStatement['reason'];

/**
 * Why a pack came back, by the last signed step that says so and whose day had come; null where there is none. The step was verified when the pack came into force. The folder is
 * read again only when the log tells of another release.
 */
export const rollbackReasons = oncePer((log: Gateway['log']) => {
  let known: { readonly mark: string; readonly steps: Promise<readonly RollbackStatement[]> } | null = null;
  return async (folder: { readonly releases: string | null; readonly country: string }, releases: readonly StatedRelease[]) => {
    const mark = `${log.origin} ${String(releases.length)}`;
    if (known?.mark !== mark) known = { mark, steps: rollbacksIn(folder) };
    const steps = await known.steps;
    return ({ release: { leaf }, left }: Return): Reason | null =>
      steps.findLast((step) => step.to === leaf.digest && step.left === left && step.from <= leaf.from.slice(0, '2026-11-21'.length))
        ?.reason ?? null;
  };
});

/** Steps that cannot be read say nothing. */
async function rollbacksIn({ releases, country }: { readonly releases: string | null; readonly country: string }) {
  if (releases === null) return [];
  const { history } = await readReleases({ releases, country }).catch(() => ({ history: null }));
  return (history ?? []).flatMap((step) => (step.kind === 'rollback' ? [step.statement] : []));
}
