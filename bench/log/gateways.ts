import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PinnedProcess, pinTool, startPinned } from '../gateway/pinned-process.ts';
import { type Setup } from '../gateway/worker.ts';
import { type RecordingArms } from './added.ts';
import { type ArmSetup } from './gateway-arm.ts';

export interface Gateways extends RecordingArms {
  stop(): Promise<void>;
}

export interface GatewaysOptions {
  /** Folder of the pack that is copied. */
  readonly pack: string;
  /** Empty, on a real disk. */
  readonly folder: string;
  readonly isPinned: boolean;
}

/** One gateway that records and two that do not, on core 0, each with its own data; mock and client on core 1. */
export async function startGateways({ pack, folder, isPinned }: GatewaysOptions): Promise<Gateways> {
  const packs = join(folder, 'pack');
  writeQuietPack(pack, packs);
  const started: PinnedProcess[] = [];
  const start = async (core: 0 | 1, setup: Setup | ArmSetup): Promise<PinnedProcess> => {
    const one = await startPinned({ core: isPinned ? core : null, setup });
    started.unshift(one);
    return one;
  };
  const stop = async (): Promise<void> => {
    for (const one of started.splice(0)) await one.stop();
  };
  try {
    const mock = await start(1, { role: 'mock', upstream: '', packs, data: folder });
    const client = await start(1, { role: 'load', upstream: '', packs, data: folder });
    const gateway = (name: string, records: boolean): Promise<PinnedProcess> => {
      const data = join(folder, name);
      mkdirSync(data);
      return start(0, { role: 'gateway', upstream: mock.address, packs, data, records });
    };
    const recorded = await gateway('recorded', true);
    return {
      client,
      recorded,
      unrecorded: await gateway('unrecorded', false),
      unrecordedAgain: await gateway('unrecorded-again', false),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A copy of the pack that says nothing in the sector of the questions, so that answers stay unchanged. */
function writeQuietPack(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const notice = join(to, 'additions', 'ai-notice.yaml');
  const text = readFileSync(notice, 'utf8');
  const quiet = text.replace('sectors: [citizen-services, education]', 'sectors: [education]');
  if (quiet === text) throw new Error(`${notice} has another scope than this benchmark knows`);
  writeFileSync(notice, quiet);
}

/** This process sends requests too, and must not take the core of the server. */
export function pinThisProcess(core: number): void {
  spawnSync(pinTool, ['-acp', String(core), String(process.pid)]);
}
