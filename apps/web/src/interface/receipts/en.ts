import { doesNotProve } from '@parlance/log/verify';
import { type ReceiptText } from './receipt-text.ts';

export const enReceipts: ReceiptText = {
  promised: (until) => `Will be in the public log by ${until}.`,
  notRecorded: 'No receipt: this answer could not be recorded, so it holds nothing but safety information.',
  file: 'Receipt',
  check: 'Check it',
  keep: 'Keep these to prove this answer later',
  nonce: 'Nonce',
  nonceHint: 'Keep the nonce to yourself: whoever has it can test what you were told, and without it nobody can.',
  exactText: 'The text exactly as it was delivered',
  receipt: 'The receipt',

  verifyTitle: 'Check a receipt',
  verifyLead:
    'A receipt shows that an answer was recorded, and that the record can no longer be changed in secret. Your own browser checks it; nothing that you paste here leaves this page.',
  heading: 'The receipt, checked in this page',
  needsScript:
    'Your browser has to check the receipt itself: if this server did it, you would only have its word. Where no script runs, save the receipt and the keys and run this on your own machine, in a copy of the source of Parlance:',
  noReceipt: 'There is no receipt to check yet.',
  unknownId: 'No answer here has a receipt of this id. You can still paste a receipt.',
  receiptHint: 'JSON, as it came with the answer or from the link under it.',
  optional: 'optional',
  textLabel: 'Text that you were shown',
  textHint:
    'Exactly as delivered; only line ends and spaces at its ends may differ. It is held against the record with the nonce. “Check it” brings both along where scripts run; else copy them from under the answer.',
  keys: 'Keys that this check trusts',
  keysHint:
    'They came from this server. For a check that leans on nobody here, compare them with the keys of the log that were published elsewhere.',

  waiting: 'The log closes every ten seconds; this page looks for the proof.',
  verdictPromised: 'Promised until {until}. The proof is not there yet; a promise past its date is evidence against the operator.',
  verdictProved: 'The record of this answer is in the log: entry {position} of {log}.',
  verdictRefused: 'Refused at the step “{step}”: {detail}',
  badKeys: 'The keys cannot be read: {detail}',
  noEd25519:
    'This browser has no Ed25519 signatures, so it can say nothing about this receipt, good or bad. Take a newer browser, or run parlance verify.',
  notSecure: 'Browsers verify signatures only on pages that came by https or from this machine. Open this page by https.',

  flip: 'Flip one byte of',
  flipNothing: 'nothing',
  flipPlaces: {
    promise: 'the signature of the promise',
    record: 'the record',
    leaf: 'the leaf',
    path: 'the proof path',
    checkpoint: 'the checkpoint',
    delivered: 'the delivered text',
  },
  flipped: 'Changed for this check only: “{before}” became “{after}”.',

  stepsHeading: 'Step by step',
  passed: 'holds',
  failed: 'fails',
  notChecked: 'not checked',
  doesNotProve: 'Does not prove',
  steps: {
    receipt: { name: 'The receipt can be read', not: doesNotProve.receipt },
    delivered: { name: 'The text is the one that was recorded', not: doesNotProve.delivered },
    promise: { name: 'The operator signed the promise', not: doesNotProve.promise },
    record: { name: 'The record is the one that was promised', not: doesNotProve.record },
    leaf: { name: 'The leaf is made of this record', not: doesNotProve.leaf },
    log: { name: 'The log signed its checkpoint', not: doesNotProve.log },
    inclusion: { name: 'The leaf is in the log', not: doesNotProve.inclusion },
    witnesses: { name: 'As many witnesses as the keys ask for saw the log', not: doesNotProve.witnesses },
    deadline: { name: 'The promise is not overdue', not: doesNotProve.deadline },
  },
  textCompared: 'The text that you gave is the one that was recorded.',
  textNotCompared: 'Your text was not compared.',
  watched: 'Witnesses that cosigned this state of the log: {witnesses}.',
  unwatched: 'Nobody independent watches this log: its operator alone vouches for it.',
  textDiffers:
    'The text that you gave is not the one that was recorded, to the letter. Under the answer, open “Keep these to prove this answer later” and copy all of “The text exactly as it was delivered”: what the page shows is drawn from it and looks different.',
  nonceMissing: 'To compare a text, its nonce is needed too. Both stand under the answer.',
  noneAsked: 'no witness: these keys ask for none',
};
