import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { CodedError } from '@parlance/core';
import { type Metrics } from './metrics.ts';

export interface MetricsServer {
  /** `http://127.0.0.1:9464/metrics` */
  readonly address: string;
  close(): Promise<void>;
}

interface Place {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/**
 * `GET /metrics` on a port of its own, because small numbers of a public address would tell of single people what the register does not. Throws `address_unusable`.
 */
export async function startMetricsServer(metrics: Pick<Metrics, 'text' | 'contentType'>, { host, port }: Place): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('only GET /metrics is here\n');
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await listening(server, { host, port });
  const bound = server.address();
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    address: `http://${shown}:${String(isBound(bound) ? bound.port : port)}/metrics`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

function isBound(bound: AddressInfo | string | null): bound is AddressInfo {
  return typeof bound === 'object' && bound !== null;
}

function listening(server: Server, { host, port }: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code ?? 'unknown';
      reject(
        new CodedError(
          'address_unusable',
          `cannot serve metrics on ${host}:${port} (${reason}); check PARLANCE_METRICS_HOST and PARLANCE_METRICS_PORT`,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}
