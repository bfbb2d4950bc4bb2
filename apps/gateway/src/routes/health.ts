import { type FastifyInstance } from 'fastify';
import { type LiveGateway } from '../gateway.ts';
import { unjudgedRules } from '../server/unjudged-warnings.ts';

/** `GET /healthz`: the process lives. `GET /readyz`: it can answer, or what is missing. */
export function health(app: FastifyInstance, gateway: LiveGateway): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const missing = [
      ...((await answers(gateway.store.ping())) ? [] : ['database']),
      ...(gateway.usage.hasRoom ? [] : ['usage']),
      ...(gateway.log.hasFork() || gateway.log.fault !== undefined ? ['log'] : []),
      ...((await gateway.upstream.models()).length > 0 ? [] : ['upstream']),
      ...(unjudgedRules(gateway.countries.current().pack, gateway.judge).length === 0 ? [] : ['classifier']),
    ];
    return reply.code(missing.length === 0 ? 200 : 503).send({
      status: missing.length === 0 ? 'ready' : 'not ready',
      missing,
      pack: packState(gateway),
      ...embeddingsState(gateway),
      ...judgeState(gateway),
      ...usesState(gateway),
      ...objectionState(gateway),
    });
  });
}

/** Which pack answers, and why another one that is there does not. */
function packState({ countries }: LiveGateway) {
  const { id, version, digest } = countries.current().pack;
  return { id, version, digest, refused: countries.refused() };
}

/** Patterns of use that a person has to look at: ids of keys, which are public. The server answers on. */
function usesState({ uses }: LiveGateway) {
  const incidents = uses.incidents();
  return incidents.length === 0 ? {} : { incidents };
}

/** What could not be done for objections by the hour: the server answers on. */
function objectionState({ office }: LiveGateway) {
  const counts = office?.upkeep.counts() ?? { failures: 0, unlogged: 0 };
  return counts.failures === 0 && counts.unlogged === 0 ? {} : { objections: counts };
}

/** Embeddings only help: without them the server is ready all the same. */
function embeddingsState({ reranker }: LiveGateway) {
  return reranker === null ? {} : { embeddings: reranker.counts() };
}

/** A safeguard that fails leaves the server ready: rules say what is done then. */
function judgeState({ judge }: LiveGateway) {
  return judge === null ? {} : { classifier: judge.counts() };
}

async function answers(ping: Promise<void>): Promise<boolean> {
  try {
    await ping;
    return true;
  } catch {
    return false;
  }
}
