import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { type FastifyInstance } from 'fastify';
import { createApp } from '../app.ts';
import { type Config } from '../config/config.ts';
import { type LiveGateway, today } from '../gateway.ts';
import { lockDataFolder } from '../lifecycle/data-folder-lock.ts';
import { portOwner, portTakenError } from '../lifecycle/port-owner.ts';
import { openMetrics } from '../metrics/open-metrics.ts';
import { ensureOfficeKey } from '../objections/office-key.ts';
import { decisionDesk } from '../objections/decide-objection.ts';
import { startUpkeep } from '../objections/start-upkeep.ts';
import { type DevelopmentKey, ensureDevelopmentKey } from '../store/development-key.ts';
import { hashOfSecret } from '../store/key-facts.ts';
import { KeyCache } from '../store/key-cache.ts';
import { type AnswerLog, openAnswerLog } from '../record/answer-log.ts';
import { closedLog, isLogAtFault } from '../record/closed-log.ts';
import { type InForce } from '../record/rule-leaves.ts';
import { CitationWriter } from '../store/citation-writer.ts';
import { startJudge } from './start-judge.ts';
import { startReranker } from './start-reranker.ts';
import { stopInOrder } from './stop-in-order.ts';
import { keepRegister } from '../register/keep-register.ts';
import { type DriftAlertLine } from '../register/drift/drift-watch.ts';
import { publishedReports } from '../register/published/published-reports.ts';
import { reportsFolder } from '../register/published/report-name.ts';
import { keptDays } from '../objections/days.ts';
import { lookForDrift } from '../register/drift/look-for-drift.ts';
import { openStore, type Store } from '../store/store.ts';
import { ensureTurnKey } from '../store/turn-key.ts';
import { UsageWriter } from '../store/usage-writer.ts';
import { createCardsUpstream } from '../upstream/cards/cards-upstream.ts';
import { createOpenaiUpstream } from '../upstream/openai/openai-upstream.ts';
import { publicServers } from '../transparency/public-servers.ts';
import { developmentFacts, publicKey } from '../use-control/public-key.ts';
import { type DeclaredKey, readDeclaredKeys, withDeclaredKeys } from '../use-control/declared-keys.ts';
import { ScalePatterns } from '../use-control/scale-patterns.ts';
import { watchUpstream } from '../upstream/watch-upstream.ts';
import { rememberModels } from '../upstream/remember-models.ts';
import { keepPack } from './keep-pack.ts';
import { packSource } from './pack-source.ts';
import { ownKeyWarnings } from './own-key-warnings.ts';
import { unjudgedWarnings } from './unjudged-warnings.ts';

export interface RunningServer {
  readonly address: string;
  /** Null: none are served. */
  readonly metricsAddress: string | null;
  readonly developmentKey: DevelopmentKey | null;
  readonly gateway: LiveGateway;
  readonly warnings: readonly string[];
  /** Looks for another version of the pack now. */
  reload(): Promise<void>;
  /** Answers what is under way, writes what waits, and lets the data folder go. */
  close(): Promise<void>;
}

/**
 * Starts everything in order: pack, data folder, store, upstream, port. What was started is stopped again when a later step fails.
 * Throws `pack_not_loaded`, `organisation_unusable`, `data_folder_owned`, `data_folder_unusable`, `store_unavailable`, `store_newer`, `turn_key_unusable`, `office_key_unusable`, `port_taken`, `address_unusable`, or what `openAnswerLog` throws for a setting.
 */
