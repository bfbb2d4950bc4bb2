import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBenchPack } from './bench-pack.ts';
import { type LoadOrder } from './load.ts';
import { wholePath } from './mock-upstream.ts';
import { pinnable, type PinnedProcess, startPinned } from './pinned-process.ts';
import { startPortkey } from './portkey-process.ts';
import { createRandom, shuffled } from './random.ts';
import { type Estimate, estimate, median } from './statistics.ts';
import { type Setup } from './worker.ts';

export interface BesideFigures {
  /** Answers per second. */
  readonly rps: Estimate;
  readonly rps_portkey: Estimate;
  readonly rps_ratio_portkey: Estimate;
  /** Microseconds of processor time for one answer, and how many of ours Portkey's would pay for. */
  readonly cpu: Estimate;
  readonly cpu_portkey: Estimate;
  readonly cpu_ratio_portkey: Estimate;
  readonly busy: Estimate;
  readonly busy_portkey: Estimate;
  /** How much one Portkey uses per answer more or less than another. */
  readonly aa_difference: number;
}

const armNames = ['gateway', 'portkey', 'portkey again'] as const;
type ArmName = (typeof armNames)[number];

interface Arm {
  readonly target: Pick<LoadOrder, 'address' | 'key' | 'headers'>;
  cpu(): Promise<number>;
}

interface Taken {
  readonly requests: number;
  readonly milliseconds: number;
  /** Microseconds. */
  readonly cpu: number;
  /** What was wrong with its answers, or null. */
  readonly fault: string | null;
}

type Round = Readonly<Record<ArmName, Taken>>;

/** What is asked: whole short answers, or streams as a model writes them. */
export type Asked = Pick<LoadOrder, 'isStream' | 'connections' | 'chunks' | 'pace'>;

const terms = 5000;
/** V8 compiles what is used again and again; a slow machine needs more time for the same number. */
const warming = { requests: 6000, milliseconds: 500 };
/** A machine that is shared changes its pace within a second: the arms take turns in slices, each after some requests that are not counted. */
const slice = { each: 3, settling: 60, milliseconds: 250 };

/** Starts everything, lets the arms take turns, and says what each answer took. */
export async function besidePortkey({
  portkey,
  rounds,
  asked,
}: {
  readonly portkey: string;
  readonly rounds: number;
  readonly asked: Asked;
}) {
  const isPinned = pinnable();
  const run = await startRun({ portkey, asked, isPinned });
  try {
    return { figures: figuresOf(await measured(run, rounds)), isPinned };
  } finally {
    await run.stop();
  }
}

interface Run {
  readonly asked: Asked;
  readonly client: PinnedProcess;
  readonly arms: Readonly<Record<ArmName, Arm>>;
  stop(): Promise<void>;
}

interface RunOptions {
  readonly portkey: string;
  readonly asked: Asked;
  readonly isPinned: boolean;
}

async function startRun({ portkey, asked, isPinned }: RunOptions): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-bench-'));
  const [underTest, beside] = isPinned ? [0, 1] : [null, null];
  const stops: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0)) await each();
    rmSync(folder, { recursive: true });
  };
  const start = async (core: number | null, role: Setup['role'], upstream = ''): Promise<PinnedProcess> => {
    const started = await startPinned({ core, setup: { role, upstream, packs: join(folder, 'pack'), data: join(folder, 'data') } });
    stops.unshift(() => started.stop());
    return started;
  };
  try {
    writeBenchPack(join(import.meta.dirname, '..', '..', 'packs', 'ee'), join(folder, 'pack'), terms);
    mkdirSync(join(folder, 'data'));
    const mock = await start(beside, 'mock');
    const client = await start(beside, 'load');
    const gateway = await start(underTest, 'gateway', mock.address);
    const headers = { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': `${mock.address}${asked.isStream ? '' : wholePath}/v1` };
    const other = async (): Promise<Arm> => {
      const started = await startPortkey({ folder: portkey, core: underTest });
      stops.unshift(() => started.close());
      return { target: { address: started.address, key: 'none', headers }, cpu: () => started.cpu() };
    };
    const { address, key } = gateway;
    const arms = {
      gateway: { target: { address, key }, cpu: () => gateway.cpu() },
      portkey: await other(),
      'portkey again': await other(),
    };
    return { asked, client, arms, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function measured({ asked, client, arms }: Run, rounds: number): Promise<readonly Round[]> {
  const random = createRandom(1);
  const take = async (name: ArmName, milliseconds: number): Promise<Taken> => {
    const before = await arms[name].cpu();
    const {
      requests,
      sound,
      faults,
      milliseconds: took,
    } = await client.load({ isGateway: true, ...asked, ...arms[name].target, milliseconds });
    return { requests, milliseconds: took, cpu: (await arms[name].cpu()) - before, fault: sound < requests ? faults.join('; ') : null };
  };
  for (const name of armNames)
    for (let requests = 0; requests < warming.requests;) requests += (await take(name, warming.milliseconds)).requests;
  const all: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const taken: Record<ArmName, Taken> = { gateway: nothing, portkey: nothing, 'portkey again': nothing };
    for (let turn = 0; turn < slice.each; turn++)
      for (const name of shuffled(armNames, random)) {
        // Whoever waited finds its caches full of the others, and Portkey has closed connections that nobody used.
        await take(name, slice.settling);
        const counted = await take(name, slice.milliseconds);
        if (counted.fault !== null) throw new Error(`wrong answers of ${name}: ${counted.fault}`);
        taken[name] = sum(taken[name], counted);
      }
    all.push(taken);
  }
  return all;
}

const nothing: Taken = { requests: 0, milliseconds: 0, cpu: 0, fault: null };

function sum(one: Taken, other: Taken): Taken {
  return {
    requests: one.requests + other.requests,
    milliseconds: one.milliseconds + other.milliseconds,
    cpu: one.cpu + other.cpu,
    fault: one.fault ?? other.fault,
  };
}

/** The two of Portkey's together are what the gateway is held against: that halves their noise. */
function figuresOf(rounds: readonly Round[]): BesideFigures {
  const over = (figure: (round: Round) => number): Estimate => estimate(rounds.map(figure));
  const both = (round: Round): Taken => sum(round.portkey, round['portkey again']);
  return {
    rps: over(({ gateway }) => rate(gateway)),
    rps_portkey: over((round) => rate(both(round))),
    rps_ratio_portkey: over((round) => rate(round.gateway) / rate(both(round))),
    cpu: over(({ gateway }) => cost(gateway)),
    cpu_portkey: over((round) => cost(both(round))),
    cpu_ratio_portkey: over((round) => cost(both(round)) / cost(round.gateway)),
    busy: over(({ gateway }) => busy(gateway)),
    busy_portkey: over((round) => busy(both(round))),
    aa_difference: Math.abs(median(rounds.map((round) => cost(round['portkey again']) / cost(round.portkey))) - 1),
  };
}

function rate({ requests, milliseconds }: Taken): number {
  return (requests / milliseconds) * 1000;
}

function cost({ cpu, requests }: Taken): number {
  return cpu / requests;
}

function busy({ cpu, milliseconds }: Taken): number {
  return cpu / 1000 / milliseconds;
}
