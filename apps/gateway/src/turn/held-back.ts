import { type Pass } from '@parlance/disclosure';
import { type Screening } from './screening.ts';

/** UTF-16 units that have come and are not told yet, over all channels whose text is told as it comes. Held JSON and the arguments of tools wait by design and do not count. */
export function heldBack({ channels }: Pick<Screening, 'channels'>): number {
  let held = 0;
  for (const { restoration, pass } of channels.values()) held += restoration.held.length + pass.held.length + waiting(pass);
  return held;
}

/** A sentence before which an addition may yet stand. */
function waiting({ ledger }: Pass): number {
  return ledger.placing?.pieces.reduce((units, piece) => units + (piece.kind === 'text' ? piece.text.length : 0), 0) ?? 0;
}
