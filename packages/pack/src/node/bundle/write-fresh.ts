import { randomUUID } from 'node:crypto';
import { lstat, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { bundleError } from '../../bundle/bundle-error.ts';
import { type PackFiles } from '../../format/pack-files.ts';
import { writeFolder } from '../write-durably.ts';

/** Throws `target_taken` where anything stands, be it an empty folder or a link to nowhere. */
export async function refuseTaken(target: string): Promise<void> {
  if ((await lstat(target).catch(() => null)) !== null)
    throw bundleError('target_taken', `${target} is there already; name a folder that is not`);
}

/** The whole pack under a name that nobody had, or nothing. Paths were refused before, when they are none of a pack. */
export async function writeFresh(target: string, files: PackFiles): Promise<void> {
  const whole = resolve(target);
  const incoming = join(dirname(whole), `.${basename(whole)}.partial-${randomUUID()}`);
  try {
    await refuseTaken(target);
    await writeFolder(whole, files, incoming);
  } finally {
    await rm(incoming, { recursive: true, force: true });
  }
}
