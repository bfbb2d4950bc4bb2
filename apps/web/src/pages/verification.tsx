import { type StepName } from '@parlance/log/verify';
import { type JSX } from 'preact';
import { type InterfaceText } from '../interface/interface-text.ts';
import { type FlipPlace, type ReceiptText } from '../interface/receipts/receipt-text.ts';

/** In the order in which they are made. */
const steps: readonly StepName[] = ['receipt', 'delivered', 'promise', 'record', 'leaf', 'log', 'inclusion', 'witnesses', 'deadline'];
const flipPlaces: readonly FlipPlace[] = ['promise', 'record', 'leaf', 'path', 'checkpoint', 'delivered'];

/**
 * Where `/assets/verify.js` shows what it found about the receipt on the page. It finds its places by `data-part` and `data-step`, and has its words from here.
 * Without script it tells what would be checked, and how to check it elsewhere.
 */
export function Verification({ text, policy }: { readonly text: InterfaceText; readonly policy: JSX.Element }): JSX.Element {
  const words = text.receipts;
  return (
    <section class="turn verification" aria-labelledby="verification-heading">
      <h2 id="verification-heading">{words.heading}</h2>
      <div class="small" data-part="without-script">
        <p>{words.needsScript}</p>
        {/* Not `npx parlance`: outside a copy of the source that would fetch a stranger's package of this name. */}
        <pre dir="ltr" tabIndex={0}>
          node apps/cli/bin/parlance.mjs verify receipt.json --policy policy.txt
        </pre>
      </div>
      <div class="found" data-part="with-script" hidden>
        <Verdict words={words} />
        <p class="small" data-part="waiting" hidden>
          {words.waiting}
        </p>
        <FlipChoice words={words} />
      </div>
      <h3>{words.stepsHeading}</h3>
      <ol
        class="steps"
        data-part="steps"
        data-passed={words.passed}
        data-failed={words.failed}
        data-not-checked={words.notChecked}
        data-none-asked={words.noneAsked}
      >
        {steps.map((step) => (
          <li key={step} data-step={step}>
            <p>
              <strong class="name">{words.steps[step].name}</strong> <span class="state" />
            </p>
            <p class="detail small" lang="en" dir="ltr" />
            <p class="small">
              {words.doesNotProve}: {words.steps[step].not}.
            </p>
          </li>
        ))}
      </ol>
      <details class="keys">
        <summary>{words.keys}</summary>
        <p class="small">{words.keysHint}</p>
        {policy}
      </details>
    </section>
  );
}

function Verdict({ words }: { readonly words: ReceiptText }): JSX.Element {
  return (
    <p
      class="verdict"
      role="status"
      data-part="verdict"
      data-promised={words.verdictPromised}
      data-proved={words.verdictProved}
      data-refused={words.verdictRefused}
      data-text-compared={words.textCompared}
      data-text-not-compared={words.textNotCompared}
      data-watched={words.watched}
      data-unwatched={words.unwatched}
      data-why_text_differs={words.textDiffers}
      data-why_nonce_missing={words.nonceMissing}
      data-none={words.noReceipt}
      data-bad-keys={words.badKeys}
      data-not-secure={words.notSecure}
      data-no-signatures={words.noEd25519}
    />
  );
}

function FlipChoice({ words }: { readonly words: ReceiptText }): JSX.Element {
  return (
    <>
      <fieldset class="flip">
        <legend>{words.flip}</legend>
        <label class="choice">
          <input type="radio" name="flip" value="" checked autocomplete="off" />
          {words.flipNothing}
        </label>
        {flipPlaces.map((place) => (
          <label key={place} class="choice">
            <input type="radio" name="flip" value={place} autocomplete="off" />
            {words.flipPlaces[place]}
          </label>
        ))}
      </fieldset>
      <p class="small" role="status" data-part="flipped" data-words={words.flipped} />
    </>
  );
}
