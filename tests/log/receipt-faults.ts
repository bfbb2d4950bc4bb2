import { randomBytes } from 'node:crypto';
import { type AnswerRecord, formatPromise, groupOf, parseNote, parsePromise, type PromiseTerms, signNote } from '@parlance/log';
import { signerIn } from './folder-on-disk.ts';
import { type DraftLeaf, lie } from './lying-operator.ts';
import { type DraftReceipt, editReceipts, receiptsFiles, type ReceiptsDraft } from './receipts-edit.ts';
import { type FolderFiles } from './recorded-folder.ts';
import { changedOnce, type SeededFault, withFile, withText } from './seeded-fault.ts';

function receiptOf({ receipts }: ReceiptsDraft, id: string): DraftReceipt {
  const receipt = receipts.find(({ record }) => record.id === id);
  if (receipt === undefined) throw new Error(`there is no ${id}`);
  return receipt;
}

const rootOf = ({ receipts }: ReceiptsDraft): string =>
  Buffer.from(groupOf(receipts.map(({ record }) => record as AnswerRecord)).root).toString('base64');

/** The promise of one answer signed anew, over other terms. */
async function repromised(files: FolderFiles, id: string, change: Partial<PromiseTerms>): Promise<FolderFiles> {
  const signer = await signerIn(files);
  let noteOf = '';
  editReceipts(files, 0, (draft) => (noteOf = receiptOf(draft, id).promise.note));
  const note = parseNote(noteOf);
  const terms = note.ok ? parsePromise(note.value.text) : note;
  if (!terms.ok) throw new Error(terms.code);
  const signed = await signNote(formatPromise({ ...terms.value, ...change }), [signer]);
  return editReceipts(files, 0, (draft) => (receiptOf(draft, id).promise.note = signed));
}

const receiptsOf = (batch: number, change: (draft: ReceiptsDraft) => void) => (files: FolderFiles) => editReceipts(files, batch, change);

/** The receipts of the first batch and its leaves, changed together. */
function liesWithReceipts(change: (tally: DraftLeaf, draft: ReceiptsDraft, leaves: DraftLeaf[]) => void) {
  return (files: FolderFiles) =>
    lie(files, (batches) => {
      const batch = batches[1]!;
      const leaves = batch.leaves as DraftLeaf[];
      change(leaves.at(-1)!, batch.receipts!, leaves);
    });
}

