import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { type ParlanceObject } from '@parlance/wire';

/** What a turn tells its operator of itself: numbers and closed lists, never text. */
export interface TurnMetrics {
  /** UTF-16 units of the answer that have come and are not told yet, after each packet (R8). */
  heldBack(units: number): void;
  ended(parlance: Pick<ParlanceObject, 'ending' | 'disclosures'>): void;
}

export interface Metrics extends TurnMetrics {
  readonly contentType: string;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

/** Up to the longest stretch that is ever held. */
const heldBuckets = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 600, 1200, 12_000];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const held = new Histogram({
    name: 'parlance_held_back_characters',
    help: 'Characters (UTF-16) of an answer that had come and were not told yet, after each packet of the upstream',
    buckets: heldBuckets,
    registers,
  });
  const answers = new Counter({ name: 'parlance_answers_total', help: 'Answers by how they ended', labelNames: ['ending'], registers });
  const changes = new Counter({
    name: 'parlance_disclosures_total',
    help: 'Changes that were disclosed, by what was done and why',
    labelNames: ['kind', 'cause'],
    registers,
  });
  return {
    heldBack(units) {
      held.observe(units);
    },
    ended({ ending, disclosures }) {
      answers.inc({ ending });
      for (const { kind, cause } of disclosures) changes.inc({ kind, cause });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
