import { type Pack } from '@parlance/pack';
import { type Judge } from '../judging/judge.ts';

/** Rules whose written policy nobody judges by; empty when a safeguard is configured. */
export function unjudgedRules({ restrictions }: Pick<Pack, 'restrictions'>, judge: Pick<Judge, 'jurisdiction'> | null): readonly string[] {
  return judge === null ? restrictions.filter(({ classifier }) => classifier !== undefined).map(({ id }) => id) : [];
}

export function unjudgedWarnings(pack: Pick<Pack, 'restrictions'>, judge: Pick<Judge, 'jurisdiction'> | null): readonly string[] {
  const rules = unjudgedRules(pack, judge);
  if (rules.length === 0) return [];
  return [
    `${rules.length} rule(s) of the pack ask for a judgement by a safeguard model, and PARLANCE_CLASSIFIER is unset: their on_failure is done with each sentence (${rules.join(', ')})`,
  ];
}
