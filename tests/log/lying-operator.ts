import { canonicalJson, type JsonValue } from '@parlance/core';
import { decodeEntryBundle } from '@parlance/log';
import { createLogWriter } from '@parlance/log/node';
import { diskWith, home, origin, signerIn } from './folder-on-disk.ts';
import { readReceiptsFile, receiptsEntry, receiptsFiles, type ReceiptsDraft } from './receipts-edit.ts';
import { beginning, type FolderFiles } from './recorded-folder.ts';
import { withoutFiles } from './seeded-fault.ts';

/** A leaf of any kind, to be changed at will. */
export type DraftLeaf = Record<string, JsonValue>;

/** Leaves that are added in one piece; bytes where a leaf is to be no leaf. */
export interface DraftBatch {
  leaves: (DraftLeaf | Uint8Array)[];
  readonly cursor: bigint | null;
  readonly receipts: ReceiptsDraft | null;
}

/** The log as its operator could have written it instead: same key, other leaves, all signed. Positions in the receipts follow. */
export async function lie(files: FolderFiles, change: (batches: DraftBatch[]) => void): Promise<FolderFiles> {
  const batches = readBatches(files);
  change(batches);
  const rest = withoutFiles(files, [`${home}/tree/`, `${home}/receipts/`]);
  const disk = await diskWith(rest);
  const place = { files: disk.files, folder: `${home}/tree`, origin, signer: await signerIn(files) };
  const writer = await createLogWriter({ ...place, now: () => beginning, takeOver: 'always' });
  const receipts: (readonly [string, Uint8Array])[] = [];
  for (const batch of batches) {
    const first = writer.size();
    await writer.add(batch.leaves.map(bytesOf), batch.cursor === null ? {} : { cursor: batch.cursor });
    const tally = batch.leaves.at(-1);
    if (batch.receipts === null || tally === undefined || tally instanceof Uint8Array) continue;
    Object.assign(batch.receipts.facts, { firstLeaf: String(first), tallyLeaf: String(writer.size() - 1n), tally });
    receipts.push(receiptsEntry(batch.receipts));
  }
  await writer.close();
  return new Map([...disk.everything(), ...receipts]);
}

/** The same, and only what is public is left. */
export async function lieInPublic(files: FolderFiles, change: (batches: DraftBatch[]) => void): Promise<FolderFiles> {
  return withoutFiles(await lie(files, change), [`${home}/receipts/`, `${home}/journal/`, `${home}/in-force`]);
}

function bytesOf(leaf: DraftLeaf | Uint8Array): Uint8Array {
  return leaf instanceof Uint8Array ? leaf : new TextEncoder().encode(canonicalJson(leaf));
}

function readBatches(files: FolderFiles): DraftBatch[] {
  const entries = [...files].filter(([path]) => path.startsWith(`${home}/tree/tile/entries/`)).map(([, bytes]) => decodeEntryBundle(bytes));
  const widest = entries.reduce((wide, each) => (each.length > wide.length ? each : wide));
  const leaves = widest.map((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as DraftLeaf);
  const batches: DraftBatch[] = [];
  let at = 0;
  for (const path of receiptsFiles(files)) {
    const receipts = readReceiptsFile(files, path);
    const [first, tally] = [Number(receipts.facts.firstLeaf), Number(receipts.facts.tallyLeaf)];
    if (first > at) batches.push({ leaves: leaves.slice(at, first), cursor: null, receipts: null });
    batches.push({ leaves: leaves.slice(first, tally + 1), cursor: BigInt(receipts.facts.to), receipts });
    at = tally + 1;
  }
  return batches;
}
