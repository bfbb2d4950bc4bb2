import { type JsonValue } from '@parlance/core';
import { type ChangeClass, strictestClass } from './closed-lists.ts';

export interface ClassifiedField {
  readonly file: string;
  readonly field: string;
  readonly before: JsonValue | null;
  readonly after: JsonValue | null;
  /** What the whole file said and says; null where there is none. */
  readonly documents: readonly (JsonValue | null)[];
}

/** A rule of the table: which fields of which files it is about, and the class of a change there. The strictest rule that fits counts. */
interface ClassRule {
  readonly file: RegExp;
  readonly field: RegExp;
  readonly class: ChangeClass | ((change: ClassifiedField) => ChangeClass);
}

/**
 * Everything else is `default`: tone, terminology, knowledge, titles, cases. Where a whole branch comes or goes, each field in it is judged.
 *
 * `safety`: whom a person reaches in need, and what protects people: emergency numbers and the words above them, offices, their telephone numbers and their people,
 * settings for those under 18, what is kept from leaving the country. `legal`: what is left out or added, cards too, and every word that the service itself
 * says, since in it the reader is told of that.
 */
const table: readonly ClassRule[] = [
  { file: /^safety\.yaml$/, field: /./, class: 'safety' },
  { file: /^pack\.yaml$/, field: /^(?:id|languages|interface_languages|issuer|charter|status|contacts)(?:\.|$)/, class: 'legal' },
  { file: /^pack\.yaml$/, field: /^(?:general|contacts\..*\.phone)$/, class: 'safety' },
  { file: /^privacy\.yaml$/, field: /./, class: classOfPrivacy },
  { file: /^restrictions\//, field: /./, class: 'legal' },
  { file: /^additions\//, field: /./, class: 'legal' },
  { file: /^(?:restrictions|additions)\//, field: /./, class: classOfAudience },
  { file: /^additions\//, field: /./, class: classOfPurpose },
  { file: /^sectors\//, field: /^(?:id|services)(?:\.|$)/, class: 'legal' },
  { file: /^sectors\//, field: /^study\.(?:age_band|not_human_reminder)(?:\.|$)/, class: 'safety' },
  { file: /^notices\//, field: /./, class: 'legal' },
  { file: /^notices\//, field: /^safety\./, class: 'safety' },
  { file: /^interface\//, field: /./, class: 'legal' },
  { file: /^interface\//, field: /emergency/, class: 'safety' },
  { file: /^handover\//, field: /./, class: 'safety' },
  { file: /^services\//, field: /^office$/, class: 'safety' },
  { file: /^services\//, field: /^facts\..*\.number$/, class: 'safety' },
];

export function classOfChange(change: ClassifiedField): ChangeClass {
  return strictestClass(fieldsIn(change).flatMap((field) => classesOf(field)));
}

function classesOf(change: ClassifiedField): readonly ChangeClass[] {
  return table
    .filter(({ file, field }) => file.test(change.file) && field.test(change.field))
    .map((rule) => (typeof rule.class === 'function' ? rule.class(change) : rule.class));
}

/** The change itself and, where a branch came or went, each field in it. */
function fieldsIn(change: ClassifiedField): readonly ClassifiedField[] {
  const branch = change.before ?? change.after;
  if ((change.before !== null && change.after !== null) || typeof branch !== 'object' || branch === null) return [change];
  const inner = Object.entries(branch).flatMap(([key, value]) => {
    const field = change.field === '' ? key : `${change.field}.${key}`;
    const here = value ?? null;
    return fieldsIn({ ...change, field, before: change.before === null ? null : here, after: change.after === null ? null : here });
  });
  return [change, ...inner];
}

/** Loosened when less is recognised or kept at home, or kept for longer; a whole file that comes or goes may be either. */
function classOfPrivacy({ field, before, after }: ClassifiedField): ChangeClass {
  if (/^(?:identifiers|minimise)(?:\.|$)/.test(field)) return before === null ? 'legal' : 'safety';
  if (/^retention(?:\.|$)/.test(field)) return Number(after) <= Number(before) && before !== null && after !== null ? 'legal' : 'safety';
  return 'legal';
}

/** What holds for an age alone, or did. */
function classOfAudience({ documents }: ClassifiedField): ChangeClass {
  return textsAt(documents, ['scope', 'audience']).some((audience) => audience !== 'all') ? 'safety' : 'legal';
}

/** What sends people to help, or tells of an age. */
function classOfPurpose({ documents }: ClassifiedField): ChangeClass {
  return textsAt(documents, ['purpose']).some((purpose) => purpose === 'safety-resource' || purpose === 'age-notice') ? 'safety' : 'legal';
}

function textsAt(documents: readonly (JsonValue | null)[], path: readonly string[]): readonly string[] {
  return documents.flatMap((document) => {
    const found = path.reduce<JsonValue | null>((value, key) => (isMap(value) ? (value[key] ?? null) : null), document);
    return typeof found === 'string' ? [found] : [];
  });
}

function isMap(value: JsonValue | null): value is Readonly<Record<string, JsonValue | undefined>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
