import { type Issue } from '@parlance/core';
import { type LogIssueCode } from '../check/log-issue.ts';

/** Everything that an audit can find wrong, beside what `check/log-issue.ts` has for the files of the tree. */
export type AuditFaultCode = LogIssueCode | KeyFault | LeafFault | RuleFault | TallyFault | ReceiptFault | JournalFault | IntentFault;

type KeyFault =
  /** No log of the policy has the origin of this one. */
  | 'policy_without_log'
  /** The policy names another key than the one that the operator signs with. */
  | 'policy_key_differs'
  | 'quorum_not_met';

type LeafFault =
  | 'leaf_malformed'
  | 'leaf_not_canonical'
  | 'leaf_twice'
  /** Between the changed answers of a batch and their tally stands something else. */
  | 'leaf_out_of_place'
  | 'amend_unknown'
  /** It names its own log as another, where nobody would look for the rule. */
  | 'amend_own_log'
  /** The leaf that it names in another log is not that of the rule. */
  | 'amend_rule_differs'
  /** Two leaves tell of one decision: it counts once. */
  | 'decision_twice'
  /** The file of what is in force names a rule or release that is not in the log. */
  | 'in_force_not_public';

type RuleFault =
  /** Applied, and not public before. */
  | 'rule_missing'
  | 'rule_cause_differs'
  | 'rule_basis_differs'
  | 'rule_type_differs'
  | 'rule_pack_differs'
  | 'rule_not_in_force'
  | 'release_missing';

type TallyFault =
  | 'mediation_missing'
  | 'mediation_excess'
  | 'tally_missing'
  | 'tally_answers'
  | 'tally_changed'
  | 'tally_omissions'
  | 'tally_additions'
  | 'tally_endings'
  | 'tally_root'
  | 'period_back'
  | 'period_differs'
  /** A value that fewer than ten answers of the batch share stands in a leaf. */
  | 'coarse_period'
  | 'coarse_language'
  | 'coarse_sector'
  | 'coarse_size';

type ReceiptFault =
  | 'receipts_missing'
  | 'receipts_malformed'
  | 'receipts_gap'
  | 'receipts_overlap'
  | 'receipts_without_tally'
  | 'receipts_tally_differs'
  | 'receipt_position'
  | 'receipt_kind'
  | 'receipt_path'
  | 'record_twice'
  /** A leaf tells the public something else than the record tells the reader. */
  | 'leaf_differs'
  | 'leaf_claimed_twice'
  | 'leaf_unclaimed'
  | 'promise_signature'
  | 'promise_log'
  | 'promise_root'
  /** Kept, after its deadline. */
  | 'promise_late';

type JournalFault =
  | 'journal_corrupt'
  | 'journal_foreign'
  | 'journal_gap'
  | 'journal_rolled_back'
  | 'cursor_differs'
  | 'entry_malformed'
  | 'answer_unpromised'
  | 'answer_not_in_batch'
  | 'record_differs'
  | 'context_differs'
  | 'receipt_not_in_journal'
  /** Past its deadline, and the answer is not in the log. */
  | 'promise_broken';

type IntentFault =
  /** Open, and forgotten by the batch: it would never be settled. */
  'intent_lost' | 'intent_unsettled' | 'intent_missing' | 'intent_differs';

/** `path` is a file, `leaf 17`, `tally 17`, `receipt 9.chatcmpl-1` or `journal 9`; nothing in it is a text that people wrote. */
export interface AuditFault extends Issue {
  readonly code: AuditFaultCode;
}

export type ReportFault = (fault: AuditFault) => void;
