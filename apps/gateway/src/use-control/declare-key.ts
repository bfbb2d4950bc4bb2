import { ageBands } from '@parlance/charter';
import { keyPurposes } from '@parlance/wire';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isSeq, parseDocument } from 'yaml';
import { hashOfSecret, secretOf } from '../store/key-facts.ts';
import { parseDeclaredKeys, type WrittenKey } from './declared-keys.ts';

/** What a key can be for, and whose hands it can be in. */
export const declarable = { purposes: keyPurposes, ageBands } as const;

/** What the operator says of a key that is made. */
export type NewKey = Omit<WrittenKey, 'hash'>;

/**
 * Makes a key of 32 random bytes and puts its hash into the operator's file, which is made when it is not there. Returns the key, which stands in no file. What the file said before stays as
 * it was written. Throws `keys_unusable` with every reason, and then the file is as it was.
 */
export function declareKey(path: string, facts: NewKey, randomness: Uint8Array): string {
  const secret = secretOf(randomness);
  const hash = `sha256:${Buffer.from(hashOfSecret(secret)).toString('hex')}`;
  const document = parseDocument(textBefore(path));
  if (!isSeq(document.get('keys'))) document.set('keys', document.createNode([]));
  document.addIn(['keys'], document.createNode({ ...facts, hash }));
  const text = document.toString({ lineWidth: 0 });
  parseDeclaredKeys(path, text);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
  return secret;
}

function textBefore(path: string): string {
  if (!existsSync(path)) return 'keys:\n';
  const text = readFileSync(path, 'utf8');
  // A file with faults is mended by hand: what cannot be read of it would be lost.
  parseDeclaredKeys(path, text);
  return text;
}
