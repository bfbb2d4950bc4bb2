import { additionPurposes, ageBands, ageGrounds, causes, deciders, endings, informationTypes, useReasons } from '@parlance/charter';
import { z } from 'zod';
import { egressPolicies } from './egress-policy.ts';
import { handoverObject } from './handover-object.ts';
import { safetyObject } from './safety-object.ts';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const range = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

const basis = z.object({ jurisdiction: z.string(), instrument: z.string(), article: z.string(), url: z.string() });

const changeFacts = {
  id: z.string(),
  cause: z.enum(causes),
  choice: z.int().nonnegative(),
  channel: z.enum(['content', 'reasoning', 'refusal', 'tool']),
  /** Code points of the delivered text of that channel. */
  at: range,
  basis: basis.nullable(),
  since: z.string().nullable(),
  /** A matcher in code, a safeguard model by a written policy, or nobody where a rule's judgement could not be had. */
  decided_by: z.enum(deciders),
  rule: z.string(),
};

const restrictionFacts = {
  type: z.enum(informationTypes),
  authority: z.string().nullable(),
  rationale: z.object({ lang: z.string(), text: z.string() }),
  redress: z.string().nullable(),
};

/**
 * One change that was made to what the model said: what kind of thing, where, why; never the content. `unjudged` is no change: so many sentences within `at` were delivered
 * although a rule asks for a judgement that could not be had.
 */
export const disclosureObject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('omit'), ...changeFacts, ...restrictionFacts }),
  z.object({ kind: z.literal('unjudged'), ...changeFacts, ...restrictionFacts, sentences: z.int().positive() }),
  z.object({ kind: z.literal('add'), ...changeFacts, purpose: z.enum(additionPurposes) }),
]);
export type DisclosureObject = z.infer<typeof disclosureObject>;

/** A document that the answer rests on. `retrieved` is the day on which it was read. */
export const sourceObject = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  url: z.string(),
  licence: z.string().nullable(),
  language: z.string(),
  retrieved: z.string(),
});
export type SourceObject = z.infer<typeof sourceObject>;

const hash = z.string();

/** What is kept of an answer: no text, only what was changed and why, and commitments to the texts. */
const answerRecord = z.object({
  v: z.literal(1),
  id: z.string(),
  ending: z.enum(endings),
  pack: z.object({ id: z.string(), version: z.string(), digest }),
  charter: z.object({ version: z.string(), digest }),
  commitments: z.object({ request: hash, upstream: hash, delivered: hash }),
  edits: z.array(z.looseObject({ kind: z.enum(['omit', 'add', 'unjudged']), rule: z.string(), count: z.int().positive() })).readonly(),
});

/**
 * What proves the answer later. `promised`: `record` and `promise` are the operator's signed word that it will be in the public log by the deadline; with `nonce` the
 * reader can show what was asked and delivered. The proof is at `/v1/parlance/receipts/<id>`. `not_recorded`: the answer could not be written down, and is safety
 * information alone.
 */
export const receiptObject = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('promised'),
    id: z.string(),
    deadline: z.iso.datetime(),
    /** Base64 of 32 bytes. Whoever has it can test what was said; keep it to yourself. */
    nonce: z.string(),
    record: answerRecord,
    /** `note` is signed; `path` leads from the record to its root. */
    promise: z.object({ note: z.string(), index: z.int().nonnegative(), path: z.string() }),
  }),
  z.object({ status: z.literal('not_recorded') }),
]);
export type ReceiptObject = z.infer<typeof receiptObject>;

/** Who set a value: the request itself, what was known of the reader, or a default and whose. */
const saidBy = z.enum([
  'request',
  'choice',
  'text',
  'page',
  'accept-language',
  'weak-text',
  'developer',
  'organisation',
  'sector',
  'country',
  'charter',
]);
export type SaidBy = z.infer<typeof saidBy>;

/** How the answer is meant to be worded, and who set each value. */
export const localizationObject = z.object({
  /** BCP 47. */
  language: z.string(),
  /** ISO 15924. */
  script: z.string(),
  register: z.string(),
  address: z.string(),
  reading_level: z.string(),
  by: z.object({ language: saidBy, script: saidBy, register: saidBy, address: saidBy, reading_level: saidBy }),
  /** Language (ISO 639) in which the person wrote when the country's pack does not speak it; null: it does, or nobody can tell. */
  unspoken: z.string().nullable(),
  /** Under-18 mode and everything that switched it on; null: it is off. */
  under_18: z.object({ age_band: z.enum(ageBands).exclude(['any-age']), because: z.array(z.enum(ageGrounds)).min(1) }).nullable(),
  /** Whether a model was asked to word the answer so. Texts of the pack are shown as they were written, whatever register, address and reading level say. */
  asked_of_model: z.boolean(),
});
export type LocalizationObject = z.infer<typeof localizationObject>;

/** The one extra member in every response: what localization did to this answer. */
export const parlanceObject = z.object({
  ending: z.enum(endings),
  /** Set when the request itself was refused: why, and by which clause of the charter. */
  refused: z.object({ reason: z.enum(useReasons), clause: z.string() }).nullable(),
  changes: z.object({ omitted: z.int().nonnegative(), added: z.int().nonnegative() }),
  language: z.string(),
  localization: localizationObject,
  disclosures: z.array(disclosureObject),
  sources: z.array(sourceObject),
  /** Service cards that the answer could rest on, best first. Each stands at `/services/<id>` with all its facts; how people of its office are reached, at `/person?office=<office>`. */
  services: z.array(z.object({ id: z.string(), title: z.string(), office: z.string() })),
  safety: z.array(safetyObject),
  /** Set when the person asks for a person, or the pack does not know the answer; null otherwise, and where seconds count. */
  handover: handoverObject.nullable(),
  layers: z.array(z.object({ name: z.string(), digest })),
  pack: z.object({ id: z.string(), version: z.string(), digest }),
  charter: z.object({ version: z.string(), digest }),
  answered_by: z.object({
    model: z.string(),
    upstream: z.string(),
    /** ISO 3166-1 alpha-2, or null when it is not known, which counts as outside. */
    jurisdiction: z.string().nullable(),
    fallback_from: z.string().nullable(),
  }),
  /** What left the jurisdiction: the number of identifiers replaced by pseudonyms, by class. */
  egress: z.object({
    jurisdiction: z.string().nullable(),
    /** `home`: nothing left. `refuse`: it left, and held no identifier, or it would not have. */
    policy: z.enum(['home', ...egressPolicies]),
    classes: z.record(z.string(), z.int()),
    /** Where sentences of the answer were sent to be judged; null: nowhere. */
    judge: z.object({ jurisdiction: z.string().nullable(), policy: z.enum(['home', ...egressPolicies]) }).nullable(),
    /** Whether the question also went to a server of embeddings; null: it did not. */
    embeddings: z.object({ jurisdiction: z.string().nullable(), policy: z.enum(['home', ...egressPolicies]) }).nullable(),
  }),
  usage: z.object({ tax: z.number().nullable() }),
  energy: z.null(),
  receipt: receiptObject.nullable(),
});
export type ParlanceObject = z.infer<typeof parlanceObject>;
