import { clauses, type Guideline, guidelines } from '@parlance/charter';
import { type PackIssue, shown } from '../format/pack-issue.ts';
import { type Knob, type KnobName } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';

/** A knob names the guideline that it tunes and has one of its values; no knob reaches a clause of the charter (S3). */
export const knobs: Check = (context) => [
  ...[...context.pack.locales].flatMap(([language, locale]) =>
    knobIssues(context, `locale/${language}.yaml`, { prefix: '', knobs: locale.knobs }),
  ),
  ...[...context.pack.sectors].flatMap(([id, sector]) =>
    knobIssues(context, `sectors/${id}.yaml`, { prefix: 'knobs.', knobs: sector.knobs }),
  ),
];

function knobIssues(
  context: CheckContext,
  file: string,
  { prefix, knobs: set }: { prefix: string; knobs: ReadonlyMap<KnobName, Knob> },
): readonly PackIssue[] {
  return [...set].flatMap(([name, knob]) => {
    const guideline = guidelines.find(({ knob: tuned }) => tuned === name);
    const fault = faultOf(knob, guideline);
    return fault === null ? [] : [issueIn(context.draft, file, { rule: 'S3', path: `${prefix}${name}.${fault.field}`, ...fault.facts })];
  });
}

interface Fault {
  readonly field: 'guideline' | 'value';
  readonly facts: { readonly code: string; readonly expected: string; readonly received: string; readonly mend: string };
}

function faultOf(knob: Knob, guideline: Guideline | undefined): Fault | null {
  if (guideline === undefined) return null;
  if (knob.guideline !== guideline.id) return { field: 'guideline', facts: wrongGuideline(knob.guideline, guideline.id) };
  if (guideline.values.includes(knob.value)) return null;
  const values = guideline.values.join(', ');
  return {
    field: 'value',
    facts: { code: 'not-a-value', expected: `one of: ${values}`, received: shown(knob.value), mend: `Choose one of: ${values}.` },
  };
}

function wrongGuideline(written: string, expected: string): Fault['facts'] {
  const overridden = protectedBy(written);
  if (overridden === null)
    return {
      code: 'unknown-guideline',
      expected,
      received: shown(written),
      mend: `Write "${expected}", the guideline that this knob tunes.`,
    };
  return {
    code: 'protected',
    expected,
    received: shown(written),
    mend: `Write "${expected}"; "${shown(written)}" would override the clause "${overridden}" of the charter, which nothing may.`,
  };
}

/** The clause that stands behind a name: its id, or an anchor of the Model Spec in either spelling. */
export function protectedBy(written: string): string | null {
  const anchor = written.replaceAll('-', '_');
  return clauses.find((clause) => clause.id === written || clause.anchors.includes(anchor))?.id ?? null;
}
