import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Arm, type ArmName, armNames, type Bench } from './arms.ts';
import { type LoadOrder, type LoadReport } from './load.ts';
import { createRandom, shuffled } from './random.ts';

/** One arm in one round. Microseconds for processor time, milliseconds for the rest; null where nothing stands between client and mock. */
export interface Measured {
  readonly cpuRequest: number | null;
  readonly cpuChunk: number | null;
  /** Share of its core that the system used at 32 connections: below 0.95, something else was the limit. */
  readonly busy: number | null;
  readonly perSecond: number;
  readonly latency: number;
  readonly firstText: number;
  readonly gap: number;
}

export type Round = Readonly<Record<ArmName, Measured>>;

export interface Results {
  readonly rounds: readonly Round[];
  readonly requests: number;
  /** Requests whose answer did not come back whole, unchanged and with its own nonce. */
  readonly unsound: number;
  readonly faults: readonly string[];
}

/** How an arm is asked. Times are those of a default run. */
export const kinds = {
  /** Whole answers: the cost of a request. */
  request: { isStream: false, connections: 32, milliseconds: 500, chunks: 8, pace: 0 },
  /** Long streams, each chunk read and written by itself: the cost of a chunk. */
  stream: { isStream: true, connections: 32, milliseconds: 450, chunks: 80, pace: 5 },
  /** One request at a time. */
  alone: { isStream: false, connections: 1, milliseconds: 250, chunks: 8, pace: 0 },
  /** Streams at the pace of a model. */
  paced: { isStream: true, connections: 4, milliseconds: 350, chunks: 6, pace: 20 },
} as const satisfies Record<string, Omit<LoadOrder, 'address' | 'key' | 'isGateway'>>;

type Kind = keyof typeof kinds;

const kindNames: readonly Kind[] = ['request', 'stream', 'alone', 'paced'];

export interface MeasureOptions {
  readonly rounds: number;
  /** Share of the times in `kinds`. */
  readonly scale: number;
  readonly seed: number;
  readonly onRound: (round: number) => void;
}

interface Taken {
  readonly report: LoadReport;
  readonly cpu: number | null;
}

/** Every arm once in each round and every kind once in each arm, both in random order, after each has been warmed up. */
export async function measure(bench: Bench, options: MeasureOptions): Promise<Results> {
  const random = createRandom(options.seed);
  const reports: LoadReport[] = [];
  const take = async (arm: Arm, kind: Kind, scale: number): Promise<Taken> => {
    const { address, key, system } = arm;
    const order = { ...kinds[kind], address, key, isGateway: arm.name === 'gateway', milliseconds: kinds[kind].milliseconds * scale };
    const before = await system?.cpu();
    const report = await bench.client.load(order);
    const after = await system?.cpu();
    reports.push(report);
    return { report, cpu: before === undefined || after === undefined ? null : after - before };
  };
  for (const arm of bench.arms) {
    const more = arm.name === 'gateway' ? 4 : 1;
    for (const kind of ['request', 'stream'] as const) await take(arm, kind, warming[kind] * more * options.scale);
  }
  const rounds: Round[] = [];
  for (let number = 1; number <= options.rounds; number++) {
    const round = new Map<ArmName, Measured>();
    for (const arm of shuffled(bench.arms, random)) {
      await take(arm, 'request', 0.1);
      const taken = new Map<Kind, Taken>();
      for (const kind of shuffled(kindNames, random)) taken.set(kind, await take(arm, kind, options.scale));
      round.set(arm.name, measuredOf(taken));
    }
    rounds.push(Object.fromEntries(armNames.map((name) => [name, round.get(name)!])) as unknown as Round);
    options.onRound(number);
  }
  return {
    rounds,
    requests: reports.reduce((sum, { requests }) => sum + requests, 0),
    unsound: reports.reduce((sum, { requests, sound }) => sum + requests - sound, 0),
    faults: reports.flatMap(({ faults }) => faults),
  };
}

/** V8 needs some thousand requests before its compiler is done, and the gateway has the most to compile. */
const warming = { request: 6, stream: 2 };

function measuredOf(taken: ReadonlyMap<Kind, Taken>): Measured {
  const [request, stream, alone, paced] = kindNames.map((kind) => taken.get(kind)!) as [Taken, Taken, Taken, Taken];
  return {
    cpuRequest: request.cpu === null ? null : request.cpu / request.report.requests,
    cpuChunk: stream.cpu === null ? null : stream.cpu / (stream.report.requests * kinds.stream.chunks),
    busy: request.cpu === null ? null : request.cpu / 1000 / request.report.milliseconds,
    perSecond: (request.report.requests / request.report.milliseconds) * 1000,
    latency: alone.report.latency,
    firstText: paced.report.firstText,
    gap: paced.report.gap,
  };
}

/** Samples the gateway under whole answers and under streams, apart and after the rounds, whose figures it would spoil. */
export async function writeProfiles({ arms, client }: Bench, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, address, key, system } of arms) {
    if (name !== 'gateway' || system === null) continue;
    for (const kind of ['request', 'stream'] as const) {
      await system.startProfile();
      await client.load({ ...kinds[kind], address, key, isGateway: true, milliseconds: 4000 });
      await system.writeProfile(join(folder, `gateway-${kind}.cpuprofile`));
    }
  }
}
