import { type StepName } from '@parlance/log/verify';

/** Places of a receipt, or of what came with it, where one byte can be changed to see which step notices. */
export type FlipPlace = 'promise' | 'record' | 'leaf' | 'path' | 'checkpoint' | 'delivered';

/**
 * The words about receipts and their verification. Those with names in braces are filled in by the page's script, which has no words of its own:
 * `{until}`, `{position}`, `{log}`, `{witnesses}`, `{step}`, `{detail}`, `{before}`, `{after}`.
 */
export interface ReceiptText {
  /** The line under each answer. */
  promised(until: string): string;
  readonly notRecorded: string;
  readonly file: string;
  readonly check: string;
  readonly keep: string;
  readonly nonce: string;
  readonly nonceHint: string;
  readonly exactText: string;
  readonly receipt: string;

  readonly verifyTitle: string;
  readonly verifyLead: string;
  readonly heading: string;
  readonly needsScript: string;
  readonly noReceipt: string;
  readonly unknownId: string;
  readonly receiptHint: string;
  readonly optional: string;
  readonly textLabel: string;
  readonly textHint: string;
  readonly keys: string;
  readonly keysHint: string;

  readonly waiting: string;
  readonly verdictPromised: string;
  readonly verdictProved: string;
  readonly verdictRefused: string;
  readonly badKeys: string;
  readonly noEd25519: string;
  readonly notSecure: string;

  readonly flip: string;
  readonly flipNothing: string;
  readonly flipPlaces: Readonly<Record<FlipPlace, string>>;
  readonly flipped: string;

  readonly stepsHeading: string;
  readonly passed: string;
  readonly failed: string;
  readonly notChecked: string;
  readonly doesNotProve: string;
  readonly steps: Readonly<Record<StepName, { readonly name: string; readonly not: string }>>;
  readonly textCompared: string;
  readonly textNotCompared: string;
  readonly watched: string;
  readonly unwatched: string;
  readonly textDiffers: string;
  readonly nonceMissing: string;
  readonly noneAsked: string;
}
