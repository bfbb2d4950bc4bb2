import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line on which every byte takes its time, in both directions. */
export interface SlowLine {
  readonly address: string;
  close(): Promise<void>;
}

/** In front of an address, with a delay in milliseconds each way. */
export async function startSlowLine(address: string, delay: number): Promise<SlowLine> {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const each of [near, far]) {
      sockets.add(each);
      each.on('error', () => undefined);
    }
    forward(near, far, delay);
    forward(far, near, delay);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${portOf(proxy)}`,
    async close() {
      for (const each of sockets) each.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

function forward(from: Socket, to: Socket, delay: number): void {
  const later = (act: () => void): void => {
    setTimeout(() => {
      if (!to.destroyed) act();
    }, delay);
  };
  from.on('data', (bytes: Buffer) => {
    later(() => to.write(bytes));
  });
  from.on('close', () => {
    later(() => to.end());
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
