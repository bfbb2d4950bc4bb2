import { type PackIssue } from '../format/pack-issue.ts';
import { type SafetyResource } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';
import { readingDay } from './reading-day.ts';
import { telephoneFacts } from './telephone.ts';

const file = 'safety.yaml';

/**
 * Emergency numbers are true (S7): each has a source and a day, and Google's libphonenumber does not contradict it. The library does not know every
 * helpline and still knows some retired numbers, so only an emergency number that it does not know is an error.
 */
export const emergencyNumbers: Check = (context) => [
  ...missingEmergency(context),
  ...context.pack.safety.flatMap((resource, index) => resourceIssues(context, resource, `resources.${index}`)),
];

function missingEmergency({ pack, draft }: CheckContext): readonly PackIssue[] {
  if (!draft.sources.has(file) || pack.safety.length === 0 || pack.safety.some(({ kind }) => kind === 'emergency')) return [];
  const facts = {
    code: 'no-emergency-number',
    expected: 'a resource of kind emergency',
    received: 'none',
    mend: 'Add the emergency number of the country with its official source.',
  };
  return [issueIn(draft, file, { rule: 'S7', path: 'resources', ...facts })];
}

function resourceIssues(context: CheckContext, resource: SafetyResource, path: string): readonly PackIssue[] {
  const issues = readingDay(context, { file, path: `${path}.source.read`, read: resource.source.read });
  const verdict = verdictOf(resource, context.pack.id);
  if (verdict === null) return issues;
  const facts = {
    code: 'contradicted',
    expected: verdict.expected,
    received: resource.number,
    mend:
      verdict.severity === 'error'
        ? 'Correct the number from the official source.'
        : 'Compare the number with the official source once more.',
  };
  return [...issues, issueIn(context.draft, file, { rule: 'S7', path: `${path}.number`, severity: verdict.severity, ...facts })];
}

interface Verdict {
  readonly severity: 'error' | 'warning';
  readonly expected: string;
}

function verdictOf({ kind, number }: SafetyResource, country: string): Verdict | null {
  const telephone = telephoneFacts(country);
  if (telephone === null) return null;
  if (kind === 'emergency')
    return telephone.isEmergency(number) ? null : { severity: 'error', expected: `an emergency number of ${country}` };
  return telephone.isKnown(number) ? null : { severity: 'warning', expected: `a number that libphonenumber knows in ${country}` };
}
