import { startProfile, writeProfile } from './profile.ts';
import { startBareProxy } from './bare-proxy.ts';
import { load, type LoadOrder } from './load.ts';
import { startMock } from './mock-upstream.ts';
import { type ServedWithKey } from './gateway-as-shipped.ts';
import { type Served } from './served.ts';

/** What a process of the benchmark is for. */
type Role = 'mock' | 'load' | 'proxy' | 'gateway';

/** What it is told at its start. */
export interface Setup {
  readonly role: Role;
  readonly upstream: string;
  readonly packs: string;
  readonly data: string;
}

/** The first message from a process. */
export interface Ready {
  readonly address: string;
  readonly key: string | null;
}

export type Order =
  | { readonly kind: 'cpu' }
  | { readonly kind: 'load'; readonly order: LoadOrder }
  /** Null: begin; else write what was sampled since. */
  | { readonly kind: 'profile'; readonly file: string | null }
  | { readonly kind: 'stop' };

/** One process of a benchmark: starts what its role names and answers the orders of the process that started it. */
export async function work(setup: Setup, start: () => Promise<ServedWithKey> = () => startRole(setup)): Promise<void> {
  process.on('disconnect', () => process.exit());
  // The loader of the benchmark switches source maps on, which makes every error dear; a server that is run has none of it.
  process.setSourceMapsEnabled(false);
  const served = await start();
  process.on('message', (order: Order) => {
    void obey(order, served);
  });
  process.send?.({ address: served.address, key: served.key } satisfies Ready);
}

async function startRole({ role, ...options }: Setup): Promise<ServedWithKey> {
  switch (role) {
    case 'mock':
      return { ...(await startMock()), key: null };
    case 'proxy':
      return { ...(await startBareProxy(options.upstream)), key: null };
    case 'gateway': {
      // Loaded here alone, so that the other processes stay small.
      const { startShipped } = await import('./gateway-as-shipped.ts');
      return startShipped(options);
    }
    case 'load':
      return { address: '', key: null, close: () => Promise.resolve() };
  }
}

async function obey(order: Order, served: Served): Promise<void> {
  switch (order.kind) {
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      process.send?.(user + system);
      return;
    }
    case 'load':
      process.send?.(await load(order.order));
      return;
    case 'profile':
      await (order.file === null ? startProfile() : writeProfile(order.file));
      process.send?.(true);
      return;
    case 'stop':
      await served.close();
      process.disconnect();
  }
}
