import { ageBands } from '@parlance/charter';
import { CodedError } from '@parlance/core';
import { keyPurposes } from '@parlance/wire';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type KeyCache } from '../store/key-cache.ts';
import { hashOfSecret, hasSecretForm, isLive, type KeyFacts } from '../store/key-facts.ts';
import { isKeyId, isTenantId } from '../store/schema.ts';

/** Facts of a key of the operator's file, with the hash by which it is found. */
export interface DeclaredKey extends KeyFacts {
  /** SHA-256 of the whole key, in hexadecimal. */
  readonly hash: string;
}

const words = (longest: number) =>
  z.string(`expected a text of at most ${longest} characters`).trim().min(1, 'expected a text').max(longest);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, `expected one of: ${values.join(', ')}`);

const keySchema = z.strictObject({
  name: z.string('expected a name').regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected a name of small letters, digits and hyphens'),
  hash: z.string('expected the SHA-256 of the key').regex(/^sha256:[0-9a-f]{64}$/, 'expected sha256: and 64 hexadecimal digits'),
  purpose: oneOf(keyPurposes),
  about: words(300),
  office: words(200),
  sector: words(64).optional(),
  age_band: oneOf(ageBands).optional(),
  expires: z.iso.date('expected a day, as 2027-12-31').optional(),
});

const fileSchema = z.strictObject({ keys: z.array(keySchema, 'expected a list of keys').max(10_000) });

/**
 * Reads the operator's file of keys. Throws `keys_unusable` with every issue at once: a key that does not say what it is for and who answers for it opens nothing. No part of the file but
 * names of members is in the error.
 */
export function readDeclaredKeys(path: string): readonly DeclaredKey[] {
  return parseDeclaredKeys(path, textOf(path));
}

/** The same of a text; `path` stands in the error. */
export function parseDeclaredKeys(path: string, text: string): readonly DeclaredKey[] {
  const result = fileSchema.safeParse(valueOf(path, text));
  if (!result.success) {
    const reasons = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw unusable([`${path}: the keys do not load:`, ...reasons].join('\n'));
  }
  const { keys } = result.data;
  for (const member of ['name', 'hash'] as const) {
    const all = keys.map((key) => key[member]);
    const twice = all.findIndex((each, index) => all.indexOf(each) !== index);
    if (twice !== -1) throw unusable(`${path}: keys.${twice}.${member}: expected one that no other key has`);
  }
  return keys.map(declared);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw unreadable(path);
  }
}

function valueOf(path: string, text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0, prettyErrors: false, logLevel: 'error' });
  } catch {
    throw unreadable(path);
  }
}

function unreadable(path: string) {
  return unusable(`${path}: no YAML file that can be read; check PARLANCE_KEYS`);
}

function unusable(message: string) {
  return new CodedError('keys_unusable', message);
}

/** A key as it stands in the file. */
export type WrittenKey = z.input<typeof keySchema>;

type Written = z.infer<typeof keySchema>;

function declared({ name, hash: written, purpose, about, office, sector, age_band, expires }: Written): DeclaredKey {
  const [id, tenant] = [idOf(name), 'operator'];
  if (!isKeyId(id) || !isTenantId(tenant)) throw new TypeError(name);
  const times = { createdAt: new Date(0), expiresAt: expires === undefined ? null : new Date(`${expires}T23:59:59Z`), revokedAt: null };
  const facts = { purpose, about, office, sector: sector ?? null, ageBand: age_band ?? 'any-age', ...times } as const;
  return { id, tenant, prefix: name, hash: written.slice('sha256:'.length), ...facts };
}

/** The same on every server that reads the same file. */
function idOf(name: string): string {
  const digits = hash('sha256', `parlance key ${name}`, 'hex');
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}

/** Finds a key in the file first, then in the store. */
export function withDeclaredKeys(keys: readonly DeclaredKey[], others: Pick<KeyCache, 'find'>, now: () => Date): Pick<KeyCache, 'find'> {
  const byHash = new Map(keys.map((key) => [key.hash, key]));
  return {
    find(secret) {
      const found = hasSecretForm(secret) ? byHash.get(Buffer.from(hashOfSecret(secret)).toString('hex')) : undefined;
      if (found === undefined) return others.find(secret);
      return Promise.resolve(isLive(found, now()) ? found : null);
    },
  };
}
