import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePolicy } from '@parlance/log';
import { verifyReceipt } from '@parlance/log/verify';
import { afterAll, expect, test } from 'vitest';
import { parlance, type Run, stopAll } from './run-parlance.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-killed-'));
const data = join(folder, 'data');
/** What clients hold, written before anything else happens: the id of each receipt, a line each. */
const held = join(folder, 'held');
const cycles = 50;

afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true });
});

async function started(): Promise<{ readonly run: Run; readonly address: string; readonly key: string }> {
  const run = parlance(['serve'], { PARLANCE_DATA: data, PARLANCE_LOG: 'silent' });
  while (!run.printed().includes('In a browser')) {
    if (run.child.exitCode !== null) throw new Error(run.printed());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const address = /ready: (\S+)/.exec(run.printed())?.[1] ?? '';
  return { run, address, key: readFileSync(join(data, 'development-key'), 'utf8').trim() };
}

/** Asks one question after the other until the server is gone. */
async function ask(address: string, key: string): Promise<void> {
  for (let count = 0; ; count++) {
    try {
      const response = await fetch(`${address}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          model: 'parlance',
          stream: count % 2 === 0,
          messages: [{ role: 'user', content: 'Kuidas taotleda passi?' }],
        }),
      });
      const id = /"status":"promised","id":"([^"]+)"/.exec(await response.text())?.[1];
      if (id !== undefined) appendFileSync(held, `${id}\n`);
    } catch {
      return;
    }
  }
}

test('each promise that a client holds is proved in the end, however often the server is killed while it answers', async () => {
  for (let cycle = 0; cycle < cycles; cycle++) {
    const { run, address, key } = await started();
    const clients = Array.from({ length: 6 }, () => ask(address, key));
    // Some are killed before the first batch closes, and some in the middle of one.
    await new Promise((resolve) => setTimeout(resolve, cycle % 10 === 9 ? 10_050 : 50 + Math.random() * 900));
    run.kill();
    await run.exited;
    await Promise.all(clients);
  }
  const ids = readFileSync(held, 'utf8').trim().split('\n');
  expect(ids.length).toBeGreaterThan(cycles);
  expect(new Set(ids).size).toBe(ids.length);
  // Stopped in order, it closes its last batch.
  const last = await started();
  last.run.child.kill('SIGTERM');
  expect(await last.run.exited).toBe(0);
  const { run, address } = await started();
  const policy = parsePolicy(await (await fetch(`${address}/log/policy.txt`)).text());
  if (!policy.ok) throw new Error(policy.code);
  const options = { policy: policy.value, keys: policy.value.logs.map(({ key }) => key), now: BigInt(Math.floor(Date.now() / 1000)) };
  for (const id of ids) {
    const receipt = await (await fetch(`${address}/v1/parlance/receipts/${id}`)).text();
    expect((await verifyReceipt(receipt, options)).verdict, id).toMatchObject({ kind: 'proved' });
  }
  run.child.kill('SIGTERM');
  await run.exited;
  console.log(`${cycles} kills, ${ids.length} promises held, all proved`);
}, 1_200_000);
