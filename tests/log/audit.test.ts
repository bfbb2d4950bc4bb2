import { expect, test } from 'vitest';
import { audit } from './folder-on-disk.ts';
import { recordFolder } from './recorded-folder.ts';

test('a folder that the answer log wrote has no fault, and what readers were told is what the log tells', async () => {
  const result = await audit(await recordFolder());
  expect(result.faults).toEqual([]);
  expect(result).toMatchObject({
    answers: 34,
    omissions: { tallies: 28, leaves: 28, notices: 28 },
    additions: { tallies: 3, leaves: 3, notices: 3 },
  });
});
