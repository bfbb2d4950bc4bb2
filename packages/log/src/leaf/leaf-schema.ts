import { z } from 'zod';
import * as field from './fields.ts';
import { schemaOf } from './leaf.ts';

/** What the JSON Schema says beside what is made of the code. */
interface Facts {
  /** Name below `$defs`. */
  readonly id: string;
  readonly description: string;
  readonly [keyword: string]: unknown;
}

const isNull = { type: 'null' };

/** "A basis if and only if the cause is law", in the words of JSON Schema. */
const basisOfLaw = {
  if: { properties: { cause: { const: 'law' } } },
  then: { properties: { basis: { $ref: '#/$defs/basis' } } },
  else: { properties: { basis: isNull } },
};

const facts = z.registry<Facts>();
facts.add(schemaOf.rule, {
  id: 'rule',
  description: 'A rule, public before it is applied. It has a basis if and only if its cause is law.',
  ...basisOfLaw,
});
facts.add(schemaOf.policy, {
  id: 'policy',
  description: 'A setting of the operator that people have a right to know, by digest and address.',
});
facts.add(schemaOf.release, { id: 'release', description: 'Something that was put into service.' });
facts.add(schemaOf.mediation, {
  id: 'mediation',
  description:
    'One answer that was changed, or that ended otherwise than done: it has at least one edit, or another ending. No content, and no plain hash of content.',
  anyOf: [{ properties: { edits: { minItems: 1 } } }, { properties: { ending: { not: { const: 'done' } } } }],
});
facts.add(schemaOf.tally, {
  id: 'tally',
  description:
    'Everything that was answered in a batch. `changed` is at most `answers`, and the endings together are `answers`: JSON Schema cannot say either.',
});
facts.add(schemaOf.amend, {
  id: 'amend',
  description:
    'A correction. The leaf that it corrects stays. `decision` is there only with the outcome of an objection; `log` and `rule` only together and with a `decision`, and then `replacement` is null. JSON Schema is not asked to hold either.',
});
facts.add(schemaOf.shred, { id: 'shred', description: 'Keys were destroyed, and with them what they could open.' });
facts.add(schemaOf.key, {
  id: 'key',
  description: 'A key was taken into or out of use. One that calls the interface has a purpose and an office.',
  if: { properties: { use: { const: 'interface' } } },
  then: { properties: { purpose: { $ref: '#/$defs/name' }, office: { $ref: '#/$defs/name' } } },
});
facts.add(schemaOf.access, { id: 'access', description: 'Somebody looked at what is normally closed.' });

facts.add(field.basis, { id: 'basis', description: 'The law behind a change.' });
facts.add(field.edit, {
  id: 'edit',
  description: 'What is public of the changes that one rule made to an answer. It has a basis if and only if its cause is law.',
  ...basisOfLaw,
});
facts.add(field.packVersion, { id: 'packVersion', description: 'A country pack in one version.' });
facts.add(field.charterVersion, { id: 'charterVersion', description: 'The charter in one version.' });
facts.add(field.commitments, {
  id: 'commitments',
  description: 'To what was asked, what the model said and what was delivered: HMAC-SHA-256 under nonces that the log does not have.',
});
facts.add(field.cause, { id: 'cause', description: 'Why a text was changed.' });
facts.add(field.digest, { id: 'digest', description: 'SHA-256 in hexadecimal.' });
facts.add(field.hash, {
  id: 'hash',
  description: '32 bytes in base64 with padding; the loose bits of the last letter are zero.',
  pattern: '^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$',
});
facts.add(field.position, {
  id: 'position',
  description: 'Number of a leaf in its log, from 0, in decimal: a string, because JSON numbers end at 2^53. At most 2^63 - 1.',
  pattern: '^(?:0|[1-9][0-9]{0,18})$',
});
facts.add(field.day, { id: 'day', description: 'ISO 8601, in UTC.' });
facts.add(field.hour, { id: 'hour', description: 'Day and hour in UTC. Nothing in the log is told more exactly.' });
facts.add(field.period, { id: 'period', description: 'The hour, or the day alone where fewer than ten answers would share the hour.' });
facts.add(field.id, { id: 'id', description: 'An identifier; never a name or number that belongs to a person.' });
facts.add(field.version, { id: 'version', description: 'A version, in whatever way its owner counts.' });
facts.add(field.name, { id: 'name', description: 'A word of law or of an office, in any script: one line, no control characters.' });
facts.add(field.language, { id: 'language', description: 'BCP 47.' });
facts.add(field.url, { id: 'url', description: 'A URL whose scheme is https.', pattern: '^[Hh][Tt][Tt][Pp][Ss]:' });
facts.add(field.count, {
  id: 'count',
  description: 'A number that is not negative. The canonical JSON of a whole number has no point and no exponent.',
});
facts.add(field.sector, {
  id: 'sector',
  description: 'A function of government, by the Classification of the Functions of Government; `other` is all else.',
});
facts.add(field.bucket, { id: 'bucket', description: 'An order of magnitude in place of a number.' });

/** All kinds of leaves as one JSON Schema (draft 2020-12). Whatever the parser accepts, it accepts; what it cannot say stands in its descriptions. */
export function leafSchema(): object {
  const { rule, policy, release, mediation, tally, amend, shred, key, access } = schemaOf;
  const leaf = z.discriminatedUnion('leaf', [rule, policy, release, mediation, tally, amend, shred, key, access]);
  const { $schema, ...made } = z.toJSONSchema(leaf, { target: 'draft-2020-12', io: 'input', metadata: facts });
  return {
    $schema,
    title: 'Leaf of the transparency log',
    description:
      'An entry of the log is one of these as canonical JSON (RFC 8785) in UTF-8, of at most 8192 bytes. JSON Schema sees the value and not its bytes, so it cannot hold either; an entry that is not canonical is no leaf.',
    ...made,
  };
}
