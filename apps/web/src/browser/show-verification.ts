import { type Step, type Verdict, type Verification } from '@parlance/log/verify';
import { type Hindrance } from './check.ts';
import { fill, partOf } from './page-parts.ts';

/** Writes a verdict and its steps into the list that the server made. */
export function showVerification(result: Verification | Hindrance): void {
  const steps = 'steps' in result ? result.steps : [];
  for (const item of document.querySelectorAll<HTMLElement>('[data-step]')) {
    const made = steps.find(({ step }) => step === item.dataset['step']);
    showStep(item, outcomeOf(made, 'verdict' in result ? result.verdict : null), made);
  }
  const verdict = partOf('verdict');
  if (verdict === null) return;
  const words = 'verdict' in result ? verdictWords(verdict, result) : hindranceWords(verdict, result);
  // A screen reader says it again only when it is another one.
  if (verdict.textContent !== words) verdict.textContent = words;
  verdict.dataset['kind'] = 'verdict' in result ? result.verdict.kind : result.kind;
}

function showStep(item: HTMLElement, outcome: Outcome, step: Step | undefined): void {
  item.dataset['outcome'] = outcome;
  const [state, detail] = [item.querySelector('.state'), item.querySelector('.detail')];
  if (state !== null) state.textContent = partOf('steps')?.dataset[outcome] ?? '';
  if (detail !== null) detail.textContent = step?.detail ?? '';
}

type Outcome = 'passed' | 'failed' | 'notChecked' | 'noneAsked';

/** That no witness was asked for holds of any log: it is nothing that was seen. */
function outcomeOf(step: Step | undefined, verdict: Verdict | null): Outcome {
  if (step === undefined) return 'notChecked';
  if (step.step === 'witnesses' && verdict?.kind === 'proved' && verdict.witnesses === 0) return 'noneAsked';
  return step.ok ? 'passed' : 'failed';
}

/** What was found in plain words, sentence by sentence: each says what was checked and no more. */
function verdictWords({ dataset }: HTMLElement, { verdict, steps }: Verification): string {
  const isCompared = steps.some(({ step, ok }) => step === 'delivered' && ok);
  const text = dataset[isCompared ? 'textCompared' : 'textNotCompared'] ?? '';
  switch (verdict.kind) {
    case 'promised':
      return `${fill(dataset['promised'] ?? '', { until: dateOf(verdict.until) })} ${text}`;
    case 'proved': {
      const { log, position, witnesses } = verdict;
      const inLog = fill(dataset['proved'] ?? '', { log, position: String(position) });
      const watched = witnesses === 0 ? dataset['unwatched'] : fill(dataset['watched'] ?? '', { witnesses: String(witnesses) });
      return `${inLog} ${text} ${watched ?? ''}`;
    }
    case 'refused':
      return refusalWords(dataset, verdict);
  }
}

/** What somebody can mend themselves is said in words; anything else by its step and code. */
function refusalWords(dataset: DOMStringMap, { step, detail }: Extract<Verdict, { readonly kind: 'refused' }>): string {
  const name = document.querySelector(`[data-step="${step}"] .name`)?.textContent ?? step;
  return dataset[`why_${detail}`] ?? fill(dataset['refused'] ?? '', { step: name, detail });
}

function hindranceWords({ dataset }: HTMLElement, hindrance: Hindrance): string {
  return fill(dataset[hindrance.kind] ?? '', hindrance.kind === 'badKeys' ? { detail: hindrance.detail } : {});
}

function dateOf(seconds: bigint): string {
  const form = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(document.documentElement.lang, form).format(new Date(Number(seconds) * 1000));
}
