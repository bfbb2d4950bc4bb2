import { type DriftFacts } from '@parlance/web';

/** What the operator is told of a finding: nothing that the page does not tell. */
export interface DriftAlertLine {
  readonly event: 'drift_alert';
  readonly month: string;
  readonly rule: string;
  readonly kind: string;
  /** Null: over all languages. */
  readonly language: string | null;
  readonly finding: 'rose' | 'fell' | 'more' | 'less';
  readonly ratio: number | null;
  readonly q: number | null;
}

/** Findings of a month in their order. */
export function alertsOf({ month, rules, languages, between }: DriftFacts): readonly DriftAlertLine[] {
  if (month === null) return [];
  return [...rules, ...languages, ...between].flatMap(({ rule, kind, language, verdict, ratio, q }) =>
    verdict === 'rose' || verdict === 'fell' || verdict === 'more' || verdict === 'less'
      ? [{ event: 'drift_alert' as const, month, rule, kind, language, finding: verdict, ratio, q }]
      : [],
  );
}

/** Gives of each look the findings that no look before had. */
export function driftWatch(): (facts: DriftFacts) => readonly DriftAlertLine[] {
  let [month, told]: [string | null, Set<string>] = [null, new Set()];
  return (facts) => {
    if (facts.month !== month) [month, told] = [facts.month, new Set()];
    const fresh = alertsOf(facts).filter((alert) => !told.has(nameOf(alert)));
    for (const alert of fresh) told.add(nameOf(alert));
    return fresh;
  };
}

function nameOf({ rule, kind, language, finding }: DriftAlertLine): string {
  return `${finding} ${kind} ${rule} ${language ?? ''}`;
}
