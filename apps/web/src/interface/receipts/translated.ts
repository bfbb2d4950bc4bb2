import { type InterfaceId } from '@parlance/charter';
import { type StepName } from '@parlance/log/verify';
import { type ReceiptText } from './receipt-text.ts';

type Say = (id: InterfaceId, otherwise: string, slots?: Readonly<Record<string, string>>) => string;

/** Slots that the page's script fills in later are filled with themselves. */
export function translatedReceipts(base: ReceiptText, say: Say): ReceiptText {
  return {
    promised: (until) => say('receipts.promised', base.promised(until), { until }),
    notRecorded: say('receipts.not-recorded', base.notRecorded),
    file: say('receipts.file', base.file),
    check: say('receipts.check', base.check),
    keep: say('receipts.keep', base.keep),
    nonce: say('receipts.nonce', base.nonce),
    nonceHint: say('receipts.nonce-hint', base.nonceHint),
    exactText: say('receipts.exact-text', base.exactText),
    receipt: say('receipts.receipt', base.receipt),
    verifyTitle: say('receipts.verify-title', base.verifyTitle),
    verifyLead: say('receipts.verify-lead', base.verifyLead),
    heading: say('receipts.heading', base.heading),
    needsScript: say('receipts.needs-script', base.needsScript),
    noReceipt: say('receipts.no-receipt', base.noReceipt),
    unknownId: say('receipts.unknown-id', base.unknownId),
    receiptHint: say('receipts.receipt-hint', base.receiptHint),
    optional: say('receipts.optional', base.optional),
    textLabel: say('receipts.text-label', base.textLabel),
    textHint: say('receipts.text-hint', base.textHint),
    keys: say('receipts.keys', base.keys),
    keysHint: say('receipts.keys-hint', base.keysHint),
    waiting: say('receipts.waiting', base.waiting),
    verdictPromised: say('receipts.verdict-promised', base.verdictPromised, { until: '{until}' }),
    verdictProved: say('receipts.verdict-proved', base.verdictProved, { position: '{position}', log: '{log}' }),
    verdictRefused: say('receipts.verdict-refused', base.verdictRefused, { step: '{step}', detail: '{detail}' }),
    badKeys: say('receipts.bad-keys', base.badKeys, { detail: '{detail}' }),
    noEd25519: say('receipts.no-ed25519', base.noEd25519),
    notSecure: say('receipts.not-secure', base.notSecure),
    flip: say('receipts.flip', base.flip),
    flipNothing: say('receipts.flip-nothing', base.flipNothing),
    flipPlaces: {
      promise: say('receipts.flip-places.promise', base.flipPlaces.promise),
      record: say('receipts.flip-places.record', base.flipPlaces.record),
      leaf: say('receipts.flip-places.leaf', base.flipPlaces.leaf),
      path: say('receipts.flip-places.path', base.flipPlaces.path),
      checkpoint: say('receipts.flip-places.checkpoint', base.flipPlaces.checkpoint),
      delivered: say('receipts.flip-places.delivered', base.flipPlaces.delivered),
    },
    flipped: say('receipts.flipped', base.flipped, { before: '{before}', after: '{after}' }),
    stepsHeading: say('receipts.steps-heading', base.stepsHeading),
    passed: say('receipts.passed', base.passed),
    failed: say('receipts.failed', base.failed),
    notChecked: say('receipts.not-checked', base.notChecked),
    doesNotProve: say('receipts.does-not-prove', base.doesNotProve),
    steps: translatedSteps(base.steps, say),
    textCompared: say('receipts.text-compared', base.textCompared),
    textNotCompared: say('receipts.text-not-compared', base.textNotCompared),
    watched: say('receipts.watched', base.watched, { witnesses: '{witnesses}' }),
    unwatched: say('receipts.unwatched', base.unwatched),
    textDiffers: say('receipts.text-differs', base.textDiffers),
    nonceMissing: say('receipts.nonce-missing', base.nonceMissing),
    noneAsked: say('receipts.none-asked', base.noneAsked),
  };
}

function translatedSteps(base: ReceiptText['steps'], say: Say): ReceiptText['steps'] {
  const step = (name: StepName) => ({
    name: say(`receipts.steps.${name}.name`, base[name].name),
    not: say(`receipts.steps.${name}.not`, base[name].not),
  });
  return {
    receipt: step('receipt'),
    delivered: step('delivered'),
    promise: step('promise'),
    record: step('record'),
    leaf: step('leaf'),
    log: step('log'),
    inclusion: step('inclusion'),
    witnesses: step('witnesses'),
    deadline: step('deadline'),
  };
}
