import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Enough of a process to tell later whether it still runs, also when its number was given to another one. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly host: string;
  /** Running kernel and pid namespace, inside which a pid means something; null where there is no `/proc`. */
  readonly world: string | null;
  /** Clock ticks from the start of the kernel to the start of the process (proc(5), `stat`, field 22); null where there is no `/proc`. */
  readonly born: string | null;
}

/** `unknowable`: it belongs to another machine or container, or the machine has started anew. */
export type Life = 'running' | 'gone' | 'unknowable';

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, host: hostname(), world: ownWorld(), born: statOf(process.pid)?.born ?? null };
}

export function lifeOf(other: ProcessIdentity, own: ProcessIdentity): Life {
  const isNear = other.world === own.world && (own.world !== null || other.host === own.host);
  if (!isNear) return 'unknowable';
  if (!pidExists(other.pid)) return 'gone';
  const stat = statOf(other.pid);
  // `/proc` may hide the processes of others; one that exists and cannot be seen counts as the one that is meant.
  if (stat === null || other.born === null) return 'running';
  return stat.isZombie || stat.born !== other.born ? 'gone' : 'running';
}

function ownWorld(): string | null {
  const boot = readText('/proc/sys/kernel/random/boot_id');
  try {
    return boot === null ? null : `${boot.trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function statOf(pid: number): { readonly born: string; readonly isZombie: boolean } | null {
  const text = readText(`/proc/${pid}/stat`);
  if (text === null) return null;
  // The second field is the name of the program in parentheses, and may itself hold blanks and parentheses.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, born] = [fields[0], fields[19]];
  return state === undefined || born === undefined ? null : { born, isZombie: state === 'Z' || state === 'X' };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
