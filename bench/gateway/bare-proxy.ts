import { Agent, createServer, request as ask } from 'node:http';
import { listening, type Served } from './served.ts';

/** The least that any gateway can do: `node:http` on both sides, bytes passed on as they come. */
export async function startBareProxy(upstream: string): Promise<Served> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const { hostname, port } = new URL(upstream);
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const onward = ask({ agent, hostname, port, method, path: url, headers: { ...headers, host: `${hostname}:${port}` } }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  const served = await listening(server);
  return {
    address: served.address,
    close: async () => {
      agent.destroy();
      await served.close();
    },
  };
}
