import { CodedError } from '@parlance/core';
import { type AnswerRecord, largestLeaf, mediationBytes } from '@parlance/log';
import { oncePer, type Pack } from '@parlance/pack';
import { type DisclosureObject, type ParlanceObject } from '@parlance/wire';

export type Commitments = AnswerRecord['commitments'];
type RecordedEdit = AnswerRecord['edits'][number];
/** Rule and version to the office behind it, in the one language of the log: in the reader's, it would tell the language. */
type Authorities = ReadonlyMap<string, string>;

interface RecordedAnswer {
  readonly id: string;
  readonly parlance: ParlanceObject;
  readonly commitments: Commitments;
  readonly authorities: Authorities;
}

/** What is kept of an answer: how it ended, what was changed and why, and commitments to the texts; never a text. */
export function answerRecord({ id, parlance, commitments, authorities }: RecordedAnswer): AnswerRecord {
  const { ending, pack, charter, disclosures } = parlance;
  // In the order of canonical JSON, which is then written at once.
  return {
    charter: { digest: charter.digest, version: charter.version },
    commitments,
    edits: editsOf(disclosures, authorities),
    ending,
    id,
    pack: { digest: pack.digest, id: pack.id, version: pack.version },
    v: 1,
  };
}

export const authoritiesOf = oncePer(
  ({ version, restrictions }: Pack): Authorities =>
    new Map(
      restrictions.flatMap(({ id, authority }) => {
        const [name] = Object.values(authority);
        return name === undefined ? [] : [[`${id}@${version}`, name] as const];
      }),
    ),
);

/** As in the schema of the leaf. */
const mostEdits = 32;
/** So many edits fit into a leaf whatever they say: in letters of three bytes, two of the longest make 6 KB. */
const alwaysFit = 2;

/** One answer that the log has no room for must not hold up all others. Throws `record_too_large`. */
export function refuseTooLarge(record: AnswerRecord): void {
  if (record.edits.length <= alwaysFit) return;
  const widest = { period: '2026-11-21T13Z', language: 'zgh-Tfng-MA', sector: 'social-protection', size: '100000-' } as const;
  if (record.edits.length <= mostEdits && mediationBytes(record, widest).length <= largestLeaf) return;
  throw new CodedError('record_too_large', `an answer was changed by ${record.edits.length} rules, more than one leaf of the log can tell`);
}

/** One entry for each rule that changed something, in the order in which they first did, with how often. */
function editsOf(disclosures: readonly DisclosureObject[], authorities: Authorities): readonly RecordedEdit[] {
  const edits = new Map<string, RecordedEdit>();
  for (const disclosure of disclosures) {
    const name = `${disclosure.kind} ${disclosure.rule}`;
    const known = edits.get(name);
    edits.set(name, known === undefined ? editOf(disclosure, authorities) : { ...known, count: known.count + 1 });
  }
  return [...edits.values()];
}

function editOf(disclosure: DisclosureObject, authorities: Authorities): RecordedEdit {
  const { cause, kind, rule } = disclosure;
  const [authority, basis] = [authorities.get(rule) ?? null, inOrder(disclosure.basis)];
  return kind === 'add'
    ? { authority, basis, cause, count: 1, kind, purpose: disclosure.purpose, rule }
    : { authority, basis, cause, count: 1, kind, rule, type: disclosure.type };
}

function inOrder(basis: DisclosureObject['basis']): RecordedEdit['basis'] {
  if (basis === null) return null;
  const { article, instrument, jurisdiction, url } = basis;
  return { article, instrument, jurisdiction, url };
}
