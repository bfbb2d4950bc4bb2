import libphonenumber from 'google-libphonenumber';
import { type PackIssue } from '../format/pack-issue.ts';
import { type SafetyResource } from '../pack.ts';
import { type Check, type CheckContext, issueIn } from './check-context.ts';

const file = 'safety.yaml';
const util = libphonenumber.PhoneNumberUtil.getInstance();
const short = libphonenumber.ShortNumberInfo.getInstance();

/** A number that was read longer ago is to be read again. */
const freshDays = 400;

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

function resourceIssues({ draft, pack, today }: CheckContext, resource: SafetyResource, path: string): readonly PackIssue[] {
  const issues: PackIssue[] = [];
  const { read } = resource.source;
  if (read > today) {
    const facts = {
      code: 'read-in-future',
      expected: `a day until ${today}`,
      received: read,
      mend: 'Write the day on which the source was read.',
    };
    issues.push(issueIn(draft, file, { rule: 'S7', path: `${path}.source.read`, ...facts }));
  }
  if (Date.parse(today) - Date.parse(read) > freshDays * 86_400_000) {
    const facts = {
      code: 'stale',
      expected: `a day in the last ${freshDays}`,
      received: read,
      mend: 'Read the source again and write the day.',
    };
    issues.push(issueIn(draft, file, { rule: 'S7', path: `${path}.source.read`, severity: 'warning', ...facts }));
  }
  const verdict = verdictOf(resource, pack.id);
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
  return [...issues, issueIn(draft, file, { rule: 'S7', path: `${path}.number`, severity: verdict.severity, ...facts })];
}

interface Verdict {
  readonly severity: 'error' | 'warning';
  readonly expected: string;
}

function verdictOf({ kind, number }: SafetyResource, country: string): Verdict | null {
  const region = util.getSupportedRegions().find((known) => known === country);
  if (region === undefined) return null;
  const digits = number.replaceAll(' ', '');
  const isEmergency = short.isEmergencyNumber(digits, region);
  if (kind === 'emergency') return isEmergency ? null : { severity: 'error', expected: `an emergency number of ${country}` };
  return isEmergency || isNumberOf(digits, region)
    ? null
    : { severity: 'warning', expected: `a number that libphonenumber knows in ${country}` };
}

function isNumberOf(digits: string, region: libphonenumber.RegionCode): boolean {
  try {
    const number = util.parse(digits, region);
    return short.isValidShortNumberForRegion(number, region) || util.isValidNumberForRegion(number, region);
  } catch {
    return false;
  }
}
