import { type RuleState } from '@parlance/web';

interface Dated {
  readonly inForce: string;
  /** Absent where nobody has to review. */
  readonly reviewBy?: string;
}

/** Whether a rule acts on a day (`YYYY-MM-DD`): from the day on which it takes force to the day by which it has to be reviewed, both included. */
export function ruleState({ inForce, reviewBy }: Dated, day: string): RuleState {
  if (day < inForce) return 'pending';
  return reviewBy !== undefined && day > reviewBy ? 'expired' : 'active';
}

export function isActive(rule: Dated, day: string): boolean {
  return ruleState(rule, day) === 'active';
}
