import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { CodedError } from '@parlance/core';
import { formatSignerKey, parseSignerKey, type Signer, type SignWith } from '@parlance/log';
import { type Files, writeAtomically } from '@parlance/log/node';

/**
 * The key of the log whose origin is given, made when there is none. It is on the disk before anything is signed with it. The folder is the server's own, which nobody
 * else may read. Throws `log_key_unusable`.
 */
export async function openLogKey(files: Files, path: string, origin: string): Promise<Signer> {
  const text = await textOf(files, path);
  if (text === null) return makeKey(files, path, origin);
  const signer = await parseSignerKey(text.trim(), signAtOnce);
  if (!signer.ok) throw unusable(path, `it is no signing key (${signer.code})`);
  if (signer.value.name !== origin) throw unusable(path, `it is the key of another log than ${origin}`);
  return signer.value;
}

/** A signature takes less time than the way to another thread and back. */
const signAtOnce: SignWith = (pkcs8) => {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  return (message) => Promise.resolve(new Uint8Array(sign(null, message, key)));
};

async function makeKey(files: Files, path: string, origin: string): Promise<Signer> {
  const text = await formatSignerKey({ name: origin, algorithm: 'ed25519', seed: randomBytes(32) });
  await writeAtomically(files, { path, temporary: `${path}.new`, bytes: new TextEncoder().encode(`${text}\n`) });
  return openLogKey(files, path, origin);
}

async function textOf(files: Files, path: string): Promise<string | null> {
  const bytes = await files.read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

function unusable(path: string, reason: string): CodedError<'log_key_unusable'> {
  return new CodedError(
    'log_key_unusable',
    `${path}: ${reason}; restore the key of this log, or move the whole folder away to begin a new log`,
  );
}
