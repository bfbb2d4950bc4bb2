import { type ReceiptObject } from '@parlance/wire';
import { type ComponentChildren, type JSX } from 'preact';
import { minuteDate } from '../dates.ts';
import { type InterfaceText } from '../interface/interface-text.ts';
import { pageAddress } from '../page-address.ts';

type Promised = Extract<ReceiptObject, { status: 'promised' }>;

interface ReceiptProperties {
  readonly text: InterfaceText;
  readonly receipt: Promised;
  /** JSON of what was delivered. */
  readonly delivered: string;
}

/** That the answer was recorded, and until when the log will have it. */
export function Receipt({ text, receipt, delivered }: ReceiptProperties): JSX.Element {
  const words = text.receipts;
  return (
    <div class="receipt">
      <p>
        {words.promised(minuteDate(receipt.deadline, text.language))}{' '}
        <a href={receiptAddress(receipt.id)} data-part="address">
          {words.file}
        </a>{' '}
        <a href={pageAddress('/verify', text.language, { id: receipt.id })}>{words.check}</a>
      </p>
      <Evidence text={text} receipt={receipt} delivered={delivered} />
    </div>
  );
}

/** Stands in no fold: who reads such an answer has to know. */
export function NotRecorded({ text }: { readonly text: InterfaceText }): JSX.Element {
  return <p class="receipt small">{text.receipts.notRecorded}</p>;
}

/**
 * The promise itself stands in the page, not only its address: a page that was saved still holds the operator's signed word when the operator no longer does.
 */
function Evidence({ text, receipt, delivered }: ReceiptProperties): JSX.Element {
  const { record, promise } = receipt;
  const words = text.receipts;
  return (
    <details class="evidence">
      <summary>{words.keep}</summary>
      <p class="small">{words.nonceHint}</p>
      <dl>
        <Exact name={words.nonce}>
          <code data-part="nonce">{receipt.nonce}</code>
        </Exact>
        <Exact name={words.exactText}>
          <code data-part="delivered">{delivered}</code>
        </Exact>
        <Exact name={words.receipt}>
          <code data-part="receipt">{JSON.stringify({ v: 1, record, promise, proved: null })}</code>
        </Exact>
      </dl>
    </details>
  );
}

/** A value that is shown to the letter. */
export function Exact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="ltr" tabIndex={0}>
        {children}
      </dd>
    </div>
  );
}

/** Where the receipt is told again, with the proof once there is one. */
export function receiptAddress(id: string): string {
  return `/v1/parlance/receipts/${encodeURIComponent(id.toWellFormed())}`;
}
