import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCodes } from '@parlance/wire';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../apps/gateway/src/app.ts';
import { errorMeanings, envelopeOf } from '../../apps/gateway/src/errors.ts';
import { type Gateway } from '../../apps/gateway/src/gateway.ts';
import { rememberMethods } from '../../apps/gateway/src/routes/known-methods.ts';
import { silentRoutes, speakingRoutes } from '../../apps/gateway/src/surfaces/surface-table.ts';
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

/** Routes that are not always there: for development alone, and with a key that is set for them. */
const developmentRoutes = ['GET /try', 'POST /try', 'GET /try/rule', 'POST /try/rule'];
const addingRoutes = ['POST /internal/log/entries'];
const officeRoutes = [
  'GET /internal/office/proof',
  'GET /internal/objections',
  'GET /internal/objections/:number',
  'POST /internal/objections/:number',
];

const declared = [...Object.keys(speakingRoutes), ...Object.keys(silentRoutes)];
const withoutRoutes = (...some: readonly string[]): readonly string[] => declared.filter((route) => !some.includes(route)).sort();

async function routesOf(
  mode: 'development' | 'production',
  keyed: Partial<Pick<Gateway, 'adding' | 'office'>> = {},
): Promise<readonly string[]> {
  const app = createApp(gatewayOf({ upstreamUrl: 'http://127.0.0.1:9/v1', mode, ...keyed }));
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

describe('the surface table', () => {
  test('is exactly what is registered in development', async () => {
    expect(await routesOf('development')).toEqual(withoutRoutes(...addingRoutes, ...officeRoutes));
  });

  test('has nothing to try in production', async () => {
    expect(await routesOf('production')).toEqual(withoutRoutes(...addingRoutes, ...officeRoutes, ...developmentRoutes));
  });

  test('has one more where other nodes may add leaves to the log', async () => {
    const { published, hasFork } = memoryLog();
    const log = { published, hasFork, addLeaves: () => Promise.reject(new Error('not here')) };
    const adding = { keyHash: new Uint8Array(32), log };
    expect(await routesOf('production', { adding })).toEqual(withoutRoutes(...officeRoutes, ...developmentRoutes));
  });

  test('has four more where somebody can decide about objections', async () => {
    const none = () => Promise.reject(new Error('not here'));
    const office = {
      keyHash: new Uint8Array(32),
      desk: { decide: none, stateUnlogged: none },
      upkeep: { counts: () => ({ failures: 0, unlogged: 0 }) },
    };
    expect(await routesOf('production', { office })).toEqual(withoutRoutes(...addingRoutes, ...developmentRoutes));
  });

  test('names each route once', () => {
    expect(new Set(declared).size).toBe(declared.length);
  });

  test.each([
    ['GET', '/v1/embeddings'],
    ['PUT', '/v1/responses'],
    ['HEAD', '/v1/responses'],
    ['DELETE', '/v1/chat/completions'],
    ['POST', '/v1/chat/completions/'],
    ['POST', '/v1/:any'],
    ['POST', '*'],
    ['GET', '/constructor'],
  ])('has no entry for %s %s, so a server with it does not start', (method, url) => {
    const app = createApp(gatewayOf({ upstreamUrl: 'http://127.0.0.1:9/v1' }));
    expect(() => app.route({ method, url, handler: () => '' })).toThrow('has no entry in surfaces/surface-table.ts');
  });

  test('knows the methods of an address and no others', () => {
    const app = Fastify();
    const methodsOf = rememberMethods(app);
    app.get('/assets/parlance.css', () => '');
    expect(methodsOf('/assets/parlance.css')).toEqual(['GET', 'HEAD']);
    expect(methodsOf('/assets/parlanceXcss')).toEqual([]);
  });
});
