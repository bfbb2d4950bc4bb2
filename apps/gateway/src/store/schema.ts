import { type ColumnType, type Generated } from 'kysely';

/** A short name that an operator chooses: lower-case letters, digits and hyphens. */
export type TenantId = string & { readonly brand: 'TenantId' };
/** A UUID. */
export type KeyId = string & { readonly brand: 'KeyId' };

export function isTenantId(text: string): text is TenantId {
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);
}

export function isKeyId(text: string): text is KeyId {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** The tables as the newest migration leaves them. */
export interface Tables {
  readonly tenant: TenantTable;
  readonly api_key: ApiKeyTable;
  readonly usage_day: UsageDayTable;
  readonly usage_group: UsageGroupTable;
  readonly citation_day: CitationDayTable;
}

interface TenantTable {
  readonly id: TenantId;
  readonly name: string;
  readonly created_at: Date;
}

interface ApiKeyTable {
  readonly id: Generated<KeyId>;
  readonly tenant_id: TenantId;
  /** SHA-256 of the whole key; the key itself is nowhere. */
  readonly hash: Uint8Array;
  /** Beginning of the key, for display. */
  readonly prefix: string;
  readonly purpose: string;
  readonly office: string;
  readonly sector: string | null;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: ColumnType<Date | null, null | undefined, Date>;
}

interface UsageDayTable {
  readonly tenant_id: TenantId;
  readonly key_id: KeyId;
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly language: string;
  readonly requests: bigint;
  readonly input_tokens: bigint;
  readonly output_tokens: bigint;
  readonly omitted: bigint;
  readonly added: bigint;
}

/** Groups of counts that were written lately, so that one is never counted twice. */
interface UsageGroupTable {
  readonly id: string;
  readonly written_at: Date;
}

/** Neither who asked nor what: only that sources of a publisher were there. */
interface CitationDayTable {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly pack: string;
  readonly publisher: string;
  readonly language: string;
  readonly shown: bigint;
  readonly cited: bigint;
}
