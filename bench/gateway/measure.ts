import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Arm, type ArmName, type Bench } from './arms.ts';
import { type LoadOrder, type LoadReport } from './load.ts';
import { createRandom, type Random, shuffled } from './random.ts';
import { median } from './statistics.ts';

/** One arm in one round. Microseconds for processor time, milliseconds for the rest; null where nothing stands between client and mock. */
export interface Measured {
  /** A request as people make them: its answer comes word by word. */
  readonly cpuRequest: number | null;
  /** One chunk more. */
  readonly cpuChunk: number | null;
  /** A request whose short answer comes in one piece: what is spent whatever is answered. */
  readonly cpuShort: number | null;
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

/** How an arm is asked in one round, in so many slices, each after a share of the time that is not counted. Times are those of a default run. */
export const kinds = {
  /** Streams of some sixty words, each chunk read and written by itself: a request. */
  request: { isStream: true, connections: 32, milliseconds: 1000, slices: 3, warming: 0, chunks: 80, pace: 3 },
  /** Shorter streams: what a request costs less is what the chunks cost. */
  brief: { isStream: true, connections: 32, milliseconds: 600, slices: 3, warming: 0, chunks: 16, pace: 3 },
  /** Short answers that are written at once and not streamed: the rest of a request. */
  short: { isStream: false, connections: 32, milliseconds: 600, slices: 2, warming: 0.15, chunks: 8, pace: 0 },
  /** One request at a time. */
  alone: { isStream: false, connections: 1, milliseconds: 250, slices: 3, warming: 0.1, chunks: 8, pace: 0 },
  /** Streams at the pace of a model. */
  paced: { isStream: true, connections: 4, milliseconds: 350, slices: 1, warming: 0, chunks: 6, pace: 20 },
} as const satisfies Record<
  string,
  Omit<LoadOrder, 'address' | 'key' | 'isGateway'> & { readonly slices: number; readonly warming: number }
>;

type Kind = keyof typeof kinds;

const kindNames: readonly Kind[] = ['request', 'brief', 'short', 'alone', 'paced'];

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

/** Every arm and every kind in each round, both in random order, after each has been warmed up. */
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
    for (const kind of ['short', 'request'] as const) await take(arm, kind, warming[kind] * more * options.scale);
  }
  const rounds: Round[] = [];
  for (let number = 1; number <= options.rounds; number++) {
    rounds.push(await oneRound(bench.arms, { take, random, scale: options.scale }));
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
const warming = { short: 6, request: 2 };

interface RoundOptions {
  readonly take: (arm: Arm, kind: Kind, scale: number) => Promise<Taken>;
  readonly random: Random;
  readonly scale: number;
}

/** A machine that is shared changes its pace within a second: the arms take turns in slices, so that each meets the same moments. */
async function oneRound(arms: readonly Arm[], { take, random, scale }: RoundOptions): Promise<Round> {
  const taken = new Map(arms.map(({ name }) => [name, new Map<Kind, Taken[]>()]));
  for (const kind of shuffled(kindNames, random)) {
    for (let slice = 0; slice < kinds[kind].slices; slice++) {
      for (const arm of shuffled(arms, random)) {
        // Whoever waited finds its caches full of the others.
        await take(arm, kind, kinds[kind].warming);
        const one = await take(arm, kind, scale / kinds[kind].slices);
        const ofArm = taken.get(arm.name)!;
        ofArm.set(kind, [...(ofArm.get(kind) ?? []), one]);
      }
    }
  }
  return Object.fromEntries(arms.map(({ name }) => [name, measuredOf(taken.get(name)!)])) as unknown as Round;
}

function measuredOf(taken: ReadonlyMap<Kind, readonly Taken[]>): Measured {
  const [request, brief, short, alone, paced] = kindNames.map((kind) => together(taken.get(kind)!)) as [Whole, Whole, Whole, Whole, Whole];
  const [cpuRequest, cpuBrief, cpuShort] = [request, brief, short].map(({ cpu, requests }) => (cpu === null ? null : cpu / requests)) as [
    number | null,
    number | null,
    number | null,
  ];
  return {
    cpuRequest,
    cpuChunk: cpuRequest === null || cpuBrief === null ? null : (cpuRequest - cpuBrief) / (kinds.request.chunks - kinds.brief.chunks),
    cpuShort,
    busy: short.cpu === null ? null : short.cpu / 1000 / short.milliseconds,
    perSecond: (short.requests / short.milliseconds) * 1000,
    latency: alone.latency,
    firstText: paced.firstText,
    gap: paced.gap,
  };
}

type Whole = Pick<LoadReport, 'requests' | 'milliseconds' | 'latency' | 'firstText' | 'gap'> & { readonly cpu: number | null };

/** The slices of one kind as one: counts are added up, of times the median is taken. */
function together(slices: readonly Taken[]): Whole {
  const sum = (value: (slice: Taken) => number): number => slices.reduce((total, slice) => total + value(slice), 0);
  const middle = (name: 'latency' | 'firstText' | 'gap'): number => median(slices.map(({ report }) => report[name]));
  return {
    requests: sum(({ report }) => report.requests),
    milliseconds: sum(({ report }) => report.milliseconds),
    cpu: slices.some(({ cpu }) => cpu === null) ? null : sum(({ cpu }) => cpu ?? 0),
    latency: middle('latency'),
    firstText: middle('firstText'),
    gap: middle('gap'),
  };
}

/** Samples the gateway under short answers and under streams, apart and after the rounds, whose figures it would spoil. */
export async function writeProfiles({ arms, client }: Bench, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { name, address, key, system } of arms) {
    if (name !== 'gateway' || system === null) continue;
    for (const kind of ['short', 'request'] as const) {
      await system.startProfile();
      await client.load({ ...kinds[kind], address, key, isGateway: true, milliseconds: 4000 });
      await system.writeProfile(join(folder, `gateway-${kind}.cpuprofile`));
    }
  }
}
