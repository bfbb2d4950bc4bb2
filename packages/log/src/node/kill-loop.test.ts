import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from './files/testing/random.ts';
import { killLoop } from './testing/kill-loop.ts';

// A thousand times: `kill-loop.slow.test.ts`.
test('a process that is killed again and again loses nothing that it acknowledged, and doubles nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-kill-'));
  const { acknowledged, size } = await killLoop({ folder, cycles: 6, random: seededRandom(9) });
  expect(acknowledged).toBeGreaterThan(20);
  expect(size).toBeGreaterThan(0n);
  rmSync(folder, { recursive: true });
});
