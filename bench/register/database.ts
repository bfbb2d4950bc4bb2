import { type PostgresServer, startPostgres } from '../../apps/gateway/src/journal-postgres/testing/postgres-server.ts';

export interface BenchDatabase {
  readonly url: string;
  stop(): void;
}

/** A PostgreSQL of its own with an empty database; null where this machine has none. */
export async function startDatabase(): Promise<BenchDatabase | null> {
  const server = await startPostgres().catch((): PostgresServer | null => null);
  if (server === null) return null;
  const url = server.addressOf(await server.freshDatabase());
  return {
    url,
    stop: () => {
      server.remove();
    },
  };
}
