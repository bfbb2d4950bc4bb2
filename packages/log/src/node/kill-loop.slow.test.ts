import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seededRandom } from './files/testing/random.ts';
import { killLoop } from './testing/kill-loop.ts';

test('a process that is killed a thousand times loses nothing that it acknowledged, and doubles nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-kill-'));
  const { acknowledged } = await killLoop({ folder, cycles: 1_000, random: seededRandom(10) });
  expect(acknowledged).toBeGreaterThan(5_000);
  rmSync(folder, { recursive: true });
}, 3_600_000);
