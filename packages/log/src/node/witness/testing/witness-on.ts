import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Signer } from '../../../note/index.ts';
import { log, witnesses } from '../../../testing/actors.ts';
import { type SimulatedDisk } from '../../files/testing/simulated-disk.ts';
import { ownerWith } from '../../lock/testing/owner.ts';
import { witnessListener, type WitnessServerOptions } from '../witness-server.ts';
import { openWitnessStore } from '../witness-store.ts';

export interface RunningWitness {
  readonly url: string;
  readonly forks: readonly string[];
  readonly faults: readonly unknown[];
  stop(): Promise<void>;
}

/** A witness of the log of `actors.ts` on a real socket, with its folder on a simulated disk. */
export async function witnessOn(
  { files }: SimulatedDisk,
  { signer = witnesses[0], ...more }: Partial<WitnessServerOptions> & { readonly signer?: Signer } = {},
): Promise<RunningWitness> {
  const store = await openWitnessStore({ files, folder: '/witness', owner: ownerWith('gone') });
  const [forks, faults]: [string[], unknown[]] = [[], []];
  const onFork = ({ origin, size }: { readonly origin: string; readonly size: bigint }) => forks.push(`${origin} ${String(size)}`);
  const onFault = (error: unknown) => faults.push(error);
  const now = () => new Date('2026-11-21T12:00:00.000Z');
  const server = createServer(witnessListener({ signer, logs: [log], store, now, onFork, onFault, ...more }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    forks,
    faults,
    async stop() {
      server.closeAllConnections();
      server.close();
      await store.close();
    },
  };
}
