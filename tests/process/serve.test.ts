import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { finished, parlance, stopAll } from './run-parlance.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-process-'));

afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});

describe('parlance serve', () => {
  test('prints address, key, a line to copy and questions, refuses a second owner, and drains on SIGTERM with exit 0', async () => {
    const data = join(folder, 'one');
    const first = parlance(['serve'], { PARLANCE_DATA: data });
    await expect.poll(first.printed, { timeout: 60_000 }).toContain('In a browser');
    const key = readFileSync(join(data, 'development-key'), 'utf8').trim();
    expect(first.printed()).toContain(key);
    expect(first.printed()).toMatch(/curl -s http:\/\/127\.0\.0\.1:\d+/);
    expect(first.printed()).toContain('Questions to try');
    const second = await finished(['serve'], { PARLANCE_DATA: data });
    expect(second.code).toBe(1);
    const { pid } = JSON.parse(readFileSync(join(data, 'owner.json'), 'utf8')) as { readonly pid: number };
    expect(second.text).toContain(`process ${pid} `);
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
  });

  test('names the owner of a port that is taken, and exits with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, text } = await finished(['serve'], { PARLANCE_DATA: join(folder, 'one'), PARLANCE_PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(text).toContain(String(port));
    if (process.platform === 'linux') expect(text).toContain(String(process.pid));
  });

  test('reports all problems of a configuration at once, and exits with 78', async () => {
    const file = join(folder, 'bad.yaml');
    writeFileSync(file, 'mode: war\nupstrem: x\n');
    const { code, text } = await finished(['serve'], { PARLANCE_CONFIG: file, PARLANCE_PORT: 'seven', PARLANCE_UPSTREAM: 'not a url' });
    expect(code).toBe(78);
    for (const part of ['mode', 'upstrem', 'PARLANCE_PORT', 'seven', 'PARLANCE_UPSTREAM']) expect(text).toContain(part);
  });

  test('refuses production with a pack that nobody has signed', async () => {
    const { code, text } = await finished(['serve'], { PARLANCE_MODE: 'production', PARLANCE_DATA: join(folder, 'three') });
    expect(code).toBe(78);
    expect(text).toContain('signed');
  });
});
