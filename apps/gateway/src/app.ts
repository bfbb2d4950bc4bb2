import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { type LiveGateway, present } from './gateway.ts';
import { officeRoutes } from './objections/office-routes.ts';
import { readFormFields } from './pages/form-fields.ts';
import { overlongPage } from './pages/overlong-page.ts';
import { pages } from './pages/pages.ts';
import { sendMissing, wantsPage } from './pages/send-missing.ts';
import { chatCompletions } from './routes/chat-completions.ts';
import { completions } from './routes/completions.ts';
import { citations } from './routes/citations.ts';
import { health } from './routes/health.ts';
import { logEntries } from './routes/log-entries.ts';
import { logFiles } from './routes/log-files.ts';
import { receipts } from './routes/receipts.ts';
import { responses } from './routes/responses.ts';
import { rememberMethods } from './routes/known-methods.ts';
import { models } from './routes/models.ts';
import { purposes } from './routes/purposes.ts';
import { packs } from './routes/packs.ts';
import { refuseBytes } from './routes/refuse-bytes.ts';
import { faultOf } from './routes/request-errors.ts';
import { sendFault } from './routes/send-fault.ts';
import { denyUndeclared } from './surfaces/deny-undeclared.ts';

/** Takes lines of the log; without one they go to standard output. */
export interface LogStream {
  write(line: string): void;
}

/** The server: every route, and what happens to requests that are none. A route that is not in the surface table does not exist (R17). */
export function createApp(gateway: LiveGateway, logStream?: LogStream): FastifyInstance {
  const app = Fastify({
    logger: {
      level: gateway.config.log,
      serializers: { req: ({ method, id }) => ({ method, id }) },
      ...(logStream === undefined ? {} : { stream: logStream }),
    },
    // Fastify's own lines hold addresses with what people typed into them; the few that are needed are written here.
    logController: new LogController({ disableRequestLogging: true }),
    // A line that needs the id of its request names it; a logger for each request would cost more than what it writes.
    childLoggerFactory: (logger) => logger,
    bodyLimit: gateway.config.bodyLimit,
    trustProxy: gateway.config.trustedProxies.length > 0 ? [...gateway.config.trustedProxies] : false,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      void sendError(error, request, reply);
    },
    clientErrorHandler: (error, socket) => {
      refuseBytes(error, socket, () => overlongPage(present(gateway).country));
    },
  });
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request: FastifyRequest, body: string) =>
    Promise.resolve(body).then(readFormFields),
  );
  app.setErrorHandler(sendError);
  refuseWhileStopping(app);
  denyUndeclared(app);
  const methodsOf = rememberMethods(app);
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url.split('?', 1)[0] ?? '');
    if (methods.length === 0 && wantsPage(request)) return sendMissing(present(gateway), { request, reply });
    return methods.length === 0
      ? sendFault(reply, {
          code: 'not_found',
          message: 'there is no such address here; the API is at /v1/chat/completions, /v1/responses, /v1/completions and /v1/models',
        })
      : sendFault(reply.header('allow', methods.join(', ')), {
          code: 'method_not_allowed',
          message: `this address takes ${methods.join(', ')}`,
        });
  });
  for (const routes of [
    chatCompletions,
    responses,
    completions,
    models,
    receipts,
    logFiles,
    logEntries,
    health,
    packs,
    purposes,
    citations,
    officeRoutes,
    pages,
  ])
    routes(app, gateway);
  return app;
}

function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const fault = faultOf(error);
  if (fault.code === 'internal_error') request.log.error({ id: request.id, reason: error.code }, 'a request failed');
  return sendFault(reply, fault);
}

/** Answers under way come to their end, and their connections close behind them; what arrives later on the same connections is told to go elsewhere. */
function refuseWhileStopping(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  // A connection that was busy when the server was told to stop would be kept for the client's next request, and the server with it.
  app.addHook('onResponse', (_request, _reply, done) => {
    done();
    if (isStopping)
      setImmediate(() => {
        app.server.closeIdleConnections();
      });
  });
  app.addHook('onRequest', (_request, reply, done) => {
    if (!isStopping) done();
    else void sendFault(reply.header('connection', 'close'), { code: 'shutting_down', message: 'the server is stopping' });
  });
}
