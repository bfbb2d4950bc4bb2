import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/** Enough of a process to tell later whether it still runs, also when its number was given to another one. */
export const processIdentity = z.object({
  pid: z.int().positive(),
  host: z.string(),
  /** Running kernel and pid namespace, inside which a pid means something; null where there is no `/proc`. */
  world: z.string().nullable(),
  /** Clock ticks from the start of the kernel to the start of the process (proc(5), `stat`, field 22); null where there is no `/proc`. */
  born: z.string().nullable(),
});
export type ProcessIdentity = Readonly<z.infer<typeof processIdentity>>;

/** `unknowable`: it belongs to another machine or container, or the machine has started anew without saying so. */
export type Life = 'running' | 'gone' | 'unknowable';

/** Who wants to own a folder, and what it can tell about others. */
export interface Owner {
  readonly identity: ProcessIdentity;
  /** Unlike that of every other attempt; part of a file name. */
  readonly nonce: string;
  lifeOf(other: ProcessIdentity): Life;
}

export function thisProcess(): Owner {
  const identity = { pid: process.pid, host: hostname(), world: ownWorld(), born: statOf(process.pid)?.born ?? null };
  return { identity, nonce: randomUUID(), lifeOf: (other) => lifeOf(other, identity) };
}

function lifeOf(other: ProcessIdentity, own: ProcessIdentity): Life {
  const isSameMachine = other.host === own.host;
  // A kernel that was replaced by a younger one on this machine took its processes with it.
  if (isSameMachine && bootOf(other.world) !== bootOf(own.world)) return 'gone';
  if (other.world !== own.world || (own.world === null && !isSameMachine)) return 'unknowable';
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

function bootOf(world: string | null): string | null {
  return world?.split(' ')[0] ?? null;
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