export async function startServer(config: Config, now: () => Date = () => new Date()): Promise<RunningServer> {
  const stops: (() => Promise<void> | void)[] = [];
  const stopAll = (): Promise<void> => stopInOrder(stops.splice(0).reverse());
  try {
    const declared = config.keys === null ? [] : readDeclaredKeys(config.keys);
    const source = packSource(config, () => today({ now }));
    const [mark, first] = [await source.mark(), await source.load()];
    const lock = await lockDataFolder(config.data);
    stops.push(() => {
      lock.release();
    });
    const store = await openStore({ databaseUrl: config.databaseUrl, dataFolder: config.data, now });
    stops.push(() => store.close());
    const developmentKey = config.mode === 'development' ? await ensureDevelopmentKey(store, config.data, now()) : null;
    const counting = startCounting(store, now);
    stops.push(() => counting.close());
    const log = await openLog(config, first.inForce, now);
    stops.push(() => log.close());
    stops.push(startRegister(store, log));
    const upstream = startUpstream(config, first.country.pack.id);
    stops.push(() => upstream.close());
    const kept = keepPack({ first, mark, source, log, every: config.packReload });
    stops.push(() => kept.stop());
    const helpers = await startHelpers(config, stops);
    const gateway: LiveGateway = {
      config,
      countries: kept.countries,
      upstream: rememberModels(watchUpstream(upstream, now), () => now().getTime()),
      store,
      ...(await startUseControl({ declared, store, developmentKey, now })),
      ...(await startPages(config, developmentKey, declared)),
      ...counting.writers,
      ...helpers,
      log,
      ...(await startDesks({ config, store, log, countries: kept.countries, now, stops })),
      now,
    };
    const app = createApp(gateway);
    const address = await listen(app, config);
    stops.push(() => closeApp(app));
    lock.setAddress(address);
    const warnings = [...first.warnings, ...unjudgedWarnings(first.country.pack, gateway.judge), ...unwatchedWarnings(config, gateway)];
    const addresses = { address, metricsAddress: helpers.metrics?.address ?? null };
    return { ...addresses, developmentKey, gateway, warnings, reload: kept.reload, close: stopAll };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

function startUpstream({ upstream }: Config, country: string) {
  return upstream === null ? { ...createCardsUpstream(country), close: () => Promise.resolve() } : createOpenaiUpstream(upstream);
}

/** What the operator may have set beside the model's server. */
async function startHelpers({ metrics: place, embeddings, egress, classifier }: Config, stops: (() => Promise<void> | void)[]) {
  const metrics = place === null ? null : await openMetrics(place);
  stops.push(() => metrics?.close());
  const [reranker, judge] = [startReranker(embeddings, egress), startJudge(classifier)];
  for (const part of [reranker, judge]) stops.push(() => part?.close());
  return { metrics, reranker, judge };
}

interface UseControl {
  readonly declared: readonly DeclaredKey[];
  readonly store: Store;
  readonly developmentKey: DevelopmentKey | null;
  readonly now: () => Date;
}

async function startUseControl({
  declared,
  store,
  developmentKey,
  now,
}: UseControl): Promise<Pick<LiveGateway, 'keys' | 'purposes' | 'uses'>> {
  const own = developmentKey === null ? [] : [await developmentFacts(store, developmentKey)];
  return {
    keys: withDeclaredKeys(declared, new KeyCache({ keys: store.keys, now }), now),
    purposes: [...declared, ...own].map(publicKey),
    uses: new ScalePatterns({ now, secret: randomBytes(32) }),
  };
}

/** Name of the key in the operator's file under which the pages are counted and watched like any client. */
const pagesName = 'pages';

/** What the pages need, which ask without a key of their own, and tell what runs here. */
async function startPages(
  config: Config,
  developmentKey: DevelopmentKey | null,
  declared: readonly DeclaredKey[],
): Promise<Pick<LiveGateway, 'pageKey' | 'turnKey' | 'servers' | 'reports'>> {
  const made = developmentKey === null ? null : { ...developmentKey.facts, sector: null, ageBand: 'any-age' as const };
  const pageKey = declared.find(({ prefix }) => prefix === pagesName) ?? made;
  const reports = publishedReports(join(config.data, reportsFolder));
  return { pageKey, turnKey: config.turnKey ?? (await ensureTurnKey(config.data)), servers: publicServers(config), reports };
}

interface Desks {
  readonly config: Config;
  readonly store: Pick<Store, 'objections'>;
  readonly log: AnswerLog;
  readonly countries: LiveGateway['countries'];
  readonly now: () => Date;
  readonly stops: (() => Promise<void> | void)[];
}

/** Who may write into the log from outside: other nodes, and the office that decides about objections, for which something is done by the hour. */
async function startDesks({ config, store, log, countries, now, stops }: Desks): Promise<Pick<LiveGateway, 'adding' | 'office'>> {
  const adding = config.logAddKey === null ? null : { log, keyHash: config.logAddKey };
  const keyHash = hashOfSecret(await ensureOfficeKey(config.data));
  const kept = () => keptDays(countries.current());
  const desk = decisionDesk({ objections: store.objections, log, now, keptDays: kept });
  const onFault = (line: string): void => void process.stderr.write(`${line}\n`);
  const upkeep = startUpkeep({ objections: store.objections, desk, now, keptDays: kept, onFault });
  stops.push(() => upkeep.stop());
  return { adding, office: { desk, upkeep, keyHash } };
}

/** What writes to the store by itself. */
function startCounting(store: Pick<Store, 'usage' | 'citations'>, now: () => Date) {
  const options = { onFault: reportUsageFault, now };
  const usage = new UsageWriter({ store: store.usage, ...options });
  const citations = new CitationWriter({ store: store.citations, ...options });
  const close = async (): Promise<void> => {
    const [first, second] = await Promise.allSettled([usage.close(), citations.close()]);
    for (const closed of [first, second]) if (closed.status === 'rejected') throw closed.reason;
  };
  return { writers: { usage, citations }, close };
}

/** Gives what stops it. */
function startRegister({ register: store }: Store, log: AnswerLog): () => Promise<void> {
  return keepRegister({ store, log, onFault: reportRegisterFault, onLooked: lookForDrift(store, reportDrift) }).stop;
}

/** A log at fault stops answers, not the server: people in distress are given their resources all the same. */
async function openLog(config: Config, inForce: InForce, now: () => Date): Promise<AnswerLog> {
  const { data: dataFolder, logName: name } = config;
  try {
    return await openAnswerLog({ dataFolder, name, inForce, witnesses: witnessFile(config.witnesses), now, onFault: reportLogFault });
  } catch (error) {
    if (!isLogAtFault(error)) throw error;
    return closedLog(error);
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw portTakenError(port, await portOwner(port, host));
    if (error instanceof Error && 'code' in error)
      throw new CodedError(
        'address_unusable',
        `cannot listen on ${host}:${port} (${String(error.code)}); check PARLANCE_HOST and PARLANCE_PORT`,
      );
    throw error;
  }
  const bound = app.server.address();
  return `http://${urlHost(bound === null || typeof bound === 'string' ? { address: host, port, family: 'IPv4' } : bound)}`;
}

/** Milliseconds that answers under way get. A reader who takes nothing must not keep the server from closing in order. */
const patience = 12_000;

async function closeApp(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => {
    app.server.closeAllConnections();
  }, patience);
  await app.close();
  clearTimeout(timer);
}

function urlHost({ address, port, family }: AddressInfo): string {
  const host = address === '0.0.0.0' ? '127.0.0.1' : address;
  return family === 'IPv6' ? `[${host}]:${port}` : `${host}:${port}`;
}

function witnessFile(path: string | null): { readonly path: string; readonly text: string } | null {
  if (path === null) return null;
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch {
    throw new CodedError('witness_policy_unusable', `${path}: no file that can be read; check PARLANCE_WITNESSES`);
  }
}

function reportLogFault(error: unknown): void {
  const reason = error instanceof CodedError ? error.message : 'unknown';
  process.stderr.write(`the log: ${reason}; answers are kept in the journal and it is tried again\n`);
}

function unrecordedWarnings({ fault }: Pick<LiveGateway['log'], 'fault'>): readonly string[] {
  if (fault === undefined) return [];
  return [
    `the log cannot be opened: ${fault.message}. Nothing is answered until that is mended and the server started again, but for safety information`,
  ];
}

/** What goes on without being written down, or would be left out. */
function unwatchedWarnings(config: Config, { log, pageKey }: Pick<LiveGateway, 'log' | 'pageKey'>): readonly string[] {
  return [...unrecordedWarnings(log), ...uncountedWarnings(pageKey), ...ownKeyWarnings(config)];
}

function uncountedWarnings(pageKey: LiveGateway['pageKey']): readonly string[] {
  if (pageKey !== null) return [];
  return [`what is asked on the pages is not counted and not watched: PARLANCE_KEYS names no key "${pagesName}"; see docs/use-control.md`];
}

function reportRegisterFault(error: unknown): void {
  const reason = error instanceof CodedError ? error.message : 'unknown';
  process.stderr.write(`the register: ${reason}; it stays as it is and is tried again\n`);
}

/** One line of JSON, for whoever watches the lines of a server. */
function reportDrift(alert: DriftAlertLine): void {
  process.stderr.write(`${JSON.stringify(alert)}\n`);
}

function reportUsageFault(): void {
  process.stderr.write('usage could not be written; it is kept and tried again\n');
}
