import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

/** Something that runs in a process of its own and is asked over HTTP. */
export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Connections live longer than the pauses between two turns of an arm. */
const keepAlive = 120_000;

export async function listening(server: Server): Promise<Served> {
  server.keepAliveTimeout = keepAlive;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
