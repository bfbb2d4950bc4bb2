import { type Step, type Verdict, type Verification } from '@parlance/log/verify';
import { type Hindrance } from './check.ts';
import { fill, partOf } from './page-parts.ts';

/** Writes a verdict and its steps into the list that the server made. */
export function showVerification(result: Verification | Hindrance): void {
  const steps = 'steps' in result ? result.steps : [];
  for (const item of document.querySelectorAll<HTMLElement>('[data-step]')) {
    showStep(
      item,
      steps.find(({ step }) => step === item.dataset['step']),
    );
  }
  const verdict = partOf('verdict');
  if (verdict === null) return;
  const words = 'verdict' in result ? verdictWords(verdict, result.verdict) : hindranceWords(verdict, result);
  // A screen reader says it again only when it is another one.
  if (verdict.textContent !== words) verdict.textContent = words;
  verdict.dataset['kind'] = 'verdict' in result ? result.verdict.kind : result.kind;
}

function showStep(item: HTMLElement, step: Step | undefined): void {
  const outcome = step === undefined ? 'notChecked' : step.ok ? 'passed' : 'failed';
  item.dataset['outcome'] = outcome;
  const [state, detail] = [item.querySelector('.state'), item.querySelector('.detail')];
  if (state !== null) state.textContent = partOf('steps')?.dataset[outcome] ?? '';
  if (detail !== null) detail.textContent = step?.detail ?? '';
}

function verdictWords({ dataset }: HTMLElement, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'promised':
      return fill(dataset['promised'] ?? '', { until: dateOf(verdict.until) });
    case 'proved': {
      const { log, position, witnesses } = verdict;
      return fill(dataset['proved'] ?? '', { log, position: String(position), witnesses: String(witnesses) });
    }
    case 'refused': {
      const name = document.querySelector(`[data-step="${verdict.step}"] .name`)?.textContent ?? verdict.step;
      return fill(dataset['refused'] ?? '', { step: name, detail: verdict.detail });
    }
  }
}

function hindranceWords({ dataset }: HTMLElement, hindrance: Hindrance): string {
  return fill(dataset[hindrance.kind] ?? '', hindrance.kind === 'badKeys' ? { detail: hindrance.detail } : {});
}

function dateOf(seconds: bigint): string {
  const form = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(document.documentElement.lang, form).format(new Date(Number(seconds) * 1000));
}
