import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of its own, on a socket in a folder of its own. */
export interface PostgresServer {
  /** An empty database of a role that is not superuser. */
  freshDatabase(): Promise<string>;
  addressOf(database: string): string;
  asSuperuser<Row extends pg.QueryResultRow>(database: string, ...statements: readonly string[]): Promise<readonly Row[]>;
  /** One statement with its values. */
  query<Row extends pg.QueryResultRow>(database: string, text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  start(): void;
  /** Like a loss of power: without a last word to its clients. */
  crash(): void;
  /** Stops it, and removes its folder. */
  remove(): void;
}

const isRoot = process.getuid?.() === 0;
const password = 'correct horse';

/** The newest server of Debian's packages, with its syncs, so that what it says about the disk is true. */
export async function startPostgres(): Promise<PostgresServer> {
  const root = mkdtempSync(join(tmpdir(), 'parlance-journal-postgres-'));
  const data = join(root, 'data');
  if (isRoot) chownSync(root, Number(execFileSync('id', ['-u', 'postgres'])), -1);
  run('initdb', '--no-sync', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', data);
  writeFileSync(join(data, 'pg_hba.conf'), 'local all postgres trust\nlocal all all scram-sha-256\n');
  const server = serverIn(root, data);
  server.start();
  await server.asSuperuser('postgres', `create role parlance login nosuperuser password '${password}'`);
  return server;
}

function serverIn(root: string, data: string): PostgresServer {
  let databases = 0;
  const crash = () => {
    run('pg_ctl', 'stop', '--wait', '--silent', '-D', data, '-m', 'immediate');
  };
  const during = async <Result>(database: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
    const client = new pg.Client({ host: root, user: 'postgres', database });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const asSuperuser = <Row extends pg.QueryResultRow>(database: string, ...statements: readonly string[]) =>
    during(database, async (client) => {
      let rows: readonly Row[] = [];
      for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
      return rows;
    });
  return {
    asSuperuser,
    query: <Row extends pg.QueryResultRow>(database: string, text: string, values: readonly unknown[] = []) =>
      during(database, async (client) => (await client.query<Row>(text, [...values])).rows),
    crash,
    async freshDatabase() {
      const name = `journal${databases++}`;
      await asSuperuser('postgres', `create database ${name} owner parlance`);
      return name;
    },
    addressOf: (database) => `postgres:///${database}?${new URLSearchParams({ host: root, user: 'parlance', password }).toString()}`,
    start() {
      run('pg_ctl', 'start', '--wait', '--silent', '-D', data, '-l', join(root, 'log'), '-o', `-k ${root} -c listen_addresses=`);
    },
    remove() {
      crash();
      rmSync(root, { recursive: true });
    },
  };
}

function binaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((left, right) => Number(right) - Number(left)) : [];
  const version = versions.find((candidate) => existsSync(join(root, candidate, 'bin', 'initdb')));
  if (version === undefined) throw new Error(`this test needs PostgreSQL in ${root}; install it with: apt-get install postgresql`);
  return join(root, version, 'bin');
}

/** PostgreSQL refuses to run as root, so that root hands over to the user that Debian makes for it. */
function run(program: string, ...parameters: readonly string[]): string {
  const command = [join(binaries(), program), ...parameters];
  const [file = '', ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  return execFileSync(file, rest, { cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
