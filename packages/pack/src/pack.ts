import {
  type AdditionPurpose,
  type AgeBand,
  type Hint,
  type InformationType,
  type NotHumanReminder,
  type StudyStyle,
  type Tries,
} from '@parlance/charter';
import { type Digest } from '@parlance/core';
import { type AddRule, type Basis, type Classifier, type Localized, type Matcher } from '@parlance/disclosure';
import { type Handover } from './handover/handover.ts';

/** Where a value stands: path inside the pack folder, line and column from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A country pack after parsing: data only, every file accounted for. */
export interface Pack {
  /** ISO 3166-1 alpha-2, upper case. */
  readonly id: string;
  readonly version: string;
  /** BCP 47, the first is the country's default. */
  readonly languages: readonly string[];
  /** Languages in which the pages and notices can be read and no answer is given. */
  readonly interfaceLanguages: ReadonlyMap<string, InterfaceLanguage>;
  readonly issuer: Localized;
  readonly status: PackStatus;
  readonly charter: string;
  readonly contacts: ReadonlyMap<string, Contact>;
  /** Key of the contact that helps when no other does. */
  readonly generalContact: string;
  readonly locales: ReadonlyMap<string, Locale>;
  readonly terminology: ReadonlyMap<string, readonly Term[]>;
  readonly safety: readonly SafetyResource[];
  readonly restrictions: readonly Restriction[];
  readonly additions: readonly Addition[];
  readonly privacy: Privacy;
  readonly services: readonly ServiceCard[];
  readonly knowledge: readonly Passage[];
  /** How the people of an office are reached, by key of its contact. */
  readonly handovers: ReadonlyMap<string, Handover>;
  /** By name of the file. */
  readonly curriculum: ReadonlyMap<string, Curriculum>;
  readonly sectors: ReadonlyMap<string, Sector>;
  /** language -> message id -> MessageFormat 2 source. */
  readonly notices: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** language -> id of a word of the pages -> MessageFormat 2 source. */
  readonly interface: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly cases: readonly PackCase[];
  /** Digest over the canonical list of `{path, sha256}` of every file but `pack.sig` and `reviews/`. */
  readonly digest: Digest;
  /** Where a value was set, by `file#path`, for example `locale/et.yaml#register`. */
  readonly positions: ReadonlyMap<string, Position>;
}

export interface InterfaceLanguage {
  /** With `none`, each page in the language says so. */
  readonly review: 'none' | 'reviewed';
}

export interface PackStatus {
  readonly review: 'none' | 'example' | 'reviewed';
  /** Shown wherever the pack is named, for example "Example, not legal advice". */
  readonly note: Localized;
}

export interface Contact {
  readonly id: string;
  readonly name: Localized;
  readonly phone: string | null;
  readonly email: string | null;
  readonly url: string;
  readonly source: { readonly url: string; readonly read: string } | null;
}

/** A default: a value for a knob and the guideline that the knob tunes (S3). */
export interface Knob {
  readonly value: string;
  readonly guideline: string;
}

export interface Locale {
  readonly language: string;
  /** ISO 15924: the one in which the pack's own texts in this language are. */
  readonly script: string;
  /** Others in which a person may ask to be answered. */
  readonly scripts: readonly string[];
  readonly knobs: ReadonlyMap<KnobName, Knob>;
  readonly numbers: { readonly decimal: string; readonly group: string };
  readonly date: string;
  readonly currency: string;
}

export type KnobName = 'register' | 'address' | 'reading_level';

export interface Term {
  readonly term: string;
  readonly definition: string;
  readonly alternatives: readonly string[];
  readonly source: string;
}

export interface SafetyResource {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly languages: readonly string[];
  readonly name: Localized;
  readonly what: Localized;
  readonly hours: Localized | null;
  readonly source: { readonly url: string; readonly publisher: string; readonly read: string };
}

/** Where a rule acts: in the sectors it names, less the excepted ones. An exception can only take sectors away. */
export interface Scope {
  readonly sectors: 'all' | readonly string[];
  readonly audience: 'all' | 'under-18' | 'adult';
  readonly except?: { readonly sectors: readonly string[] };
}

