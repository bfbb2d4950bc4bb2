import { type FastifyInstance } from 'fastify';

/** Remembers which methods each address takes, so that a wrong one can be told from a wrong address. To be called before the routes are added. */
export function rememberMethods(app: FastifyInstance): (path: string) => readonly string[] {
  const known: { readonly pattern: RegExp; readonly method: string }[] = [];
  app.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replaceAll('.', '\\.').replace(/:\w+/gu, '[^/]+')}$`, 'u');
    for (const each of [method].flat()) known.push({ pattern, method: each });
  });
  return (path) => [...new Set(known.flatMap(({ pattern, method }) => (pattern.test(path) ? [method] : [])))].sort();
}
