import { type ColumnType, type Generated } from 'kysely';
import { type ObjectionOutcome, type ObjectionReason } from './objection-row.ts';

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
  readonly objection: ObjectionTable;
  readonly register_log: RegisterLogTable;
  readonly register_cell: RegisterCellTable;
  readonly register_block: RegisterBlockTable;
  readonly register_struck: RegisterStruckTable;
  readonly register_month: RegisterMonthTable;
  readonly register_decision: RegisterDecisionTable;
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

/** Nothing of who objects. */
interface ObjectionTable {
  readonly number: Generated<bigint>;
  /** SHA-256 of the code; the code itself is with the person alone. */
  readonly code_hash: Uint8Array;
  readonly rule: string;
  readonly version: string;
  readonly pack: string;
  readonly law: string | null;
  readonly office: string | null;
  readonly answer: string | null;
  readonly reason: ObjectionReason;
  readonly language: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly received: string;
  readonly due: string;
  /** Days after the decision for which the texts are kept, as the person was told; null: of an earlier version. */
  readonly kept_days: number | null;
  /** In clear, of an earlier version; null since. */
  readonly text: string | null;
  /** Name of the file with the key of the texts; null: they are deleted. */
  readonly text_key: string | null;
  readonly sealed_text: Uint8Array | null;
  readonly state: 'open' | ObjectionOutcome;
  readonly decided: string | null;
  readonly decided_by: string | null;
  /** In clear, of an earlier version; null since. */
  readonly reasons: string | null;
  readonly sealed_reasons: Uint8Array | null;
  /** 16 random bytes in hexadecimal, which the leaf of the decision has too. */
  readonly decision_id: string | null;
  /** Name of the log that states the decision, without its half-year; null: of an earlier version. */
  readonly stated_by: string | null;
  /** Day on which the texts are deleted; null: nobody has decided, or they are. */
  readonly forget: string | null;
  readonly log: string | null;
  readonly position: bigint | null;
}

/** How far each log has been read for the register. */
interface RegisterLogTable {
  readonly log: string;
  readonly size: bigint;
}

/** See `RegisterCell`. */
interface RegisterCellTable {
  readonly log: string;
  readonly cell: number;
  readonly month: string;
  readonly subject: string;
  readonly language: string | null;
  readonly sector: string | null;
  readonly count: bigint;
  readonly newest: Uint8Array;
  readonly changed: bigint;
}

/** See `PositionBlock`. */
interface RegisterBlockTable {
  readonly log: string;
  readonly cell: number;
  readonly first: bigint;
  readonly positions: Uint8Array;
}

/** Entries that a later leaf has withdrawn or replaced. */
interface RegisterStruckTable {
  readonly log: string;
  readonly position: bigint;
}

/** Answers of a month that the tallies of a log count. */
interface RegisterMonthTable {
  readonly log: string;
  readonly month: string;
  readonly answers: bigint;
}

/** See `RegisterDecision`. */
interface RegisterDecisionTable {
  readonly log: string;
  readonly decision: string;
  readonly rule: string;
  readonly outcome: string;
}
