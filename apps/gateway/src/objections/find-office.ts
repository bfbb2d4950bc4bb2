import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { readRecord } from '../lifecycle/owner-record.ts';
import { isOfficeKey, officeKeyFile } from './office-key.ts';

export { objectionOutcomes } from '../store/objection-row.ts';

/** Where a running server takes decisions, and the key that it takes them with. */
export interface OfficeDesk {
  /** `http://127.0.0.1:7311` */
  readonly address: string;
  readonly key: string;
}

/** The desk of the server that owns a data folder. Throws `office_closed` when none runs, or its key cannot be read. */
export async function findOffice(dataFolder: string): Promise<OfficeDesk> {
  const address = readRecord(join(dataFolder, 'owner.json'))?.owner?.address ?? null;
  if (address === null)
    throw new CodedError('office_closed', `${dataFolder}: no server runs on this data folder; start it, or name its folder with --data`);
  const file = join(dataFolder, officeKeyFile);
  const key = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (!isOfficeKey(key)) throw new CodedError('office_closed', `${file}: no key of the office that can be read; its owner has to run this`);
  return { address, key };
}
