import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onShutdown, type ShutdownSignal } from './shutdown.ts';

/** Signals sent by hand, and the codes of the exits that were asked for. */
function fixture(drain: () => Promise<void>, deadline = 1000) {
  const listeners = new Map<ShutdownSignal, () => void>();
  const exits: number[] = [];
  onShutdown({ on: (signal, listener) => listeners.set(signal, listener), exit: (code) => exits.push(code) }, drain, deadline);
  return { exits, send: (signal: ShutdownSignal) => listeners.get(signal)?.() };
}

describe('by injection', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test.each<ShutdownSignal>(['SIGTERM', 'SIGINT'])('%s drains once and then exits with 0', async (signal) => {
    const drain = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
    const { exits, send } = fixture(drain);
    send(signal);
    await vi.advanceTimersByTimeAsync(499);
    expect(exits).toEqual([]);
    await vi.advanceTimersByTimeAsync(5000);
    expect([exits, drain.mock.calls.length]).toEqual([[0], 1]);
  });

  test('nothing is drained before a signal', async () => {
    const drain = vi.fn(() => Promise.resolve());
    const { exits } = fixture(drain);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([exits, drain.mock.calls.length]).toEqual([[], 0]);
  });

  test('a second signal exits with 130 at once', async () => {
    const { exits, send } = fixture(() => new Promise(() => undefined), 60_000);
    send('SIGTERM');
    await vi.advanceTimersByTimeAsync(1000);
    send('SIGINT');
    expect(exits).toEqual([130]);
  });

  test('the echo of a signal is not a second one', async () => {
    const { exits, send } = fixture(() => new Promise((resolve) => setTimeout(resolve, 500)));
    send('SIGINT');
    await vi.advanceTimersByTimeAsync(10);
    send('SIGINT');
    expect(exits).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(exits).toEqual([0]);
  });

  test('draining that takes too long exits with 1', async () => {
    const { exits, send } = fixture(() => new Promise(() => undefined), 1000);
    send('SIGTERM');
    await vi.advanceTimersByTimeAsync(999);
    expect(exits).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(exits).toEqual([1]);
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ])('draining that %s exits with 1', async (_title, drain) => {
    const { exits, send } = fixture(drain);
    send('SIGTERM');
    await vi.advanceTimersByTimeAsync(0);
    expect(exits).toEqual([1]);
  });
});

describe('a real process', () => {
  const run = async (drain: string, deadline: number, signals: readonly [NodeJS.Signals, number][]) => {
    const source = `
      const { onShutdown } = await import(${JSON.stringify(new URL('./shutdown.ts', import.meta.url).href)});
      setInterval(() => undefined, 1000);
      onShutdown(process, () => ${drain}, ${deadline});
      console.log('ready');`;
    const parameters = ['--conditions=source', '--import', 'tsx', '--input-type=module', '-e', source];
    const server = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(server.stdout, 'data');
    const exit = once(server, 'exit');
    for (const [signal, pause] of signals) {
      server.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return (await exit) as [number | null, NodeJS.Signals | null];
  };

  test('SIGTERM ends it with 0', async () => {
    expect(await run('new Promise((resolve) => setTimeout(resolve, 100))', 5000, [['SIGTERM', 0]])).toEqual([0, null]);
  });

  test('Ctrl-C twice ends it with 130', async () => {
    const signals: [NodeJS.Signals, number][] = [
      ['SIGINT', 400],
      ['SIGINT', 0],
    ];
    expect(await run('new Promise(() => undefined)', 60_000, signals)).toEqual([130, null]);
  });

  test('a process that does not get ready to end ends with 1', async () => {
    expect(await run('new Promise(() => undefined)', 200, [['SIGTERM', 0]])).toEqual([1, null]);
  });
});
