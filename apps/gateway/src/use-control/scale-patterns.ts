import { createHmac } from 'node:crypto';
import { findMatches, type Screen } from '@parlance/disclosure';
import { safetyLanguages, useWords } from '@parlance/charter';
import { starredWords } from '../country/starred-words.ts';
import { compileWords, wordRule } from '../country/word-screen.ts';
import { hourOf } from '../record/hour.ts';
import { type KeyFacts } from '../store/key-facts.ts';
import { DistinctCount } from './distinct-count.ts';
import { personsIn } from './persons-in.ts';
import { type Fingerprint, templateOf } from './template.ts';

/** What stands out in what one key does within an hour of the clock. */
const scalePatterns = ['near-equal-persuasion', 'many-persons'] as const;
export type ScalePattern = (typeof scalePatterns)[number];

/** A person has to look at it. It says which key, never what was asked. */
export interface Incident {
  readonly pattern: ScalePattern;
  /** Id of the key; public, with its purpose and office. */
  readonly key: string;
  /** `2026-11-21T13Z` */
  readonly hour: string;
}

export interface ScaleOptions {
  readonly now: () => Date;
  /** 32 random bytes that nobody keeps: without them no count can be tried against a guess. */
  readonly secret: Uint8Array;
  /** Different requests within an hour, from which on a pattern is an incident. */
  readonly threshold?: number;
}

/** Of each the memory is fixed, whatever comes. */
const mostKeys = 256;
const mostTemplates = 64;
const mostIncidents = 100;

interface Counts {
  /** By hour of the clock. */
  readonly hour: string;
  readonly persons: DistinctCount;
  /** By mark; the one that was seen longest ago makes room. */
  readonly byTemplate: Map<number, DistinctCount>;
  readonly raised: Set<ScalePattern>;
}

const persuading: Screen = wordsOf(['swaying', 'deceiving']);
const profiling: Screen = wordsOf(['following']);

function wordsOf(classes: readonly (keyof (typeof useWords)['en']['classes'])[]): Screen {
  const words = safetyLanguages.flatMap((language) => classes.flatMap((each) => useWords[language].classes[each]));
  return compileWords([wordRule('word', starredWords([...new Set(words)]))]);
}

/**
 * Counts, for each key and hour, different requests that are alike and persuade, and different persons whose traces are asked for. What it keeps are bits that keyed hashes set: no text, no name,
 * and nothing that links one hour to another.
 */
export class ScalePatterns {
  readonly #options: Required<ScaleOptions>;
  readonly #counts = new Map<string, Counts>();
  #incidents: readonly Incident[] = [];

  constructor(options: ScaleOptions) {
    this.#options = { threshold: 50, ...options };
  }

  /** The latest, the newest last. */
  incidents(): readonly Incident[] {
    return this.#incidents;
  }

  /** Gives the incidents that this request raised; each is raised once an hour. */
  see({ id }: Pick<KeyFacts, 'id'>, text: string): readonly Incident[] {
    const read = text.slice(0, longestRead);
    const isPersuading = findMatches(persuading, read).length > 0;
    const isProfiling = findMatches(profiling, read).length > 0;
    if (!isPersuading && !isProfiling) return [];
    const hour = hourOf(this.#options.now());
    const counts = this.#of(id, hour);
    const fingerprint = this.#fingerprint(hour);
    if (isPersuading) addTemplate(counts, read, fingerprint);
    if (isProfiling) for (const person of personsIn(read)) counts.persons.add(fingerprint(person));
    const { threshold } = this.#options;
    const reached: Readonly<Record<ScalePattern, boolean>> = {
      'near-equal-persuasion': [...counts.byTemplate.values()].some((count) => count.estimate() >= threshold),
      'many-persons': counts.persons.estimate() >= threshold,
    };
    const news = scalePatterns.filter((pattern) => reached[pattern] && !counts.raised.has(pattern));
    for (const pattern of news) counts.raised.add(pattern);
    const raised = news.map((pattern): Incident => ({ pattern, key: id, hour }));
    this.#incidents = [...this.#incidents, ...raised].slice(-mostIncidents);
    return raised;
  }

  /** The key that was seen longest ago makes room. */
  #of(key: string, hour: string): Counts {
    const known = this.#counts.get(key);
    const counts = known?.hour === hour ? known : freshCounts(hour);
    moveToEnd(this.#counts, key, counts);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > mostKeys && oldest !== undefined) this.#counts.delete(oldest);
    return counts;
  }

  #fingerprint(hour: string): Fingerprint {
    return (text) => createHmac('sha256', this.#options.secret).update(`${hour} ${text}`).digest().readUInt32BE(0);
  }
}

/** A map keeps the order of insertion, so that its first entry was used longest ago. */
function moveToEnd<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  map.delete(key);
  map.set(key, value);
}

/** In UTF-16 units. */
const longestRead = 4000;

function freshCounts(hour: string): Counts {
  return {
    hour,
    persons: new DistinctCount(),
    byTemplate: new Map(),
    raised: new Set(),
  };
}

function addTemplate({ byTemplate }: Counts, text: string, fingerprint: Fingerprint): void {
  const whole = fingerprint(text);
  for (const mark of templateOf(text, fingerprint)) {
    const count = byTemplate.get(mark) ?? new DistinctCount();
    count.add(whole);
    moveToEnd(byTemplate, mark, count);
    const [oldest] = byTemplate.keys();
    if (byTemplate.size > mostTemplates && oldest !== undefined) byTemplate.delete(oldest);
  }
}