/** What the receipts tell, who hold every answer against the log. */
export const receiptFaults: readonly SeededFault[] = [
  {
    fault: 'a tally counts an answer that nobody got',
    code: 'tally_answers',
    seed: liesWithReceipts((tally) => {
      tally['answers'] = 19;
      tally['endings'] = { done: 19 };
    }),
  },
  {
    fault: 'the root of a tally is of other records',
    code: 'tally_root',
    seed: liesWithReceipts((tally) => (tally['root'] = randomBytes(32).toString('base64'))),
  },
  {
    fault: 'an omission is hidden: no leaf, and not counted',
    code: 'tally_changed',
    also: ['tally_omissions', 'leaf_differs'],
    seed: liesWithReceipts((tally, draft, leaves) => {
      const { proved } = receiptOf(draft, 'long-0');
      const at = proved.leaf === 'mediation' ? proved.at : -1;
      leaves.splice(at, 1);
      for (const receipt of draft.receipts) if (receipt.proved.leaf === 'mediation' && receipt.proved.at > at) receipt.proved.at -= 1;
      receiptOf(draft, 'long-0').proved = { ...proved, at: 99 } as DraftReceipt['proved'];
      Object.assign(tally, { changed: 12, omissions: Number(tally['omissions']) - 2 });
    }),
  },
  {
    fault: 'a leaf tells the public fewer omissions than the reader was told',
    code: 'leaf_differs',
    also: ['tally_omissions'],
    seed: liesWithReceipts((tally, _draft, leaves) => {
      const [edit] = leaves[0]!['edits'] as { count: number }[];
      edit!.count = 1;
      tally['omissions'] = Number(tally['omissions']) - 1;
    }),
  },
  {
    fault: 'an unchanged answer is left out of its batch, and everything else agrees',
    code: 'answer_not_in_batch',
    also: ['intent_lost'],
    seed: liesWithReceipts((tally, draft) => {
      draft.receipts = draft.receipts.filter(({ record }) => record.id !== 'plain-4');
      const { pathOf } = groupOf(draft.receipts.map(({ record }) => record as AnswerRecord));
      draft.receipts.forEach(({ proved }, index) => {
        if (proved.leaf === 'tally') Object.assign(proved, { index, path: pathOf(index) });
      });
      Object.assign(tally, { answers: 17, endings: { done: 17 }, root: rootOf(draft) });
    }),
  },
  {
    fault: 'the receipts of a batch are gone',
    code: 'receipts_missing',
    seed: (files) => withFile(files, receiptsFiles(files)[1]!, () => null),
  },
  {
    fault: 'a receipt cannot be read',
    code: 'receipts_malformed',
    seed: (files) => withText(files, receiptsFiles(files)[1]!, (text) => text.slice(0, -9)),
  },
  {
    fault: 'a stretch of the journal is in no batch',
    code: 'receipts_gap',
    seed: (files) => {
      const path = receiptsFiles(files)[1]!;
      const moved = editReceipts(files, 1, ({ facts }) => (facts.from = String(Number(facts.from) + 1)));
      return withFile(moved, path, () => null);
    },
  },
  {
    fault: 'two batches cover the same stretch of the journal',
    code: 'receipts_overlap',
    also: ['intent_lost'],
    seed: receiptsOf(0, ({ facts }) => (facts.to = String(Number(facts.to) + 1))),
  },
  {
    fault: 'the receipts of a batch are of a tally that is not there',
    code: 'receipts_without_tally',
    also: ['receipts_missing'],
    seed: receiptsOf(1, ({ facts }) => (facts.tallyLeaf = '9999')),
  },
  {
    fault: 'readers are given another tally than the log has',
    code: 'receipts_tally_differs',
    seed: receiptsOf(0, ({ facts }) => (facts.tally.answers = 99)),
  },
  {
    fault: 'a receipt is gone',
    code: 'tally_answers',
    also: ['tally_root', 'answer_not_in_batch', 'intent_lost'],
    seed: receiptsOf(0, (draft) => (draft.receipts = draft.receipts.filter(({ record }) => record.id !== 'plain-2'))),
  },
  {
    fault: 'a record was changed after it was tallied',
    code: 'record_differs',
    also: ['tally_root', 'promise_root', 'intent_differs'],
    seed: receiptsOf(0, (draft) => (receiptOf(draft, 'plain-2').record.commitments.request = randomBytes(32).toString('base64'))),
  },
  {
    fault: 'two records claim one leaf',
    code: 'leaf_claimed_twice',
    also: ['leaf_unclaimed'],
    seed: receiptsOf(0, (draft) => (receiptOf(draft, 'cut-9').proved = { ...receiptOf(draft, 'cut-0').proved })),
  },
  {
    fault: 'a changed answer is proved by the tally alone',
    code: 'receipt_kind',
    also: ['leaf_unclaimed', 'receipt_path'],
    seed: receiptsOf(0, (draft) => (receiptOf(draft, 'cut-9').proved = { ...receiptOf(draft, 'plain-0').proved })),
  },
  {
    fault: 'the way from a record to the tally is another',
    code: 'receipt_path',
    seed: receiptsOf(0, (draft) => (receiptOf(draft, 'plain-1').proved = { ...receiptOf(draft, 'plain-2').proved })),
  },
  {
    fault: 'a receipt stands at a position outside its batch',
    code: 'receipt_position',
    also: ['answer_not_in_batch'],
    seed: receiptsOf(0, (draft) => (receiptOf(draft, 'plain-4').position = '5000')),
  },
  {
    fault: 'a receipt stands at a position where no answer was recorded',
    code: 'receipt_not_in_journal',
    also: ['answer_not_in_batch'],
    seed: receiptsOf(0, (draft) => {
      const receipt = receiptOf(draft, 'plain-4');
      receipt.position = String(Number(receipt.position) + 1);
    }),
  },
  {
    fault: 'a batch forgets a question that is open',
    code: 'intent_lost',
    also: ['intent_missing'],
    seed: receiptsOf(2, ({ facts }) => (facts.open = [])),
  },
  {
    fault: 'the signature of a promise is wrong',
    code: 'promise_signature',
    seed: receiptsOf(0, (draft) => {
      const { promise } = receiptOf(draft, 'plain-1');
      promise.note = changedOnce(promise.note, 'deadline 17', 'deadline 18');
    }),
  },
  {
    fault: 'a promise is for another log',
    code: 'promise_log',
    seed: (files) => repromised(files, 'plain-1', { log: 'other.example/2026h2' }),
  },
  {
    fault: 'a promise is over other records',
    code: 'promise_root',
    seed: (files) => repromised(files, 'plain-1', { root: new Uint8Array(32) }),
  },
  {
    fault: 'a promise was kept after its deadline',
    code: 'promise_late',
    seed: (files) => repromised(files, 'plain-1', { deadline: 1_700_000_000n }),
  },
];
