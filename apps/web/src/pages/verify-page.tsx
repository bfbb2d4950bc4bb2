import { type JSX } from 'preact';
import { receiptAddress } from '../answer/receipt.tsx';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type VerifyContext } from '../page-context.ts';
import { renderPage } from './page.tsx';
import { Verification } from './verification.tsx';

/** `GET /verify`: a receipt that was pasted, or that the address names, is verified in the page. Nothing on it is sent anywhere: there is no form. */
export function verifyPage(context: VerifyContext): string {
  const text = context.interfaceText;
  const words = text.receipts;
  const { id } = context;
  const policy = (
    <textarea class="code" rows={4} dir="ltr" spellcheck={false} aria-label={words.keys} data-part="policy" defaultValue={context.policy} />
  );
  const children = (
    <div class="wide">
      <h1>{words.verifyTitle}</h1>
      <p class="lead">{words.verifyLead}</p>
      <div class="pair">
        <Fields context={context} text={text} />
        <Verification text={text} policy={policy} />
      </div>
    </div>
  );
  return renderPage({
    context,
    title: words.verifyTitle,
    path: '/verify',
    query: id === '' ? {} : { id },
    script: '/assets/verify.js',
    children,
  });
}

function Fields({ context, text }: { readonly context: VerifyContext; readonly text: InterfaceText }): JSX.Element {
  const words = text.receipts;
  return (
    <div class="card fields">
      {context.receipt === null && context.id !== '' && (
        <p class="verdict refused" role="alert">
          {words.unknownId}
        </p>
      )}
      <label for="receipt">{words.receipt}</label>
      <p class="hint" id="receipt-hint">
        {words.receiptHint}
      </p>
      <textarea
        id="receipt"
        class="code"
        rows={10}
        dir="ltr"
        spellcheck={false}
        aria-describedby="receipt-hint"
        data-part="receipt"
        defaultValue={context.receipt ?? ''}
      />
      {context.receipt !== null && (
        <p class="small">
          <a href={receiptAddress(context.id)} data-part="address">
            {words.file} <bdi>{context.id}</bdi>
          </a>
        </p>
      )}
      <label for="nonce">
        {words.nonce} ({words.optional})
      </label>
      <input id="nonce" type="text" dir="ltr" autocomplete="off" spellcheck={false} data-part="nonce" />
      <label for="delivered">
        {words.textLabel} ({words.optional})
      </label>
      <p class="hint" id="delivered-hint">
        {words.textHint}
      </p>
      <textarea id="delivered" rows={5} dir="auto" spellcheck={false} aria-describedby="delivered-hint" data-part="delivered" />
    </div>
  );
}
