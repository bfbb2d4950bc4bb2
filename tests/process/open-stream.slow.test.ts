import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chunk, frames, startMockUpstream, startStream } from '../gateway/mock-upstream.ts';
import { parlance, stopAll } from './run-parlance.ts';

const data = mkdtempSync(join(tmpdir(), 'parlance-open-stream-'));

afterAll(async () => {
  await stopAll();
  rmSync(data, { recursive: true, force: true });
});

test('SIGTERM while a stream is open ends the process within 20 seconds, and the stream is broken and never done', async () => {
  const upstream = await startMockUpstream();
  upstream.play((response) => void startStream(response).write(frames([chunk({ content: 'word ' }), chunk({ content: 'and ' })])));
  const server = parlance(['serve'], { PARLANCE_DATA: data, PARLANCE_UPSTREAM: upstream.url });
  await expect.poll(server.printed, { timeout: 60_000 }).toContain('In a browser');
  const response = await fetch(`${/ready: (\S+)/u.exec(server.printed())?.[1] ?? ''}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${readFileSync(join(data, 'development-key'), 'utf8').trim()}` },
    body: JSON.stringify({ model: 'parlance', stream: true, messages: [{ role: 'user', content: 'Hi' }] }),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader?.read())?.value ?? '';
  expect(text).toContain('word');
  const began = performance.now();
  server.child.kill('SIGTERM');
  await expect(
    (async () => {
      for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) text += next.value;
    })(),
  ).rejects.toThrow();
  expect(await server.exited).toBe(0);
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(text).not.toContain('[DONE]');
  await upstream.close();
});
