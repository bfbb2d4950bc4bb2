import { mostDifference } from '../gateway/report.ts';
import { type Estimate } from '../gateway/statistics.ts';
import { type AddedFigures } from './added.ts';
import { type AddFigures, leavesTogether } from './adds.ts';
import { type BatchFigures } from './batch.ts';
import { connections, type HttpAddFigures, listLength } from './http-adds.ts';
import { type JournalFigures } from './journal.ts';
import { type VerifyFigures } from './verify.ts';

export type LogFigures = JournalFigures & BatchFigures & AddFigures & VerifyFigures & HttpAddFigures & AddedFigures;

/** What each figure should be at least or at most, on two cores. */
const targets: Partial<Record<keyof LogFigures, string>> = {
  journal_p95_ms: '<= 2',
  batch_close_ms: '<= 1000',
  added_p50_ms: '<= 1',
  adds_per_s_process: '>= 40000',
  adds_per_s_http: '>= 10000',
  verify_ms: '<= 1',
  receipt_bytes: '<= 4096',
  proof_bytes: '<= 1638',
};

/** One line per figure: median over rounds, 95 % interval, target. */
export function tableOf(figures: LogFigures): string {
  return entriesOf(figures)
    .map(([name, value]) => `${name.padEnd(24)} ${shown(value).padEnd(52)} ${targets[name] ?? ''}`.trimEnd())
    .join('\n');
}

/** As fields of one JSON object: `x`, and `x_interval` where there are rounds. */
export function flat(figures: LogFigures): Readonly<Record<string, number | readonly number[]>> {
  return Object.fromEntries(
    entriesOf(figures).flatMap(([name, value]): readonly (readonly [string, number | readonly number[]])[] =>
      typeof value === 'number'
        ? [[name, rounded(value)]]
        : [
            [name, rounded(value.median)],
            [`${name}_interval`, value.interval.map(rounded)],
          ],
    ),
  );
}

/** Names of the differences of an arm from itself that are too large for the run to say anything. A difference that is no number is too large. */
export function restlessArms(figures: LogFigures): readonly string[] {
  return entriesOf(figures).flatMap(([name, value]) => (name.endsWith('_aa') && !(Number(value) <= mostDifference) ? [name] : []));
}

function entriesOf(figures: LogFigures): readonly (readonly [keyof LogFigures, Estimate | number])[] {
  return Object.entries<Estimate | number>({ ...figures }) as [keyof LogFigures, Estimate | number][];
}

function shown(value: Estimate | number): string {
  if (typeof value === 'number') return digits(value).padStart(12);
  return `${digits(value.median).padStart(12)}   95 %: ${value.interval.map(digits).join(' to ')}`;
}

const digits = (value: number): string => (value < 1000 ? value.toFixed(3) : value.toFixed(0));
const rounded = (value: number): number => Number(value.toFixed(4));

/** What is held against what, so that nobody has to read the code. */
export const comparison = [
  'journal: the file journal at 1,000 answers/s, an intent and 20 ms later a record each, from the moment at which an append is due; "bare" appends the same bytes to a file and syncs it, in groups too.',
  'batch: 10,000 answers, every tenth changed, from the journal over receipts file and tree to the published checkpoint; "changed": all were. Recording them before is not counted.',
  'added: one request at a time, whole answers in which nothing is changed; the same gateway with its recorder and with one that keeps and promises nothing. Commitments to the texts are made in both.',
  `adds in process: the log writer in batches of ${leavesTogether} releases, against hashing the same leaves. Over HTTP: one leaf in a request on ${connections.alone} connections (adds_per_s_http), lists of ${listLength} on ${connections.lists}; "empty" is GET /healthz on the same server. A leaf counts when it is acknowledged, in a published checkpoint.`,
  'verify: receipts at ten million leaves with two cosignatures, whole verifier, against four bare signatures (promise, log, two witnesses).',
  'Gateways run on core 0, client and mock on core 1. Ratios are over the mean of two equal arms, whose difference is the figure in _aa.',
].join('\n');
