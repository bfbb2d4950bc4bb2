import { z } from 'zod';
import { decodeBase64 } from '../encoding/base64.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import { additionPurposes, causes, informationTypes, publicSectors, sizeBuckets } from './closed-lists.ts';

export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** Base64 of 32 bytes: a hash or a commitment. */
export const hash = z.string().refine((text) => decodeBase64(text)?.length === 32, { error: 'base64 of 32 bytes' });
/** A position in the log. JSON numbers end at 2^53. */
export const position = z.string().refine((text) => parseDecimal(text) !== undefined, { error: 'decimal without leading zeros' });
export const day = z.iso.date();
/** `2026-11-21T13Z`; nothing in the log is told more exactly. */
export const hour = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])Z$/);
/** The hour, or the day alone where fewer than ten answers would share the hour. */
export const period = z.union([hour, day]);
/** An id of ours: never a name or number that belongs to a person. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/);
/** `ee.tubs.17.tobacco-promotion@1.4.0` */
export const ruleVersion = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}@[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/);
export const version = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/);
/** A word of law or of an office, in any script: one line, no control characters. */
export const name = z.string().regex(/^[^\p{Cc}\p{Zl}\p{Zp}]{1,300}$/u);
/** ISO 3166-1 alpha-2, with a subdivision of ISO 3166-2 or not; `EU` for the Union. */
const jurisdiction = z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/);
/** BCP 47. */
export const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);
/** 16 random bytes in hexadecimal: which decision, and nothing of it. */
export const decision = z.string().regex(/^[0-9a-f]{32}$/);
/** The origin of a log, `log.example/2026h1`. */
export const origin = z.string().regex(/^[^\s+\p{Cc}]{1,300}$/u);
export const url = z.url({ protocol: /^https$/ }).max(300);
export const count = z.int().nonnegative();
export const bucket = z.enum(sizeBuckets);
export const sector = z.enum(publicSectors);
export const cause = z.enum(causes);

/** The law behind a change. */
export const basis = z.strictObject({ jurisdiction, instrument: name, article: name, url });
export const packVersion = z.strictObject({ id, version, digest });
export const charterVersion = z.strictObject({ version, digest });
export const commitments = z.strictObject({ request: hash, upstream: hash, delivered: hash });

/** What is public of a change: DSA statement of reasons, article 17(3) of Regulation (EU) 2022/2065. */
const editFacts = { cause, basis: basis.nullable(), authority: name.nullable(), rule: ruleVersion, count: z.int().positive() };

export const edit = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('omit'), type: z.enum(informationTypes), ...editFacts }),
    /** Delivered as it was, although the rule asks for a judgement that could not be had. */
    z.strictObject({ kind: z.literal('unjudged'), type: z.enum(informationTypes), ...editFacts }),
    z.strictObject({ kind: z.literal('add'), purpose: z.enum(additionPurposes), ...editFacts }),
  ])
  .refine(hasBasisOfLaw, { error: 'a basis if and only if the cause is law' });

/** "It says *law* if and only if the cause is `law`", and then which law. */
export function hasBasisOfLaw({ cause, basis }: { readonly cause: string; readonly basis: unknown }): boolean {
  return (cause === 'law') === (basis !== null);
}
