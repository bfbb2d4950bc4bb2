import { canonicalJson, decodeText, type Digest } from '@parlance/core';
import { encodeUtf8 } from '@parlance/core/bytes';
import { z } from 'zod';
import { closed, country, day, oneOf, version } from '../format/fields.ts';
import { schemaIssues } from '../format/schema-issues.ts';
import { sourceText } from '../format/source-text.ts';
import {
  type ChangeClass,
  changeClasses,
  type Decision,
  decisions,
  mostReviews,
  type ReviewRole,
  reviewRoles,
  type RollbackReason,
  rollbackReasons,
} from './closed-lists.ts';
import { type Envelope, jsonIn, parseEnvelope, type Refusable, signEnvelope, type StatementSigner } from './envelope.ts';
import { refused } from './release-issue.ts';

/** `reviews/<key>.json`: one person's word on exactly these files. No free text: a statement says what a pack may say and no more. */
export interface ReviewStatement {
  readonly v: 1;
  readonly pack: string;
  readonly version: string;
  readonly digest: Digest;
  /** The pack that this one follows; null when it follows none. */
  readonly previous: Digest | null;
  readonly change: ChangeClass;
  readonly role: ReviewRole;
  readonly decision: Decision;
  readonly day: string;
}

/** `pack.sig`: puts exactly these files in force. */
export interface ReleaseStatement {
  readonly v: 1;
  readonly pack: string;
  readonly version: string;
  readonly digest: Digest;
  readonly previous: Digest | null;
  readonly change: ChangeClass;
  readonly charter: string;
  /** Digests of the files of the reviews that it stands on, in order. */
  readonly reviews: readonly Digest[];
  /** Signed on. */
  readonly day: string;
  /** First day in force. */
  readonly from: string;
  /** Last day in force. */
  readonly until: string;
}

/** Puts a pack in force again that was released before. */
export interface RollbackStatement {
  readonly v: 1;
  readonly pack: string;
  readonly to: Digest;
  readonly left: Digest;
  readonly reason: RollbackReason;
  readonly day: string;
  readonly from: string;
}

export interface StatementKinds {
  readonly review: ReviewStatement;
  readonly release: ReleaseStatement;
  readonly rollback: RollbackStatement;
}
export type StatementKind = keyof StatementKinds;

const digest = z.templateLiteral(['sha256:', z.string().regex(/^[0-9a-f]{64}$/)], 'sha256: and 64 hexadecimal digits');
const formatVersion = z.literal(1, '1');
const change = oneOf(changeClasses);

const releaseSchema = closed({
  v: formatVersion,
  pack: country,
  version,
  digest,
  previous: digest.nullable(),
  change,
  charter: version,
  reviews: z
    .array(digest, 'a list of digests')
    .max(mostReviews, `at most ${mostReviews} reviews, because the log names 16 keys for a release`)
    .refine((all) => all.every((each, place) => place === 0 || (all[place - 1] ?? '') < each), 'digests in order, each once'),
  day,
  from: day,
  until: day,
})
  .refine(({ day: signed, from }) => signed <= from, { message: 'the day of the signature or a later one', path: ['from'] })
  .refine(({ from, until }) => from <= until, { message: 'the day "from" or a later one', path: ['until'] });

const schemas: { readonly [Kind in StatementKind]: z.ZodType<StatementKinds[Kind]> } = {
  review: closed({
    v: formatVersion,
    pack: country,
    version,
    digest,
    previous: digest.nullable(),
    change,
    role: oneOf(reviewRoles),
    decision: oneOf(decisions),
    day,
  }),
  release: releaseSchema,
  rollback: closed({ v: formatVersion, pack: country, to: digest, left: digest, reason: oneOf(rollbackReasons), day, from: day })
    .refine(({ day: signed, from }) => signed <= from, { message: 'the day of the signature or a later one', path: ['from'] })
    .refine(({ to, left }) => to !== left, { message: 'another digest than that of the pack that is left', path: ['to'] }),
};

function payloadTypeOf(kind: StatementKind): string {
  return `application/vnd.parlance.pack-${kind}+json`;
}

/** A statement that was read but whose signature nobody has checked. */
export interface ReadStatement<Kind extends StatementKind> {
  readonly envelope: Envelope;
  readonly statement: StatementKinds[Kind];
}

/** Reads a signed statement of one kind; refuses every other kind and every other spelling. */
export function readStatement<Kind extends StatementKind>(kind: Kind, file: string, bytes: Uint8Array): Refusable<ReadStatement<Kind>> {
  const { value: envelope, issues } = parseEnvelope(file, bytes);
  if (envelope === null) return { value: null, issues };
  if (envelope.payloadType !== payloadTypeOf(kind)) {
    return {
      value: null,
      issues: [refused(file, 'payload-type', { received: envelope.payloadType, expected: payloadTypeOf(kind), path: 'payloadType' })],
    };
  }
  const text = decodeText(envelope.payload) ?? '';
  const value = jsonIn(text);
  const result = schemas[kind].safeParse(value);
  if (!result.success) {
    const raw = { value, marks: new Map<string, number>(), texts: [], issues: [] };
    return { value: null, issues: schemaIssues(result.error, { source: sourceText(file, ''), raw, rule: 'S14' }) };
  }
  if (text !== payloadText(result.data))
    return { value: null, issues: [refused(file, 'payload', { received: 'another spelling', path: 'payload' })] };
  return { value: { envelope, statement: result.data }, issues: [] };
}

/** The bytes of the file: a DSSE envelope around canonical JSON. */
export function signStatement<Kind extends StatementKind>(
  kind: Kind,
  statement: StatementKinds[Kind],
  signer: StatementSigner,
): Promise<Uint8Array> {
  return signEnvelope({ payloadType: payloadTypeOf(kind), payload: encodeUtf8(payloadText(statement)) }, signer);
}

function payloadText(statement: StatementKinds[StatementKind]): string {
  return canonicalJson({ ...statement });
}
