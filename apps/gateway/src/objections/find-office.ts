import { randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { CodedError } from '@parlance/core';
import { isHeld, readRecord } from '../lifecycle/owner-record.ts';
import { ownIdentity } from '../lifecycle/process-identity.ts';
import { hashOfSecret } from '../store/key-facts.ts';
import { readOwnSecret } from '../store/secret-file.ts';
import { isOfficeKey, officeKeyFile } from './office-key.ts';
import { officeProof } from './office-proof.ts';

export { objectionOutcomes } from '../store/objection-row.ts';

/** Where a running server takes decisions, and the key that it takes them with. */
export interface OfficeDesk {
  /** `http://127.0.0.1:7311` */
  readonly address: string;
  readonly key: string;
}

/** Milliseconds that a server may take to prove itself. */
const patience = 10_000;

/**
 * The desk of the server that owns a data folder and has shown that it has the key: a server that is gone leaves its address behind, where anybody may listen. Throws
 * `office_closed` when none runs, it cannot prove itself, or the key cannot be read.
 */
export async function findOffice(dataFolder: string): Promise<OfficeDesk> {
  const seen = readRecord(join(dataFolder, 'owner.json'));
  const address = seen !== null && isHeld(seen, ownIdentity(), Date.now()) ? (seen.owner?.address ?? null) : null;
  if (address === null) throw closed(`${dataFolder}: no server runs on this data folder; start it, or name its folder with --data`);
  const file = join(dataFolder, officeKeyFile);
  const found = await readOwnSecret(file);
  if (found.kind === 'unusable') throw closed(`${file}: ${found.reason}`);
  if (found.kind === 'absent' || !isOfficeKey(found.text)) throw closed(`${file}: no key of the office; is this the folder of the server?`);
  const desk = { address, key: found.text };
  if (!(await hasKey(desk)))
    throw closed(`${address}: what answers there does not have the key of the office, so it was not sent; nothing was done`);
  return desk;
}

async function hasKey({ address, key }: OfficeDesk): Promise<boolean> {
  const challenge = randomBytes(32).toString('hex');
  const { port } = new URL(address);
  const url = `${address}/internal/office/proof?challenge=${challenge}`;
  const reply = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) }).catch(() => {
    throw closed(`${address} does not answer; is the server still running?`);
  });
  const told = Buffer.from((await reply.text().catch(() => '')).trim());
  const expected = Buffer.from(officeProof(hashOfSecret(key), { challenge, port: Number(port === '' ? 80 : port) }));
  return told.length === expected.length && timingSafeEqual(told, expected);
}

function closed(message: string): CodedError<'office_closed'> {
  return new CodedError('office_closed', message);
}
