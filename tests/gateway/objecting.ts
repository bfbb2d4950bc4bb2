import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Country } from '../../apps/gateway/src/country/country.ts';
import { decisionDesk, type DecisionDesk } from '../../apps/gateway/src/objections/decide-objection.ts';
import { type AnswerLog, openAnswerLog } from '../../apps/gateway/src/record/answer-log.ts';
import { hashOfSecret } from '../../apps/gateway/src/store/key-facts.ts';
import { openStore, type Store } from '../../apps/gateway/src/store/store.ts';
import { type Fields, bodyOf } from '../pages/asking.ts';
import { type GatewayParts, type RunningGateway, startGateway } from './running-gateway.ts';
import { sampleCountry } from './sample-country.ts';

/** A gateway with a real log and a real database, whose clock the test moves. */
export interface Objecting {
  readonly gateway: RunningGateway;
  readonly store: Store;
  readonly log: AnswerLog;
  readonly desk: DecisionDesk;
  readonly country: Country;
  readonly officeKey: string;
  readonly now: () => Date;
  /** Every byte of every file. */
  readonly files: () => string;
  /** Moves the clock by milliseconds. */
  pass(milliseconds: number): void;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The office's address, with its key. */
  office(path: string, body?: unknown, key?: string): Promise<Response>;
  close(): Promise<void>;
}

type ObjectingParts = Pick<GatewayParts, 'countries' | 'turnKey'> & { readonly country?: Country };

export async function startObjecting(parts: ObjectingParts = {}): Promise<Objecting> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-objections-'));
  let time = Date.parse('2026-11-21T10:00:00Z');
  const now = (): Date => new Date(time);
  const country = parts.country ?? sampleCountry();
  const store = await openStore({ databaseUrl: null, dataFolder: folder, now });
  const log = await openAnswerLog({
    ...{ dataFolder: folder, name: 'log.example', now, inForce: { pack: country.pack, release: null } },
    onFault: () => undefined,
  });
  const officeKey = randomBytes(32).toString('base64url');
  const desk = decisionDesk({ objections: store.objections, log, now, keptDays: () => 30 });
  const upkeep = { counts: () => ({ failures: 0, unlogged: 0 }) };
  const office = { desk, upkeep, keyHash: hashOfSecret(officeKey) };
  const upstreamUrl = 'http://127.0.0.1:9/v1';
  const gateway = await startGateway({ upstreamUrl, ...parts, country, log, office, objections: store.objections, now });
  return {
    ...{ gateway, store, log, desk, country, officeKey, now },
    files: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
        .join('\n'),
    pass: (milliseconds) => {
      time += milliseconds;
    },
    get: (path, headers = {}) => fetch(`${gateway.url}${path}`, { headers }),
    post: (path, fields, headers = {}) => fetch(`${gateway.url}${path}`, { method: 'POST', body: bodyOf(fields), headers }),
    office: (path, body, key = officeKey) =>
      fetch(`${gateway.url}/internal/objections${path}`, {
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      }),
    async close() {
      await gateway.close();
      await log.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const unescaped = (html: string): string => html.replaceAll('&amp;', '&');

/** Addresses of the buttons of an answer. */
export function buttonsOf(html: string): readonly string[] {
  return [...html.matchAll(/href="(\/object\?[^"]+)"/g)].map(([, href]) => unescaped(href ?? ''));
}

export interface ObjectionFormOnPage {
  readonly action: string;
  readonly ticket: string;
}

export function formOf(html: string): ObjectionFormOnPage {
  const action = /action="(\/object\?[^"]+)"/.exec(html)?.[1];
  const ticket = /name="ticket" value="([^"]+)"/.exec(html)?.[1];
  if (action === undefined || ticket === undefined) throw new Error('the page has no form of objection');
  return { action: unescaped(action), ticket };
}

export function codeOf(html: string): string {
  const code = /<code dir="ltr">([A-Za-z0-9_-]{22})<\/code>/.exec(html)?.[1];
  if (code === undefined) throw new Error('the page has no code');
  return code;
}
