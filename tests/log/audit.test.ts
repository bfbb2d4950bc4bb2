import { beforeAll, describe, expect, test } from 'vitest';
import { answerFaults } from './answer-faults.ts';
import { audit, home } from './folder-on-disk.ts';
import { journalFaults } from './journal-faults.ts';
import { leafFaults } from './leaf-faults.ts';
import { lie } from './lying-operator.ts';
import { editReceipts } from './receipts-edit.ts';
import { receiptFaults } from './receipt-faults.ts';
import { type FolderFiles, recordFolder } from './recorded-folder.ts';
import { withoutFiles } from './seeded-fault.ts';
import { treeFaults } from './tree-faults.ts';

let clean: FolderFiles;

beforeAll(async () => {
  clean = await recordFolder();
});

describe('a folder that the answer log wrote', () => {
  test('has no fault, and what readers were told is what the log tells', async () => {
    expect(await audit(clean)).toMatchObject({
      ...{ faults: [], batches: 4, answers: 34 },
      omissions: { tallies: 28, leaves: 28, notices: 28 },
      additions: { tallies: 3, leaves: 3, notices: 3 },
    });
  });

  test('has none while answers wait in time, or a question is open', async () => {
    expect((await audit(await recordFolder({ isLeftWaiting: true }))).faults).toEqual([]);
    expect((await audit(await recordFolder({ isLeftOpen: true }))).faults).toEqual([]);
  });

  test('has none where its journal or its receipts are not there, and the audit says that it could not check them', async () => {
    for (const part of ['journal', 'receipts']) {
      const { faults, notChecked } = await audit(withoutFiles(clean, [`${home}/${part}/`]));
      expect(faults).toEqual([]);
      expect(notChecked.map((each) => each.part)).toContain(part);
    }
  });

  test('has none when it is written anew with the same leaves', async () => {
    expect((await audit(await lie(clean, () => undefined))).faults).toEqual([]);
  });
});

const faults = [...treeFaults, ...leafFaults, ...answerFaults, ...receiptFaults, ...journalFaults];

test('there are more than fifty faults, none of them twice', () => {
  expect(faults.length).toBeGreaterThan(50);
  expect(new Set(faults.map(({ fault }) => fault)).size).toBe(faults.length);
});

test('no fault repeats what an operator wrote where a leaf or a receipt should stand', async () => {
  const canary = 'Canary of a conversation';
  const damaged = editReceipts(clean, 1, (draft) => Object.assign(draft.receipts[0]!.record, { [canary]: canary }));
  for (const leaf of [{ leaf: 'tally', [canary]: canary }, { leaf: canary }, { leaf: 'tally', endings: { [canary]: 1 } }]) {
    const result = await audit(await lie(damaged, (batches) => batches[0]!.leaves.push(leaf)));
    expect(result.faults.map(({ code }) => code)).toEqual(expect.arrayContaining(['leaf_malformed', 'receipts_malformed']));
    expect(JSON.stringify(result, (_name, member: unknown) => (typeof member === 'bigint' ? String(member) : member))).not.toContain(
      'Canary',
    );
  }
});

describe('the audit names', () => {
  test.each(faults)('$code: $fault', async ({ code, also = [], now = 4, seed }) => {
    const result = await audit(await seed(clean), now);
    expect(new Set(result.faults.map((fault) => fault.code))).toEqual(new Set([code, ...also]));
  });
});
