import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBenchPack } from './bench-pack.ts';
import { pinnable, type PinnedProcess, startPinned } from './pinned-process.ts';
import { type Setup } from './worker.ts';

export const armNames = ['direct', 'bare proxy', 'bare proxy again', 'gateway'] as const;
export type ArmName = (typeof armNames)[number];

/** One way to the mock. `system` is what stands in between, or null. */
export interface Arm {
  readonly name: ArmName;
  readonly address: string;
  readonly key: string | null;
  readonly system: PinnedProcess | null;
}

/** All processes of a run. */
export interface Bench {
  readonly arms: readonly Arm[];
  readonly client: PinnedProcess;
  readonly isPinned: boolean;
  stop(): Promise<void>;
}

export interface BenchOptions {
  /** Folder of the pack that is copied. */
  readonly pack: string;
  readonly terms: number;
}

/** Starts everything: systems under test on core 0, the mock and the client on core 1. */
export async function startBench({ pack, terms }: BenchOptions): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-'));
  const packs = join(folder, 'pack');
  writeBenchPack(pack, packs, terms);
  mkdirSync(join(folder, 'data'));
  const isPinned = pinnable();
  const started: PinnedProcess[] = [];
  const start = async (role: Setup['role'], upstream = ''): Promise<PinnedProcess> => {
    const isUnderTest = role === 'proxy' || role === 'gateway';
    const core = isUnderTest ? 0 : 1;
    const one = await startPinned({
      core: isPinned ? core : null,
      setup: { role, upstream, packs, data: join(folder, 'data') },
    });
    started.unshift(one);
    return one;
  };
  const stop = async (): Promise<void> => {
    for (const one of started.splice(0)) await one.stop();
    rmSync(folder, { recursive: true });
  };
  try {
    const mock = await start('mock');
    const [client, proxy, again, gateway] = await Promise.all([
      start('load'),
      start('proxy', mock.address),
      start('proxy', mock.address),
      start('gateway', mock.address),
    ]);
    const armOf = (name: ArmName, system: PinnedProcess): Arm => ({ name, address: system.address, key: system.key, system });
    const arms: readonly Arm[] = [
      { name: 'direct', address: mock.address, key: null, system: null },
      armOf('bare proxy', proxy),
      armOf('bare proxy again', again),
      armOf('gateway', gateway),
    ];
    return { arms, client, isPinned, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
