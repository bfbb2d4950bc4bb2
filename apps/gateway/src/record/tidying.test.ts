import { type Files } from '@parlance/log/node';
import { expect, test } from 'vitest';
import { simulatedDisk } from '../../../../packages/log/src/node/files/testing/simulated-disk.ts';
import { answered, give, law, openLog, verdictOf } from './testing/answer-logs.ts';

test('a partial tile that cannot be removed holds up neither proofs nor the end', async () => {
  const disk = simulatedDisk();
  const hanging = { removals: 0 };
  const files: Files = {
    ...disk.files,
    remove(path) {
      if (!path.includes('.p/')) return disk.files.remove(path);
      hanging.removals++;
      return new Promise(() => undefined);
    },
  };
  const log = await openLog({ disk: { ...disk, files } });
  await Promise.all(Array.from({ length: 300 }, (_, index) => give(log, answered(`a${index}`, { edits: [law] }))));
  await log.drain();
  const id = await give(log, answered('last', { edits: [law] }));
  await log.drain();
  await give(log, answered('more', { edits: [law] }));
  await log.drain();
  expect(hanging.removals).toBeGreaterThan(0);
  expect(await verdictOf(log, await log.receipt(id))).toMatchObject({ kind: 'proved' });
  await log.close();
});
