import { type Signer, signerOf } from '../../../note/index.ts';
import { checkLog, type LogCheck } from '../../check/check-log.ts';
import { type SimulatedDisk } from '../../files/testing/simulated-disk.ts';
import { ownerWith } from '../../lock/testing/owner.ts';
import { createLogWriter, type LogWriterOptions } from '../create-log-writer.ts';
import { type LogWriter } from '../log-writer.ts';

export const origin = 'log.example.org/2026h1';
export const signer: Signer = await signerOf({ name: origin, algorithm: 'ed25519', seed: new Uint8Array(32).fill(1) });

export async function writerOn({ files }: SimulatedDisk, more: Partial<LogWriterOptions> = {}): Promise<LogWriter> {
  const now = () => new Date('2026-07-01T00:00:00.000Z');
  return createLogWriter({ files, folder: '/log', origin, signer, now, owner: ownerWith('gone'), ...more });
}

export async function checkOn({ files }: SimulatedDisk, folder = '/log'): Promise<LogCheck> {
  return checkLog({ files, folder, origin, key: signer });
}

/** Leaves that say which they are. */
export function leavesOf(count: number, from = 0): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) => new TextEncoder().encode(`leaf ${from + index}`));
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
