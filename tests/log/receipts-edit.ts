import { type BatchFacts, type StoredReceipt } from '../../apps/gateway/src/record/receipt-files.ts';
import { home, textIn } from './folder-on-disk.ts';
import { type FolderFiles } from './recorded-folder.ts';

type Mutable<Value> = {
  -readonly [Key in keyof Value]: Value[Key] extends readonly (infer Item)[] ? Mutable<Item>[] : Mutable<Value[Key]>;
};
export type DraftFacts = Mutable<BatchFacts>;
export type DraftReceipt = Mutable<StoredReceipt>;

export interface ReceiptsDraft {
  facts: DraftFacts;
  receipts: DraftReceipt[];
}

export function receiptsFiles(files: FolderFiles): readonly string[] {
  return [...files.keys()].filter((path) => path.startsWith(`${home}/receipts/`)).sort();
}

export function readReceiptsFile(files: FolderFiles, path: string): ReceiptsDraft {
  const [facts, ...receipts] = textIn(files, path).split('\n');
  return { facts: JSON.parse(facts ?? '') as DraftFacts, receipts: receipts.map((line) => JSON.parse(line) as DraftReceipt) };
}

export function receiptsEntry({ facts, receipts }: ReceiptsDraft): readonly [string, Uint8Array] {
  const path = `${home}/receipts/${facts.from.padStart(20, '0')}.receipts`;
  return [path, new TextEncoder().encode([facts, ...receipts].map((line) => JSON.stringify(line)).join('\n'))];
}

/** The folder with the receipts of one batch changed; the tree stays as it is. */
export function editReceipts(files: FolderFiles, batch: number, change: (draft: ReceiptsDraft) => void): FolderFiles {
  const path = receiptsFiles(files)[batch] ?? '';
  const draft = readReceiptsFile(files, path);
  change(draft);
  return new Map([...[...files].filter(([each]) => each !== path), receiptsEntry(draft)]);
}
