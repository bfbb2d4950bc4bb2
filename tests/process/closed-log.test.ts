import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parlance, stopAll } from './run-parlance.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-closed-'));
const sound = join(folder, 'sound');

async function started(data: string) {
  const server = parlance(['serve'], { PARLANCE_DATA: data });
  await vi.waitUntil(() => server.printed().includes('In a browser'), { timeout: 60_000 });
  const [, address = ''] = /ready: (http:\S+)/.exec(server.printed()) ?? [];
  const key = readFileSync(join(data, 'development-key'), 'utf8').trim();
  const ask = async (question: string) => {
    const reply = await fetch(`${address}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'parlance', messages: [{ role: 'user', content: question }] }),
    });
    return { status: reply.status, text: await reply.text() };
  };
  const stop = async (): Promise<number | null> => {
    server.child.kill('SIGTERM');
    return server.exited;
  };
  return { address, ask, stop, printed: server.printed };
}

beforeAll(async () => {
  const server = await started(sound);
  expect((await server.ask('Kuidas taotleda passi?')).status).toBe(200);
  expect(await server.stop()).toBe(0);
});

afterAll(async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
});

/** The widest, or the last. */
function last(data: string, pattern: RegExp): string {
  const found = readdirSync(join(data, 'log'), { recursive: true, encoding: 'utf8' }).filter((each) => pattern.test(each));
  const path = found.sort((left, right) => left.localeCompare(right, 'en', { numeric: true })).at(-1);
  return join(data, 'log', path ?? expect.fail(`no ${String(pattern)}`));
}

const damages: readonly (readonly [string, string, (data: string) => void])[] = [
  [
    'a damaged bundle',
    'tile/entries',
    (data) => {
      const path = last(data, /entries\/000\.p\/\d+$/);
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.with(9, (bytes[9] ?? 0) ^ 1));
    },
  ],
  [
    'a journal that was put back',
    'journal',
    (data) => {
      rmSync(last(data, /\.journal$/));
    },
  ],
  [
    'a checkpoint of somebody else',
    'checkpoint',
    (data) => {
      writeFileSync(last(data, /tree\/checkpoint$/), 'other.example\n1\nAAAA\n\n');
    },
  ],
  [
    'a state that is gone',
    'log',
    (data) => {
      rmSync(last(data, /treeState$/));
    },
  ],
];

describe.each(damages)('with %s', (name, named, damage) => {
  test('a server says what is wrong, answers nothing, and gives people in distress their resources all the same (R9)', async () => {
    const data = join(folder, name.replaceAll(' ', '-'));
    cpSync(sound, data, { recursive: true });
    damage(data);
    const server = await started(data);
    expect(server.printed()).toContain('the log cannot be opened');
    expect(server.printed()).toContain(named);
    const plain = await server.ask('Kuidas taotleda passi?');
    expect(plain.status).toBe(503);
    expect(plain.text).toContain('not_recorded');
    const urgent = await server.ask('Ma tahan surra.');
    expect(urgent.text).toContain('112');
    expect(urgent.text).toContain('"receipt":{"status":"not_recorded"}');
    const ready = await fetch(`${server.address}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'not ready', missing: ['log'] }]);
    expect((await fetch(`${server.address}/log/checkpoint`)).status).toBe(404);
    expect(await server.stop()).toBe(0);
  });
});
