import { type Config } from './config/config.ts';
import { type CountryKeeper } from './country/country-keeper.ts';
import { type Country } from './country/country.ts';
import { type Reranker } from './embeddings/reranker.ts';
import { type Judge } from './judging/judge.ts';
import { type TurnMetrics } from './metrics/metrics.ts';
import { type DecisionDesk } from './objections/decide-objection.ts';
import { type Upkeep } from './objections/start-upkeep.ts';
import { type AnswerLog } from './record/answer-log.ts';
import { type PublishedReports } from './register/published/published-reports.ts';
import { type CitationStore } from './store/citation-store.ts';
import { type CitationWriter } from './store/citation-writer.ts';
import { type KeyCache } from './store/key-cache.ts';
import { type KeyFacts } from './store/key-facts.ts';
import { type ObjectionStore } from './store/objection-store.ts';
import { type RegisterStore } from './store/register-store.ts';
import { type Store } from './store/store.ts';
import { type UsageWriter } from './store/usage-writer.ts';
import { type PublicServers } from './transparency/public-servers.ts';
import { type PublicKey } from './use-control/public-key.ts';
import { type ScalePatterns } from './use-control/scale-patterns.ts';
import { type Upstream } from './upstream/upstream.ts';

/** Where the leaves of other nodes go, and who may send them. */
interface LogAdding {
  readonly log: Pick<AnswerLog, 'addLeaves' | 'hasFork' | 'published'>;
  /** SHA-256 of the key that they send. */
  readonly keyHash: Uint8Array;
}

/** Who decides about objections, and what is done for them by the hour. */
interface Office {
  readonly desk: DecisionDesk;
  readonly upkeep: Pick<Upkeep, 'counts'>;
  /** SHA-256 of the key in the data folder. */
  readonly keyHash: Uint8Array;
}

/** What a gateway is made of while one request is answered. */
export interface Gateway {
  readonly config: Pick<Config, 'mode' | 'bodyLimit' | 'log' | 'host' | 'egress' | 'pageQuestions' | 'trustedProxies' | 'releases'>;
  readonly country: Country;
  readonly upstream: Upstream;
  readonly store: Pick<Store, 'ping'> & {
    readonly citations: Pick<CitationStore, 'list'>;
    readonly objections: ObjectionStore;
    readonly register: Pick<RegisterStore, 'sizes' | 'changedCells' | 'totals' | 'blocks'>;
  };
  readonly keys: Pick<KeyCache, 'find'>;
  readonly usage: Pick<UsageWriter, 'add' | 'hasRoom'>;
  readonly citations: Pick<CitationWriter, 'add'>;
  /** Null: no server of embeddings is configured. */
  readonly reranker: Reranker | null;
  /** Null: no safeguard is configured. */
  readonly judge: Judge | null;
  /** What everybody may know of the servers that help. */
  readonly servers: PublicServers;
  /** The journal and the log of answers. */
  readonly log: Pick<
    AnswerLog,
    'intend' | 'settle' | 'receipt' | 'folder' | 'policy' | 'published' | 'shards' | 'origin' | 'hasFork' | 'fault'
  >;
  /** Other nodes may add leaves to the log; null: nobody can. */
  readonly adding: LogAdding | null;
  /** Null: nobody can decide about objections here. */
  readonly office: Office | null;
  /** Counts patterns of use that stand out; keeps no text. */
  readonly uses: Pick<ScalePatterns, 'see' | 'incidents'>;
  /** Counts for the operator; null: nobody reads them. */
  readonly metrics: TurnMetrics | null;
  /** What keys are for, as the public reads it. */
  readonly purposes: readonly PublicKey[];
  readonly reports: PublishedReports;
  /** Counts what is asked on the pages, which need no key. Null: nobody counts them, and the start says so. */
  readonly pageKey: Pick<KeyFacts, 'tenant' | 'id' | 'sector' | 'ageBand'> | null;
  /** Signs the turns that pages bring along; null: one is made at the start, and pages of an earlier start lose theirs. */
  readonly turnKey: Uint8Array | null;
  readonly now: () => Date;
}

/** A running gateway: its pack can be replaced by another version. Routes get it whole and keep no state of their own. */
export interface LiveGateway extends Omit<Gateway, 'country'> {
  readonly countries: Pick<CountryKeeper, 'current' | 'find' | 'refused'>;
}

/** The gateway as it is now. A request takes it once, so that no answer mixes two versions of a pack. */
export function present(live: LiveGateway): Gateway {
  const country = live.countries.current();
  const last = presented.get(live);
  if (last?.country === country) return last;
  const gateway: Gateway = { ...live, country };
  presented.set(live, gateway);
  return gateway;
}

/** A pack stays for days, and an object with so many members costs as much as a stage of a request. */
const presented = new WeakMap<LiveGateway, Gateway>();

export function today(gateway: Pick<Gateway, 'now'>): string {
  return gateway.now().toISOString().slice(0, 10);
}
