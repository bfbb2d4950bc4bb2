import { canonicalJson } from '@parlance/core';
import { type LeafOf } from '@parlance/log';
import { z } from 'zod';

type Edit = LeafOf<'mediation'>['edits'][number];
type Basis = NonNullable<Edit['basis']>;

/** What happened to an answer: left out, added, delivered unjudged, or ended otherwise than done without a change. */
const entryKinds = ['omit', 'add', 'unjudged', 'ended'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** What one entry of the register is about, without its month and language. The version of the rule is left out: it changes more often than what the rule does. */
export interface Subject {
  readonly kind: EntryKind;
  /** Type of what was left out, purpose of what was added, or the ending. */
  readonly type: string;
  /** Null where an answer ended without a change. */
  readonly cause: Edit['cause'] | null;
  readonly basis: Basis | null;
  readonly authority: string | null;
  /** Id of the rule; null where an answer ended without a change. */
  readonly rule: string | null;
  /** Id of the pack that answered. */
  readonly pack: string;
}

/** One for each rule that changed the answer; where none did, one for its ending. Each subject once. */
export function subjectsOf({ edits, ending, pack }: LeafOf<'mediation'>): readonly Subject[] {
  if (edits.length === 0) return [{ kind: 'ended', type: ending, cause: null, basis: null, authority: null, rule: null, pack: pack.id }];
  const subjects = new Map(edits.map((edit) => subjectOf(edit, pack.id)).map((subject) => [keyOfSubject(subject), subject]));
  return [...subjects.values()];
}

function subjectOf(edit: Edit, pack: string): Subject {
  const { kind, cause, basis, authority, rule } = edit;
  const type = edit.kind === 'add' ? edit.purpose : edit.type;
  return { kind, type, cause, basis, authority, rule: rule.slice(0, rule.lastIndexOf('@')), pack };
}

/** The same text for the same subject, and no other. */
export function keyOfSubject(subject: Subject): string {
  return canonicalJson({ ...subject, basis: subject.basis && { ...subject.basis } });
}

/** `Tubakaseadus, § 17 lg 1 (EE)` */
export function lawOf({ basis }: Pick<Subject, 'basis'>): string | null {
  return basis && `${basis.instrument}, ${basis.article} (${basis.jurisdiction})`;
}

const line = z.string().max(1000);

const subjectSchema = z.strictObject({
  kind: z.enum(entryKinds),
  type: line,
  cause: z.enum(['charter', 'law', 'privacy', 'operator']).nullable(),
  basis: z.strictObject({ jurisdiction: line, instrument: line, article: line, url: line }).nullable(),
  authority: line.nullable(),
  rule: line.nullable(),
  pack: line,
});

/** Reads what `keyOfSubject` made, from the database. Throws `SyntaxError` or `ZodError` for anything else. */
export function readSubject(key: string): Subject {
  return subjectSchema.parse(JSON.parse(key));
}
