import { hash } from 'node:crypto';
import { type AgeBand } from '@parlance/charter';
import { type KeyId, type TenantId } from './schema.ts';

/** What the gateway knows of a key: everything but the key. */
export interface KeyFacts {
  readonly id: KeyId;
  readonly tenant: TenantId;
  /** Beginning of the key, for display. */
  readonly prefix: string;
  /** What the key is used for; public. One of `keyPurposes`, but in databases of earlier versions. */
  readonly purpose: string;
  /** The same in the words of who declared it; public. Empty: nothing more is said. */
  readonly about: string;
  /** Who answers for it; public. */
  readonly office: string;
  /** Null when the key is for no sector in particular. */
  readonly sector: string | null;
  /** For whom the key is, by age. */
  readonly ageBand: AgeBand;
  readonly createdAt: Date;
  /** Null: never. */
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

const secretStart = 'pk-parlance-';
const secretForm = /^pk-parlance-[A-Za-z0-9_-]{43}$/;

/** 32 bytes of the caller's randomness as a key. */
export function secretOf(randomness: Uint8Array): string {
  return `${secretStart}${Buffer.from(randomness).toString('base64url')}`;
}

/** Whether a text can be a key at all; what cannot is never looked up. */
export function hasSecretForm(text: string): boolean {
  return secretForm.test(text);
}

/** SHA-256 of the whole key, 32 bytes. A key has 256 random bits, so that a slow hash would add nothing. */
export function hashOfSecret(secret: string): Uint8Array {
  return hash('sha256', secret, 'buffer');
}

/** The part of a key that may be shown: four of its 43 random characters. */
export function prefixOfSecret(secret: string): string {
  return secret.slice(0, secretStart.length + 4);
}

export function isLive({ expiresAt, revokedAt }: KeyFacts, now: Date): boolean {
  return revokedAt === null && (expiresAt === null || expiresAt > now);
}
