import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { lifeOf, type ProcessIdentity } from './process-identity.ts';

/** What stands in `<data>/owner.json`, as one line of JSON. */
const ownerRecord = z.object({
  pid: z.int().positive(),
  host: z.string(),
  world: z.string().nullable(),
  born: z.string().nullable(),
  /** ISO 8601. */
  started: z.string(),
  /** Where the owner answers; null until it listens. */
  address: z.string().nullable(),
  /** Makes every record unlike every other. */
  nonce: z.string(),
});
export type OwnerRecord = Readonly<z.infer<typeof ownerRecord>>;

export interface SeenRecord {
  readonly text: string;
  /** Null when the file is broken or not yet written to its end. */
  readonly owner: OwnerRecord | null;
  /** When the owner last said that it lives. Milliseconds since the epoch. */
  readonly touchedAt: number;
}

/** The owner touches its record every five seconds; one that was not touched for thirty counts as left behind. */
export const heartbeat = 5_000;
export const patience = 30_000;

/** Null when there is no such file. */
export function readRecord(path: string): SeenRecord | null {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, owner: parseRecord(text), touchedAt: statSync(path).mtimeMs };
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes the record unless the file is there. */
export function createRecord(path: string, record: OwnerRecord): boolean {
  try {
    writeFileSync(path, formatRecord(record), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

export function formatRecord(record: OwnerRecord): string {
  return `${JSON.stringify(record)}\n`;
}

/** Whether somebody may still stand behind a record. Where processes cannot be asked, the heartbeat decides. */
export function isHeld({ owner, touchedAt }: SeenRecord, own: ProcessIdentity, now: number): boolean {
  const life = owner === null ? 'unknowable' : lifeOf(owner, own);
  return life === 'running' || (life === 'unknowable' && now - touchedAt < patience);
}

/** The file by which exactly one process becomes the heir of a record whose owner is gone. */
export function heirPath(path: string, text: string): string {
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return join(dirname(path), `owner.${name}.json`);
}

export function errorCodeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function parseRecord(text: string): OwnerRecord | null {
  try {
    return ownerRecord.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
