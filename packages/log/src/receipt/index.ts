export { type ChannelText, commitment, nonceSize } from './commitment.ts';
export { mediationBytes, type MediationContext } from './mediation.ts';
export { type AnswerPromise, formatPromise, groupOf, groupOfHashes, parsePromise, promiseGroup, type PromiseTerms } from './promise.ts';
export { formatReceipt, parseReceipt, type Proved, type Receipt, type ReceiptCode } from './receipt.ts';
export { type AnswerRecord, hashRecord } from './record.ts';
