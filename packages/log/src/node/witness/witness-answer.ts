import { cosign } from '../../cosignature/index.ts';
import { formatSignatureLine, type Signer, type VerifierKey } from '../../note/index.ts';
import {
  type AddCheckpointOutcome,
  conflictContentType,
  formatConflict,
  judgeAddCheckpoint,
  type WitnessedLog,
  type WitnessState,
} from '../../witness/index.ts';
import { type WitnessStore } from './witness-store.ts';

export interface Witness {
  /** A key of type `cosignature/v1`; its name is that of the witness. */
  readonly signer: Signer;
  /** Whose checkpoints it cosigns. "The key name MUST be the log's origin"; a log may have several keys. */
  readonly logs: readonly VerifierKey[];
  readonly store: WitnessStore;
  readonly now: () => Date;
}

export interface WitnessAnswer {
  /** HTTP status. */
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** The log that signed two roots for one size, which is proof against it; null otherwise. A proof that fails proves nothing: anybody may send one. */
  readonly forked: { readonly origin: string; readonly size: bigint } | null;
}

export const plainText = 'text/plain; charset=utf-8';

/** What `POST <prefix>/add-checkpoint` answers. Nothing is cosigned that is not on the disk. Throws what the store throws. */
export async function answerAddCheckpoint(witness: Witness, body: string): Promise<WitnessAnswer> {
  const known = stateOf(witness);
  const outcome = await judgeAddCheckpoint(known, body);
  if (outcome.status !== 200) return refusalOf(outcome, body);
  const { origin, tree, text } = outcome;
  const { signer, store, now } = witness;
  const from = known.get(origin) ?? store.tree(origin);
  const cosignature = await store.advance({ origin, from, to: tree }, () => cosign(text, signer, secondsOf(now())));
  // Another request was quicker. A tree only grows, so the second judgement finds another size and refuses.
  if (cosignature === null) return answerAddCheckpoint(witness, body);
  return { status: 200, contentType: plainText, body: formatSignatureLine(cosignature), forked: null };
}

/** The keys of each log, under its origin. */
export function stateOf({ logs, store }: Pick<Witness, 'logs' | 'store'>): WitnessState {
  const state = new Map<string, WitnessedLog>();
  for (const key of logs) {
    const keys = state.get(key.name)?.keys ?? [];
    state.set(key.name, { ...store.tree(key.name), keys: [...keys, key] });
  }
  return state;
}

function refusalOf(outcome: Exclude<AddCheckpointOutcome, { readonly status: 200 }>, body: string): WitnessAnswer {
  const { status, code } = outcome;
  if (status !== 409) return { status, contentType: plainText, body: `${code}\n`, forked: null };
  const { size } = outcome;
  const forked = code === 'root_differs' ? { origin: originIn(body), size } : null;
  return { status, contentType: conflictContentType, body: formatConflict(size), forked };
}

/** Of a request whose signature was found good: the first line of its checkpoint is the origin of a known log. */
function originIn(body: string): string {
  return body.slice(body.indexOf('\n\n') + 2).split('\n', 1)[0] ?? '';
}

function secondsOf(time: Date): bigint {
  return BigInt(Math.floor(time.getTime() / 1000));
}
