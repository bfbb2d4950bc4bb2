/** The checks of a receipt, in order. Each leans on those before it. */
export type StepName = 'receipt' | 'delivered' | 'promise' | 'record' | 'leaf' | 'log' | 'inclusion' | 'witnesses' | 'deadline';

export interface Step {
  readonly step: StepName;
  readonly ok: boolean;
  /** What was found: a fact, or the code of what is wrong. Never a text of the conversation. */
  readonly detail: string;
  /** What a reader might think that this shows, and it does not. */
  readonly doesNotProve: string;
}

export const doesNotProve: Readonly<Record<StepName, string>> = {
  receipt: 'that anything in it is true',
  delivered: 'who was shown this text, nor that the model wrote it',
  promise: 'that the record is in the log already, nor that it is complete',
  record: 'that the record tells what really happened to the answer',
  leaf: 'that the log has this leaf; the next steps do',
  log: 'that everybody is shown the same log; the witnesses do',
  inclusion: 'that what the leaf says is true, only that it can no longer be changed or denied',
  witnesses: 'that the witnesses are independent of the operator; who they are is for you to judge',
  deadline: 'that the record will be in the log in time; ask again after the deadline',
};
