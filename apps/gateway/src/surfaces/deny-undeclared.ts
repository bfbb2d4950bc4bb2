import { CodedError } from '@parlance/core';
import { type FastifyInstance } from 'fastify';
import { silentRoutes, speakingRoutes } from './surface-table.ts';

/** Refuses every route without an entry in the surface table, when it is registered: such a server does not start (R17). */
export function denyUndeclared(app: FastifyInstance): void {
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (!isDeclared(each, url)) throw undeclared(each, url);
  });
}

function isDeclared(method: string, url: string): boolean {
  // What answers to GET answers to HEAD, with headers alone.
  const route = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  return Object.hasOwn(speakingRoutes, route) || Object.hasOwn(silentRoutes, route);
}

function undeclared(method: string, url: string): CodedError<'undeclared_route'> {
  return new CodedError(
    'undeclared_route',
    `${method} ${url} has no entry in surfaces/surface-table.ts, which says how its texts are read`,
  );
}
