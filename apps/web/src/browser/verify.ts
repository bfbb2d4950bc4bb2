import { type FlipPlace } from '../interface/receipts/receipt-text.ts';
import { awaitProof, isProved } from './await-proof.ts';
import { carriedEvidence } from './carried-evidence.ts';
import { check } from './check.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { flip } from './flip.ts';
import { fill, partOf, setText, show, textOf } from './page-parts.ts';
import { showVerification } from './show-verification.ts';

// Checks the receipt on the page, again whenever something in it changes. All words come from the server; all requests are those of `awaitProof`.

const choices = (): readonly HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input[name="flip"]')];
let latest = 0;

async function verify(): Promise<void> {
  const turn = ++latest;
  const held = readEvidence(textOf('receipt'), textOf('nonce'), textOf('delivered'));
  const result = await check(flipped(held), textOf('policy'));
  // Somebody may have typed on while this was being checked.
  if (turn === latest) showVerification(result);
}

/** The evidence with the change that the reader chose; choices that this receipt has no place for are closed. */
function flipped(held: Evidence): Evidence {
  let evidence = held;
  setText('flipped', '');
  for (const choice of choices()) {
    const change = choice.value === '' ? null : flip(placeOf(choice.value), held);
    choice.disabled = choice.value !== '' && change === null;
    if (choice.disabled && choice.checked) flipNothing();
    if (!choice.checked || change === null) continue;
    evidence = change.evidence;
    setText('flipped', fill(partOf('flipped')?.dataset['words'] ?? '', { before: change.before, after: change.after }));
  }
  return evidence;
}

function flipNothing(): void {
  const nothing = choices().find(({ value }) => value === '');
  if (nothing !== undefined) nothing.checked = true;
}

function placeOf(value: string): FlipPlace {
  return value === 'record' || value === 'leaf' || value === 'path' || value === 'checkpoint' || value === 'delivered' ? value : 'promise';
}

async function lookForProof(): Promise<void> {
  const address = partOf('address')?.getAttribute('href') ?? null;
  if (address === null || isProved(textOf('receipt'))) return;
  show('waiting', true);
  const before = textOf('receipt');
  const receipt = await awaitProof(address);
  show('waiting', false);
  // Not over what somebody has pasted meanwhile.
  if (receipt === null || textOf('receipt') !== before) return;
  setText('receipt', receipt);
  await verify();
}

show('without-script', false);
show('with-script', true);
document.addEventListener('input', () => void verify());
const carried = carriedEvidence(new URLSearchParams(location.search).get('id'));
if (carried !== null) {
  setText('nonce', carried.nonce);
  setText('delivered', carried.delivered);
}
await verify();
await lookForProof();
