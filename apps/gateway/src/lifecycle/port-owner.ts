import { readdir, readFile, readlink } from 'node:fs/promises';
import { isIP } from 'node:net';
import { basename } from 'node:path';
import { type CodedError } from '@parlance/core';
import { lifecycleError, type LifecycleErrorCode } from './lifecycle-error.ts';

export interface PortOwner {
  readonly pid: number;
  readonly command: string;
}

/**
 * Which process listens where `host:port` would. Null when that cannot be known: not on Linux, a process of another user,
 * or another container.
 */
export async function portOwner(port: number, host: string): Promise<PortOwner | null> {
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map((path) => readFile(path, 'utf8').catch(() => '')));
  const inodes = new Set(
    tables
      .flatMap(listenersIn)
      .filter((listener) => isInTheWay(listener, port, host))
      .map(({ inode }) => `socket:[${inode}]`),
  );
  if (inodes.size === 0) return null;
  for (const name of await readdir('/proc').catch(() => [])) {
    if (/^\d+$/.test(name) && (await holdsOne(name, inodes))) return { pid: Number(name), command: await commandOf(name) };
  }
  return null;
}

export function portTakenError(port: number, owner: PortOwner | null): CodedError<LifecycleErrorCode> {
  const by = owner === null ? 'another program' : `${owner.command} (pid ${owner.pid})`;
  return lifecycleError(
    'port_taken',
    `port ${port} is taken by ${by}; stop it, or set PARLANCE_PORT to another port (0 takes any free one)`,
  );
}

interface Listener {
  /** Hexadecimal, each group of four bytes in the order of this machine (proc(5), `/proc/net/tcp`). */
  readonly address: string;
  readonly port: number;
  readonly inode: string;
}

/** `sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode ...`; state 0A is listening. */
function listenersIn(table: string): readonly Listener[] {
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([, local = '', , state, , , , , , inode = '']) => {
    const [address = '', port = ''] = local.split(':');
    return state === '0A' ? [{ address, port: Number.parseInt(port, 16), inode }] : [];
  });
}

/** Two listeners collide on one address, and on any when one of them takes every address. A name may stand for several. */
function isInTheWay({ address, port: taken }: Listener, port: number, host: string): boolean {
  if (taken !== port) return false;
  const isEverywhere = /^0+$/.test(address) || isIP(host) !== 4 || host === '0.0.0.0';
  const inMemory = Buffer.from(host.split('.').map(Number)).reverse().toString('hex').toUpperCase();
  return isEverywhere || address.endsWith(inMemory);
}

async function holdsOne(pid: string, sockets: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  for (const fd of await readdir(folder).catch(() => [])) {
    if (sockets.has(await readlink(`${folder}/${fd}`).catch(() => ''))) return true;
  }
  return false;
}

async function commandOf(pid: string): Promise<string> {
  const program = await readlink(`/proc/${pid}/exe`).catch(() => 'a process');
  return basename(program.replace(/ \(deleted\)$/, ''))
    .replaceAll(/\p{C}/gu, '?')
    .slice(0, 64);
}
