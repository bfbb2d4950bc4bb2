import { checkPack, type PackIssue } from '@parlance/pack';
import { type Country } from '../country/country.ts';

const path = 'restrictions/try.yaml';

/** Checks a rule as part of the pack in force, by the very check that decides what loads; returns the issues of the rule alone. */
export function checkRule(country: Country, yaml: string, today: string): { readonly ok: boolean; readonly issues: readonly PackIssue[] } {
  const files = new Map(country.files);
  // The editor starts from a rule of the pack: the tried one takes the place of any with the same id, so that it does not count as a second one.
  for (const [name, bytes] of country.files)
    if (name.startsWith('restrictions/') && idOf(new TextDecoder().decode(bytes)) === idOf(yaml)) files.delete(name);
  files.set(path, new TextEncoder().encode(yaml));
  const { issues, pack } = checkPack(files, { today });
  const own = issues.filter(({ file, severity }) => file === path && severity === 'error');
  return { ok: own.length === 0 && pack !== null, issues: own.length === 0 && pack === null ? issues : own };
}

function idOf(yaml: string): string | null {
  return /^id: *(\S+)/m.exec(yaml)?.[1] ?? null;
}
