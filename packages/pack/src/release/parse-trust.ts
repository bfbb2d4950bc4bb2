import { keyIdText, parseVerifierKey, type VerifierKey } from '@parlance/core';
import { encodeBase64 } from '@parlance/core/bytes';
import { z } from 'zod';
import { closed, country, day, listOf, name, oneOf } from '../format/fields.ts';
import { hasErrors, issueAt, type PackIssue } from '../format/pack-issue.ts';
import { offsetOf } from '../format/reading.ts';
import { readYaml } from '../format/read-yaml.ts';
import { schemaIssues } from '../format/schema-issues.ts';
import { sourceText } from '../format/source-text.ts';
import { roles } from './closed-lists.ts';
import { type KeyEnd, type Trust, type TrustedKey } from './trust.ts';

export interface ParsedTrust {
  /** Null when any issue is an error: a trust that is half read would be another trust. */
  readonly trust: Trust | null;
  readonly issues: readonly PackIssue[];
}

const file = 'trust.yaml';
const keyExpected =
  'an Ed25519 key as name+id+base64, as "parlance pack key" prints it; the name of small letters, digits, dots and hyphens';

/** Part of a file name, `reviews/<name>-<id>.json`, so it is narrower than a name of the log. */
const keyName = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const longestName = 100;

const verifierKey = z.string(keyExpected).transform((text, context): VerifierKey => {
  const key = parseVerifierKey(text);
  if (key.ok && key.value.algorithm === 'ed25519' && isSignerName(key.value.name)) return key.value;
  context.addIssue({ code: 'custom', message: keyExpected });
  return z.NEVER;
});

/** Whether a key of this name can sign for packs. */
export function isSignerName(text: string): boolean {
  return text.length <= longestName && keyName.test(text);
}

export function keyIdOf({ name: keyOf, keyId }: Pick<VerifierKey, 'name' | 'keyId'>): string {
  return `${keyOf}+${keyIdText(keyId)}`;
}

const entry = closed({
  key: verifierKey,
  person: name,
  roles: listOf(oneOf(roles), { least: 1, most: roles.length }),
  packs: listOf(country, { least: 1, most: 300 }).optional(),
  from: day.optional(),
  retired: day.optional(),
  revoked: day.optional(),
})
  .refine(({ retired, revoked }) => retired === undefined || revoked === undefined, {
    message: 'either retired or revoked: a revoked key never counts, so it needs no other end',
    path: ['retired'],
  })
  .transform(({ key, person, roles: held, packs, from, retired, revoked }): TrustedKey => ({
    id: keyIdOf(key),
    key,
    person,
    roles: held,
    packs: packs ?? null,
    from: from ?? null,
    end: endOf(retired, revoked),
  }));

function endOf(retired: string | undefined, revoked: string | undefined): KeyEnd | null {
  if (revoked !== undefined) return { kind: 'revoked', day: revoked };
  return retired === undefined ? null : { kind: 'retired', day: retired };
}

const trustSchema = closed({ keys: listOf(entry, { least: 1, most: 1000 }) });

/** Reads the operator's trust: YAML in the plain form of packs, in which comments may stand. Finds all issues and never throws. */
export function parseTrust(text: string): ParsedTrust {
  const source = sourceText(file, text);
  const raw = readYaml(source);
  if (hasErrors(raw.issues)) return { trust: null, issues: raw.issues };
  const result = trustSchema.safeParse(raw.value);
  if (!result.success) return { trust: null, issues: [...raw.issues, ...schemaIssues(result.error, { source, raw, rule: 'S14' })] };
  const { keys } = result.data;
  const issues = keys.flatMap((key, place): readonly PackIssue[] => {
    const words = twiceWords(key, keys.slice(0, place));
    if (words === null) return [];
    const path = `keys.${place}.key`;
    return [issueAt(source.positionAt(offsetOf(raw.marks, path)), { rule: 'S14', path, code: 'key-twice', ...words })];
  });
  return { trust: issues.length > 0 ? null : { keys: new Map(keys.map((key) => [key.id, key])) }, issues };
}

/** An id has four bytes, so another key can be made that has the same: a statement would be held against whichever of them was read last. */
function twiceWords(key: TrustedKey, earlier: readonly TrustedKey[]): Pick<PackIssue, 'expected' | 'received' | 'mend'> | null {
  const same = earlier.find((other) => publicKeyOf(other) === publicKeyOf(key));
  if (same !== undefined) {
    const mend = 'Remove one of the two entries; a key belongs to one person, under one name.';
    return { expected: 'each public key once', received: `the public key of ${same.id} again`, mend };
  }
  if (!earlier.some((other) => other.id === key.id)) return null;
  return {
    expected: 'each key id once',
    received: `another key with the id ${key.id}`,
    mend: 'Have one of the two persons make a new key.',
  };
}

function publicKeyOf({ key }: TrustedKey): string {
  return encodeBase64(key.publicKey);
}
