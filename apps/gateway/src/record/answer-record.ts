import { type AnswerRecord } from '@parlance/log';
import { type DisclosureObject, type ParlanceObject } from '@parlance/wire';

export type Commitments = AnswerRecord['commitments'];
type RecordedEdit = AnswerRecord['edits'][number];

/** What is kept of an answer: how it ended, what was changed and why, and commitments to the texts; never a text. */
export function answerRecord(id: string, parlance: ParlanceObject, commitments: Commitments): AnswerRecord {
  const { ending, pack, charter, disclosures } = parlance;
  return {
    v: 1,
    id,
    ending,
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    charter: { version: charter.version, digest: charter.digest },
    commitments,
    edits: editsOf(disclosures),
  };
}

/** One entry for each rule that changed something, in the order in which they first did, with how often. */
function editsOf(disclosures: readonly DisclosureObject[]): readonly RecordedEdit[] {
  const edits = new Map<string, RecordedEdit>();
  for (const disclosure of disclosures) {
    const name = `${disclosure.kind} ${disclosure.rule}`;
    const known = edits.get(name);
    edits.set(name, known === undefined ? editOf(disclosure) : { ...known, count: known.count + 1 });
  }
  return [...edits.values()];
}

function editOf(disclosure: DisclosureObject): RecordedEdit {
  const { cause, basis, rule } = disclosure;
  const facts = { cause, basis, rule, count: 1 };
  return disclosure.kind === 'omit'
    ? { kind: 'omit', type: disclosure.type, authority: disclosure.authority, ...facts }
    : { kind: 'add', purpose: disclosure.purpose, authority: null, ...facts };
}
