import { z } from 'zod';
import { additionPurposes, endings, informationTypes } from './closed-lists.ts';
import * as field from './fields.ts';

const v = z.literal(1);
const ruleFacts = {
  leaf: z.literal('rule'),
  v,
  id: field.id,
  version: field.version,
  cause: field.cause,
  basis: field.basis.nullable(),
  authority: field.name.nullable(),
  /** Of the whole rule, matcher included, which the pack publishes. */
  digest: field.digest,
  pack: field.packVersion.nullable(),
  in_force: field.day,
  review: field.day.nullable(),
};

/** A rule before it is applied, so that each change points to something that was public first. `pack` is null for a rule of the charter. */
const rule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('omit'), type: z.enum(informationTypes), ...ruleFacts }),
    z.strictObject({ kind: z.literal('add'), purpose: z.enum(additionPurposes), ...ruleFacts }),
  ])
  .refine(field.hasBasisOfLaw, { error: 'a basis if and only if the cause is law' });

/** A setting of the operator that people have a right to know, by digest and public address. */
const policy = z.strictObject({
  leaf: z.literal('policy'),
  v,
  subject: z.enum(['trust', 'retention', 'routing', 'egress', 'budget', 'rate-limit', 'use-control', 'log']),
  digest: field.digest,
  url: field.url,
  from: field.hour,
});

/** Something that was put into service. `evaluation` is the digest of the gate's results, null when none is asked for. */
const release = z.strictObject({
  leaf: z.literal('release'),
  v,
  subject: z.enum(['pack', 'charter', 'software', 'model', 'suite']),
  id: field.id,
  version: field.version,
  digest: field.digest,
  change: z.enum(['default', 'legal', 'safety']).nullable(),
  /** Key ids, `name+c74f20a3`. */
  signed_by: z.array(z.string().regex(/^[^\s+]{1,200}\+[0-9a-f]{8}$/)).max(16),
  evaluation: field.digest.nullable(),
  from: field.hour,
});

/**
 * One changed answer: no content and no plain hash of content. No account, no address, no exact time or length; a null is a value that fewer than ten answers
 * shared. `receipt/mediation.ts` makes it from the answer's record, so that whoever holds the receipt can make it again.
 */
const mediation = z
  .strictObject({
    leaf: z.literal('mediation'),
    v,
    /** DSA: whether the decision was taken by automated means. */
    automated: z.literal(true),
    period: field.period,
    language: field.language.nullable(),
    /** Not there in leaves of the first version, which did not tell it. */
    sector: z.exactOptional(field.sector.nullable()),
    size: field.bucket.nullable(),
    ending: z.enum(endings),
    pack: field.packVersion,
    charter: field.charterVersion,
    edits: z.array(field.edit).max(32),
    commitments: field.commitments,
  })
  .refine(({ edits, ending }) => edits.length > 0 || ending !== 'done', {
    error: 'an answer that was changed, or ended otherwise than done',
  });

/** Everything that was answered in a batch, changed or not: `root` is the Merkle root (RFC 6962) over the records of its answers. */
const tally = z
  .strictObject({
    leaf: z.literal('tally'),
    v,
    period: field.hour,
    answers: field.count,
    changed: field.count,
    omissions: field.count,
    additions: field.count,
    endings: z.partialRecord(z.enum(endings), z.int().positive()),
    root: field.hash,
  })
  .refine(({ answers, changed }) => changed <= answers, { error: 'no more changed answers than answers' })
  .refine(({ answers, endings: ends }) => Object.values(ends).reduce((sum, part) => sum + part, 0) === answers, {
    error: 'one ending for each answer',
  });

/**
 * A correction. What stands in the log stays; `replacement` is the position of what counts instead. An objection names the leaf of its rule, which counts on: what was decided is
 * whether the rule was rightly applied. `decision` is drawn once for each decision, so that everybody sees where one was written twice; the first leaves of objections had none. Where
 * the rule has no leaf in this log, because another version replaced it before the half-year, `log` is the one of which `position` is told, and `rule` says which rule is there.
 */
const amend = z
  .strictObject({
    leaf: z.literal('amend'),
    v,
    position: field.position,
    outcome: z.enum(['withdrawn', 'replaced', 'upheld', 'objection-upheld', 'objection-corrected', 'objection-rejected']),
    reason: z.enum(['mistake', 'complaint', 'court', 'law-changed', 'erasure']),
    authority: field.name.nullable(),
    replacement: field.position.nullable(),
    period: field.period,
    decision: z.exactOptional(field.decision),
    log: z.exactOptional(field.origin),
    rule: z.exactOptional(field.ruleVersion),
  })
  .refine(({ outcome, decision }) => decision === undefined || outcome.startsWith('objection-'), {
    error: 'a decision only with the outcome of an objection',
  })
  .refine(({ log, rule }) => (log === undefined) === (rule === undefined), { error: 'the rule if and only if its leaf is in another log' })
  .refine(({ log, decision, replacement }) => log === undefined || (decision !== undefined && replacement === null), {
    error: 'another log only with a decision, and without a replacement',
  });

/** Keys destroyed, and with them what they could open: the commitments of those answers say nothing to anybody any more. */
const shred = z.strictObject({
  leaf: z.literal('shred'),
  v,
  scope: z.enum(['conversation', 'person', 'tenant', 'all']),
  reason: z.enum(['retention', 'request', 'leaving', 'incident']),
  keys: field.bucket,
  period: field.period,
});

/** A key taken into or out of use. One that calls the interface has a declared purpose and an office that answers for it. */
const key = z
  .strictObject({
    leaf: z.literal('key'),
    v,
    action: z.enum(['add', 'retire', 'revoke']),
    use: z.enum(['log', 'promise', 'witness', 'pack', 'vault', 'interface']),
    /** A vkey, or the public id of a key that verifies nothing. */
    key: z.string().regex(/^[\x21-\x7e]{1,300}$/),
    purpose: field.name.nullable(),
    office: field.name.nullable(),
    from: field.hour,
    until: field.hour.nullable(),
  })
  .refine(({ use, purpose, office }) => use !== 'interface' || (purpose !== null && office !== null), {
    error: 'a purpose and an office for a key of the interface',
  });

/** Somebody looked at what is normally closed. Two people at least said yes before. */
const access = z.strictObject({
  leaf: z.literal('access'),
  v,
  ground: z.enum(['break-glass', 'court', 'ombudsman', 'research', 'security']),
  authority: field.name,
  basis: field.basis.nullable(),
  /** Public number of the case. */
  reference: field.id,
  approvals: z.int().min(2).max(16),
  records: field.bucket,
  period: field.period,
});

/** One schema by kind, so that an issue names the field and not "no member of the union". */
export const schemaOf = { rule, policy, release, mediation, tally, amend, shred, key, access } as const;

export type LeafKind = keyof typeof schemaOf;
export type LeafOf<Kind extends LeafKind> = z.infer<(typeof schemaOf)[Kind]>;
export type Leaf = LeafOf<LeafKind>;
