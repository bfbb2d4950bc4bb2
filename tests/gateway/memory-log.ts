import { type Receipt, type Signer, signerOf } from '@parlance/log';
import { type Gateway } from '../../apps/gateway/src/gateway.ts';
import { receiptId } from '../../apps/gateway/src/record/receipt-id.ts';
import { createRecorder, type Recorder } from '../../apps/gateway/src/record/recorder.ts';

const origin = 'log.example/2026h2';
let signer: Promise<Signer> | null = null;

/** A journal in memory, with real promises, and no tree. */
export function memoryLog(): Gateway['log'] {
  const entries: Uint8Array[] = [];
  const promised = new Map<string, Receipt>();
  let made: Promise<Recorder> | null = null;
  const make = async (): Promise<Recorder> =>
    createRecorder({
      journal: { append: (records) => Promise.resolve(records.map((record) => BigInt(entries.push(record) - 1))) },
      signer: await (signer ??= signerOf({ name: origin, algorithm: 'ed25519', seed: new Uint8Array(32).fill(7) })),
      now: () => new Date('2026-11-21T10:00:00Z'),
      findOpen: () => Promise.resolve([]),
      onPromised: ({ record }, { position, promise }) =>
        promised.set(receiptId(position, record.id), { v: 1, record, promise, proved: null }),
    });
  const recorder = (): Promise<Recorder> => (made ??= make());
  return {
    origin,
    folder: '/nonexistent',
    policy: '',
    published: () => ({ note: '', size: 0n }),
    shards: () => [],
    hasFork: () => false,
    intend: async (intent) => (await recorder()).intend(intent),
    settle: async (answer) => (await recorder()).settle(answer),
    receipt: (id) => Promise.resolve(promised.get(id) ?? null),
  };
}
