import { type Guideline, guidelines, type Tightening, tightenings } from '@parlance/charter';
import { type PackIssue, shown } from '../format/pack-issue.ts';
import { type Sector, type Study } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';
import { protectedBy } from './knobs.ts';

const knobNames = ['hints', 'tries', 'style'] as const satisfies readonly (keyof Study)[];
const limitNames = ['age_band', 'not_human_reminder'] as const satisfies readonly (keyof Study)[];

/** A knob of study mode names the guideline that it tunes, and a limit the clause that it makes stricter (S3). */
export const study: Check = (context) =>
  [...context.pack.sectors].flatMap(([id, sector]) => sectorIssues(context, `sectors/${id}.yaml`, sector));

function sectorIssues(context: CheckContext, file: string, { study: said }: Sector): readonly PackIssue[] {
  if (said === null) return [];
  const list: readonly Guideline[] = guidelines;
  const strict: readonly Tightening[] = tightenings;
  const named = [
    ...knobNames.map((name) => ({
      path: `study.${name}.guideline`,
      written: said[name]?.names,
      right: list.find(({ knob }) => knob === name)?.id,
    })),
    ...limitNames.map((name) => ({
      path: `study.${name}.clause`,
      written: said[name]?.names,
      right: strict.find(({ id }) => id === name)?.clause,
    })),
  ];
  return named.flatMap(({ path, written, right }) =>
    written === undefined || right === undefined || written === right
      ? []
      : [issueIn(context.draft, file, { rule: 'S3', path, ...wrongName(path, written, right) })],
  );
}

function wrongName(path: string, written: string, expected: string) {
  const overridden = path.endsWith('.guideline') ? protectedBy(written) : null;
  const received = shown(written);
  if (overridden === null) return { code: 'unknown-guideline', expected, received, mend: `Write "${expected}".` };
  const why = `"${received}" would override the clause "${overridden}" of the charter, which nothing may`;
  return { code: 'protected', expected, received, mend: `Write "${expected}"; ${why}.` };
}
