import { type EgressPolicy } from '@parlance/wire';
import { hashOfSecret } from '../store/key-facts.ts';
import { type SettingValues } from './settings.ts';

/** Everything that can be set, checked. Paths are as written; a relative one counts from the folder in which the server starts. */
export interface Config {
  readonly mode: 'development' | 'production';
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where Prometheus reads; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly data: string;
  readonly packs: string;
  /** ISO 3166-1 alpha-2; null: the only pack, or the example. */
  readonly country: string | null;
  /** Folder of released packs; null: the pack lies in `packs`. */
  readonly releases: string | null;
  /** Path of the file with the keys and roles that count; null: no signature is verified. */
  readonly trust: string | null;
  /** Milliseconds between two looks for another version of the pack; 0: only when told to. */
  readonly packReload: number;
  /** Path of the organisation's file; null: it sets nothing. */
  readonly organisation: string | null;
  /** Null: the embedded service cards answer. */
  readonly upstream: UpstreamConfig | null;
  /** What happens to identifiers before a request leaves the country. */
  readonly egress: EgressPolicy;
  /** Path of the file with the keys of clients; null: only those of the database. */
  readonly keys: string | null;
  /** Null: the order of the words stands. */
  readonly embeddings: EmbeddingsConfig | null;
  /** Null: no safeguard judges. */
  readonly classifier: ClassifierConfig | null;
  /** Name of the transparency log, without its shard. */
  readonly logName: string;
  /** Path of the policy file with the witnesses of the log; null: none. */
  readonly witnesses: string | null;
  /** SHA-256 of the key with which other nodes add leaves to the log; null: nobody can. The key itself is not kept. */
  readonly logAddKey: Uint8Array | null;
  /** Bytes. */
  readonly bodyLimit: number;
  /** Signs the turns that pages carry; null: each data folder has a key of its own. */
  readonly turnKey: Uint8Array | null;
  /** For each connection and hour; 0: no limit. */
  readonly pageQuestions: number;
  /** Addresses of the proxies that say truly from where a request comes; empty: none. */
  readonly trustedProxies: readonly string[];
  readonly log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Null: the embedded database in `<data>/state`. */
  readonly databaseUrl: string | null;
}

export type EmbeddingsConfig = Omit<UpstreamConfig, 'timeout'>;

export interface ClassifierConfig extends EmbeddingsConfig {
  readonly kind: 'chat' | 'moderations';
  /** Milliseconds that one judgement may take. */
  readonly budget: number;
  /** Judgements at once. */
  readonly concurrency: number;
}

export interface UpstreamConfig {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly key: string | null;
  readonly model: string | null;
  /** ISO 3166-1 alpha-2; null counts as outside. */
  readonly jurisdiction: string | null;
  /** Milliseconds to the first byte. */
  readonly timeout: number;
}

export function configOf(values: SettingValues): Config {
  const { mode, host, port, data, packs, log } = values;
  return {
    mode,
    host,
    port,
    data,
    packs,
    country: values.country ?? null,
    releases: values.releases ?? null,
    trust: values.trust ?? null,
    metrics: values.metrics_port === undefined ? null : { host: values.metrics_host, port: values.metrics_port },
    packReload: values.pack_reload * 1000,
    organisation: values.organisation ?? null,
    egress: values.egress,
    keys: values.keys ?? null,
    log,
    logName: values.log_name,
    witnesses: values.witnesses ?? null,
    logAddKey: values.log_add_key === undefined ? null : hashOfSecret(values.log_add_key),
    bodyLimit: values.body_limit,
    turnKey: values.turn_key === undefined ? null : Buffer.from(values.turn_key, 'hex'),
    pageQuestions: values.page_questions,
    trustedProxies: values.trusted_proxies ?? [],
    databaseUrl: values.database_url ?? null,
    upstream: upstreamOf(values),
    embeddings: embeddingsOf(values),
    classifier: classifierOf(values),
  };
}

function embeddingsOf(values: SettingValues): EmbeddingsConfig | null {
  if (values.embeddings === undefined) return null;
  return {
    baseUrl: values.embeddings,
    key: values.embeddings_key ?? null,
    model: values.embeddings_model ?? null,
    jurisdiction: values.embeddings_jurisdiction ?? null,
  };
}

function classifierOf(values: SettingValues): ClassifierConfig | null {
  if (values.classifier === undefined) return null;
  return {
    baseUrl: values.classifier,
    kind: values.classifier_kind,
    key: values.classifier_key ?? null,
    model: values.classifier_model ?? null,
    jurisdiction: values.classifier_jurisdiction ?? null,
    budget: values.classifier_budget,
    concurrency: values.classifier_concurrency,
  };
}

function upstreamOf(values: SettingValues): UpstreamConfig | null {
  if (values.upstream === undefined) return null;
  return {
    baseUrl: values.upstream,
    key: values.upstream_key ?? null,
    model: values.upstream_model ?? null,
    jurisdiction: values.upstream_jurisdiction ?? null,
    timeout: Math.round(values.upstream_timeout * 1000),
  };
}
