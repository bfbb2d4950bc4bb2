import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '@parlance/wire';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../apps/gateway/src/app.ts';
import { errorMeanings, envelopeOf } from '../../apps/gateway/src/errors.ts';
import { type Gateway } from '../../apps/gateway/src/gateway.ts';
import { rememberMethods } from '../../apps/gateway/src/routes/known-methods.ts';
import { memoryLog } from './memory-log.ts';
import { gatewayOf } from './running-gateway.ts';

describe('errors that a client can meet', () => {
  const rows = [...readFileSync(join(import.meta.dirname, '../../docs/errors.md'), 'utf8').matchAll(/^\| `(\w+)` \| (\d{3}) \|/gm)].map(
    ([, code, status]) => [code, Number(status)] as const,
  );

  test('are the same in the documentation, the wire format and the server, with the same status', () => {
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(Object.entries(errorMeanings).map(([code, { status }]) => [code, status])));
    expect(rows.map(([code]) => code).sort()).toEqual([...errorCodes].sort());
    expect(Object.keys(errorMeanings).sort()).toEqual([...errorCodes].sort());
    expect(rows).toHaveLength(new Set(errorCodes).size);
  });

  test('have a type that fits their status', () => {
    for (const code of errorCodes) {
      const { status } = errorMeanings[code];
      const { type } = envelopeOf({ code, message: '' }).error;
      expect(type === 'server_error').toBe(status >= 500);
      expect(type === 'rate_limit_error').toBe(status === 429);
      expect(type === 'authentication_error').toBe(status === 401);
      expect(type === 'not_found_error').toBe(status === 404);
    }
  });
});

/** Every route and how it treats text of an upstream (R17). A route that is not here must not exist. */
const routes = {
  'POST /v1/chat/completions': 'the turn, as JSON or server-sent events',
  'GET /v1/models': 'ids that the upstream lists; no answer',
  'GET /v1/parlance/receipts/:id': 'the record of an answer, which holds no text',
  'GET /log/checkpoint': 'a file of the log',
  'GET /log/policy.txt': 'keys of the log',
  'GET /log/:shard/checkpoint': 'a file of the log',
  'GET /log/:shard/tile/*': 'a file of the log',
  'GET /log/tile/*': 'a file of the log',
  'GET /healthz': 'no text of an upstream',
  'GET /readyz': 'no text of an upstream',
  'GET /citations': 'how often which publisher was cited; names from the pack alone',
  'GET /packs/:id': 'files of the pack, which are public',
  'GET /packs/:id/:digest': 'files of a pack that was in force, which are public',
  'GET /': 'no text of an upstream',
  'GET /ask': 'sends to /',
  'POST /ask': 'the turn, as HTML',
  'GET /assets/parlance.css': 'a file of this project',
  'GET /assets/verify.js': 'a file of this project',
  'GET /assets/verifier.js': 'a file of this project',
  'GET /verify': 'a receipt, which holds no text',
} as const;

const developmentRoutes = {
  'GET /try': 'no text of an upstream',
  'POST /try': 'the turn, as HTML, on pasted text',
  'GET /try/rule': 'sends to /try',
  'POST /try/rule': 'findings of the check of packs',
} as const;

/** Only with a key that is set for it. */
const addingRoutes = { 'POST /internal/log/entries': 'leaves of other nodes for the log; no text of an upstream' } as const;

async function routesOf(mode: 'development' | 'production', adding: Gateway['adding'] = null): Promise<readonly string[]> {
  const app = createApp(gatewayOf({ upstreamUrl: 'http://127.0.0.1:9/v1', mode, adding }));
  await app.ready();
  // The tree lists what is really registered, whatever registered it.
  const printed = app.printRoutes({ includeHooks: false });
  await app.close();
  const found: string[] = [];
  const path: string[] = [];
  for (const line of printed.split('\n')) {
    const match = /^([│ ]*)(?:├|└)── (\S*)(?: \((.*)\))?$/u.exec(line);
    if (match === null) continue;
    const [, indent = '', part = '', methods] = match;
    path.length = indent.length / 4;
    path.push(part);
    for (const method of methods?.split(', ') ?? []) if (method !== 'HEAD') found.push(`${method} ${path.join('')}`);
  }
  return found.sort();
}

describe('the route inventory', () => {
  test('is exactly what is registered in development', async () => {
    expect(await routesOf('development')).toEqual([...Object.keys(routes), ...Object.keys(developmentRoutes)].sort());
  });

  test('has nothing to try in production', async () => {
    expect(await routesOf('production')).toEqual(Object.keys(routes).sort());
  });

  test('has one more where other nodes may add leaves to the log', async () => {
    const { published, hasFork } = memoryLog();
    const log = { published, hasFork, addLeaves: () => Promise.reject(new Error('not here')) };
    expect(await routesOf('production', { keyHash: new Uint8Array(32), log })).toEqual(
      [...Object.keys(routes), ...Object.keys(addingRoutes)].sort(),
    );
  });

  test('knows the methods of an address and no others', () => {
    const app = createApp(gatewayOf({ upstreamUrl: 'http://127.0.0.1:9/v1' }));
    const methodsOf = rememberMethods(app);
    app.get('/assets/late.css', () => '');
    expect(methodsOf('/assets/late.css')).toEqual(['GET', 'HEAD']);
    expect(methodsOf('/assets/lateXcss')).toEqual([]);
  });
});
