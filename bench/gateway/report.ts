import { cpus } from 'node:os';
import { type ArmName, armNames } from './arms.ts';
import { kinds, type Measured, type Results, type Round } from './measure.ts';
import { type Estimate, estimate, median } from './statistics.ts';

/** What the run says of the gateway. Each figure is made in each round, and the median is taken over rounds. */
export interface Figures {
  readonly cpu_ratio_request: Estimate;
  readonly cpu_ratio_chunk: Estimate;
  readonly cpu_ratio_short: Estimate;
  readonly added_p50_ms: Estimate;
  readonly added_ttft_ms: Estimate;
  readonly added_gap_ms: Estimate;
  readonly rps_ratio: Estimate;
  /** The larger of the two differences between the same proxy and itself. */
  readonly aa_difference: number;
}

/** Above this the machine was too restless to say anything. */
export const mostDifference = 0.05;

type Figure = (round: Round) => number;

const bare = (round: Round, value: (of: Measured) => number | null): number =>
  ((value(round['bare proxy']) ?? NaN) + (value(round['bare proxy again']) ?? NaN)) / 2;

/** The two proxies together are what the gateway is held against: that halves their noise. */
const toBare =
  (value: (of: Measured) => number | null): Figure =>
  (round) =>
    (value(round.gateway) ?? NaN) / bare(round, value);

const added =
  (value: (of: Measured) => number): Figure =>
  (round) =>
    value(round.gateway) - value(round.direct);

export function figuresOf({ rounds }: Results): Figures {
  const over = (figure: Figure): Estimate => estimate(rounds.map(figure));
  const itself = (value: (of: Measured) => number | null): number =>
    Math.abs(median(rounds.map((round) => (value(round['bare proxy again']) ?? NaN) / (value(round['bare proxy']) ?? NaN))) - 1);
  return {
    cpu_ratio_request: over(toBare(({ cpuRequest }) => cpuRequest)),
    cpu_ratio_chunk: over(toBare(({ cpuChunk }) => cpuChunk)),
    cpu_ratio_short: over(toBare(({ cpuShort }) => cpuShort)),
    added_p50_ms: over(added(({ latency }) => latency)),
    added_ttft_ms: over(added(({ firstText }) => firstText)),
    added_gap_ms: over(added(({ gap }) => gap)),
    rps_ratio: over(toBare(({ perSecond }) => perSecond)),
    aa_difference: Math.max(
      itself(({ cpuRequest }) => cpuRequest),
      itself(({ cpuShort }) => cpuShort),
    ),
  };
}

const columns: readonly (readonly [string, (of: Measured) => number | null, number])[] = [
  ['CPU µs/request', ({ cpuRequest }) => cpuRequest, 1],
  ['CPU µs/chunk', ({ cpuChunk }) => cpuChunk, 2],
  ['CPU µs/short', ({ cpuShort }) => cpuShort, 1],
  ['requests/s', ({ perSecond }) => perSecond, 0],
  ['core busy', ({ busy }) => busy, 2],
  ['p50 ms alone', ({ latency }) => latency, 3],
  ['first text ms', ({ firstText }) => firstText, 3],
  ['gap ms', ({ gap }) => gap, 3],
];

const nameWidth = 20;
const width = 16;

/** One line per arm, medians over rounds. */
export function tableOf({ rounds }: Results): string {
  const row = (name: ArmName): string =>
    columns
      .map(([, value, digits]) => {
        const values = rounds.map((round) => value(round[name]));
        return (values.some((each) => each === null) ? '-' : median(values.map(Number)).toFixed(digits)).padStart(width);
      })
      .join('');
  const head = `${' '.repeat(nameWidth)}${columns.map(([title]) => title.padStart(width)).join('')}`;
  return [head, ...armNames.map((name) => `${name.padEnd(nameWidth)}${row(name)}`)].join('\n');
}

export function machineLine(isPinned: boolean): string {
  const all = cpus();
  return `${all[0]?.model ?? 'unknown processor'}, ${all.length} cores, node ${process.version}${isPinned ? '' : ', not pinned'}`;
}

const { request, brief, short, paced } = kinds;

/** What is held against what, so that nobody has to read the code. */
export const comparison = [
  `The mock always answers with server-sent events, also where the client asks for a whole answer: the bare proxy relays these bytes, the gateway reads them and sends JSON.`,
  `request: ${request.connections} streams of ${request.chunks} chunks, ${request.pace} ms apart, all they cost. chunk: what they cost more than streams of ${brief.chunks} chunks, per chunk.`,
  `short: ${short.connections} connections, whole answers of ${short.chunks} chunks that the mock writes at once, as no model does: the part of a request that does not depend on its answer. Throughput is theirs.`,
  `first text and gap: ${paced.connections} streams, ${paced.pace} ms apart. Added times are over "direct", ratios over the mean of the two bare proxies. Client and mock share one core.`,
].join('\n');
