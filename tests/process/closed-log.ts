import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { parlance } from './run-parlance.ts';

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

/** The widest, or the last. */
function last(data: string, pattern: RegExp): string {
  const found = readdirSync(join(data, 'log'), { recursive: true, encoding: 'utf8' }).filter((each) => pattern.test(each));
  const path = found.sort((left, right) => left.localeCompare(right, 'en', { numeric: true })).at(-1);
  return join(data, 'log', path ?? expect.fail(`no ${String(pattern)}`));
}

export interface Damage {
  readonly name: string;
  /** In the words of the server. */
  readonly named: string;
  readonly make: (data: string) => void;
}

export const damages: readonly [Damage, ...(readonly Damage[])] = [
  {
    name: 'a damaged bundle',
    named: 'tile/entries',
    make: (data) => {
      const path = last(data, /entries\/000\.p\/\d+$/);
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.with(9, (bytes[9] ?? 0) ^ 1));
    },
  },
  {
    name: 'a journal that was put back',
    named: 'journal',
    make: (data) => {
      rmSync(last(data, /\.journal$/));
    },
  },
  {
    name: 'a checkpoint of somebody else',
    named: 'checkpoint',
    make: (data) => {
      writeFileSync(last(data, /tree\/checkpoint$/), 'other.example\n1\nAAAA\n\n');
    },
  },
  {
    name: 'a state that is gone',
    named: 'log',
    make: (data) => {
      rmSync(last(data, /treeState$/));
    },
  },
];

export interface SoundLog {
  /** Starts a server on a damaged copy, which must say so, answer nothing, and give people in distress their resources. */
  answersNothingWith(damage: Damage): Promise<void>;
  remove(): void;
}

/** A data folder as a server left it in which one answer was given. */
export async function soundLog(): Promise<SoundLog> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-closed-'));
  const sound = join(folder, 'sound');
  const server = await started(sound);
  expect((await server.ask('Kuidas taotleda passi?')).status).toBe(200);
  expect(await server.stop()).toBe(0);
  return {
    answersNothingWith: (damage) => answersNothing(damage, { folder, sound }),
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answersNothing(
  { name, named, make }: Damage,
  { folder, sound }: Readonly<Record<'folder' | 'sound', string>>,
): Promise<void> {
  const data = join(folder, name.replaceAll(' ', '-'));
  cpSync(sound, data, { recursive: true });
  make(data);
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
}