export interface Restriction {
  readonly id: string;
  readonly type: InformationType;
  readonly basis: Basis;
  readonly authority: Localized;
  readonly inForce: string;
  readonly reviewBy: string;
  readonly rationale: Localized;
  /** `answerWithinDays`: in which an objection is to be answered; absent where the pack says nothing. */
  readonly redress: { readonly url: string; readonly body: Localized; readonly answerWithinDays?: number };
  readonly scope: Scope;
  /** Empty where a classifier judges. */
  readonly match: Matcher;
  readonly classifier?: Classifier;
  readonly fixtures: { readonly hits: readonly string[]; readonly misses: readonly string[] };
}

export interface Addition {
  readonly id: string;
  readonly purpose: AdditionPurpose;
  readonly basis: Basis;
  readonly inForce: string;
  readonly place: AddRule['place'];
  readonly when: 'always' | Matcher;
  readonly scope: Scope;
  readonly text: Localized;
}

export interface Privacy {
  readonly identifiers: readonly string[];
  readonly minimise: readonly string[];
  readonly retention: { readonly max_days: number };
  /** The law that asks for it. */
  readonly basis?: { readonly instrument: string; readonly article: string; readonly url: string };
}

export type FactKind = 'who' | 'fee' | 'deadline' | 'step' | 'form' | 'phone' | 'note';

export interface Fact {
  readonly kind: FactKind;
  /** Key of a source of the card. */
  readonly source: string;
  /** Place inside the source, for example `§ 37 lg 1`. */
  readonly at: string | null;
  readonly url: string | null;
  readonly number: string | null;
  readonly text: Localized;
}

export interface CardSource {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  /** Day on which it was read. */
  readonly read: string;
  readonly published: string | null;
}

export interface ServiceCard {
  readonly id: string;
  readonly title: Localized;
  /** Key of a contact. */
  readonly office: string;
  readonly questions: Readonly<Record<string, readonly string[]>>;
  readonly sources: ReadonlyMap<string, CardSource>;
  readonly facts: readonly Fact[];
}

/** A prose passage that may be quoted. */
export interface Passage {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly publisher: string;
  readonly source: string;
  readonly licence: string;
  readonly date: string;
  readonly text: string;
}

export interface Sector {
  readonly id: string;
  readonly title: Localized;
  readonly knobs: ReadonlyMap<KnobName, Knob>;
  readonly services: 'all' | readonly string[];
  /** Names of the curricula that are taught here. */
  readonly curriculum: readonly string[];
  /** How learners are helped; null where the sector has no study mode. */
  readonly study: Study | null;
}

/** Everything that study mode can be told. The first three are defaults; the others are limits, which can be made stricter and never looser. */
export interface StudySettings {
  /** In the order in which they are given; the last is `answer`. */
  readonly hints: readonly Hint[];
  readonly tries: Tries;
  readonly style: StudyStyle;
  readonly age_band: AgeBand;
  readonly not_human_reminder: NotHumanReminder;
}

export interface StudySetting<Value> {
  readonly value: Value;
  /** The guideline that a default tunes, or the clause of the charter that a limit serves. */
  readonly names: string;
}

/** What a sector says of study mode. What it leaves out (null) is as the charter has it. */
export type Study = { readonly [Name in keyof StudySettings]: StudySetting<StudySettings[Name]> | null };

/** A framework of competencies, after 1EdTech CASE 1.1. Items and associations stand in the order of the file. */
export interface Curriculum {
  readonly id: string;
  readonly title: string;
  readonly creator: string;
  readonly publisher: string | null;
  readonly language: string;
  readonly status: 'Draft' | 'Adopted' | 'Deprecated' | null;
  readonly notes: string | null;
  readonly source: { readonly url: string; readonly read: string };
  readonly items: readonly CurriculumItem[];
  readonly associations: readonly CurriculumAssociation[];
}

export interface CurriculumItem {
  /** UUID. */
  readonly id: string;
  readonly uri: string;
  readonly statement: string;
  /** How people number it, for example `M.4.2`. */
  readonly code: string | null;
  readonly type: string | null;
  /** That of the curriculum where it is null. */
  readonly language: string | null;
  /** School years, as the country counts them. */
  readonly levels: readonly string[];
}

export interface CurriculumAssociation {
  readonly id: string;
  readonly kind: 'isChildOf' | 'precedes';
  /** Id of an item. */
  readonly from: string;
  /** Id of an item; for `isChildOf` it may be that of the curriculum. */
  readonly to: string;
  readonly place: number | null;
}

export interface PackCase {
  readonly id: string;
  readonly language: string;
  readonly ask: string;
  readonly expect: { readonly card: string } | { readonly unknown: true } | { readonly safety: true };
}
