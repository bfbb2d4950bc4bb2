import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

export interface ScriptedServer {
  readonly url: string;
  /** Bodies that were posted. */
  readonly posted: readonly string[];
  stop(): void;
}

/** A server that calls itself a witness, and answers what it is told to. */
export async function scriptedServer(reply: (response: ServerResponse, body: string) => void): Promise<ScriptedServer> {
  const posted: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      posted.push(body);
      reply(response, body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    posted,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
