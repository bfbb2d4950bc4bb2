import { type AdditionPurpose, type Cause, type Ending, type InformationType, type PublicSector } from '@parlance/charter';
import { type MonthReport } from '../report.ts';
import { arReport } from './ar.ts';
import { deReport } from './de.ts';
import { enReport } from './en.ts';
import { etReport } from './et.ts';
import { frReport } from './fr.ts';
import { ruReport } from './ru.ts';

/** A word of the report, in which slots stand as `{name}`. */
type ReportWord =
  | 'title'
  | 'made'
  | 'log'
  | 'name'
  | 'entries'
  | 'root'
  | 'tree'
  | 'answers'
  | 'what'
  | 'byTallies'
  | 'byLeaves'
  | 'agree'
  | 'changed'
  | 'leftOut'
  | 'added'
  | 'yes'
  | 'no'
  | 'batches'
  | 'howEnded'
  | 'changesTitle'
  | 'chart'
  | 'type'
  | 'cause'
  | 'law'
  | 'authority'
  | 'rule'
  | 'language'
  | 'sector'
  | 'changes'
  | 'twice'
  | 'rates'
  | 'perAnswers'
  | 'ratesHint'
  | 'before'
  | 'others'
  | 'logEntries'
  | 'howMany'
  | 'objection'
  | 'none'
  | 'few'
  | 'notTold'
  | 'notSeenTitle';

/** Kinds of entries that are no answers and no objections. */
type StatedKind = 'rule' | 'policy' | 'release' | 'amend' | 'shred' | 'key' | 'access';

/** The words of the report in one language, with names for whatever the log says in codes. */
export interface ReportWords extends Readonly<Record<ReportWord, string>> {
  /** Seven sentences on what the log does not show. */
  readonly notSeen: readonly string[];
  /** Of languages that countries have; not asked of the machine, whose names of languages are of its own version. */
  readonly languages: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<'omit' | 'add' | 'unjudged' | 'ended', string>>;
  readonly types: Readonly<Record<InformationType, string>>;
  readonly purposes: Readonly<Record<AdditionPurpose, string>>;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly endings: Readonly<Record<Ending, string>>;
  readonly sectors: Readonly<Record<PublicSector, string>>;
  readonly leaves: Readonly<Record<StatedKind, string>>;
  readonly outcomes: Readonly<Record<'upheld' | 'corrected' | 'rejected', string>>;
}

/** They are part of the program and of no pack: whoever has the log makes the same report in each, byte for byte. */
const languages = { ar: arReport, de: deReport, en: enReport, et: etReport, fr: frReport, ru: ruReport } as const;
export type ReportLanguage = keyof typeof languages;
export const reportLanguages: readonly ReportLanguage[] = ['ar', 'de', 'en', 'et', 'fr', 'ru'];

/** The words in the language that a report says it is in. */
export function reportWords({ language }: Pick<MonthReport, 'language'>): ReportWords {
  return languages[language];
}

/** The name of a language as the log has it (`et`, `zh-Hans`), with what its code says beyond the language; a language that has no name here by its code. */
export function nameOfLanguage({ languages: names }: ReportWords, code: string | null): string {
  const [first = '', ...rest] = (code ?? '').split('-');
  const name = nameOf(names, first);
  return rest.length === 0 ? name : `${name} (${rest.join('-')})`;
}

/** The name of a code where the words have one. */
export function nameOf(names: Readonly<Record<string, string>>, code: string | null): string {
  return code === null ? '' : Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}

/** What was left out, what an addition was for, or how an answer ended. */
export function typeName(
  { types, purposes, endings }: ReportWords,
  { kind, type }: { readonly kind: string | null; readonly type: string | null },
): string {
  return nameOf(kind === 'ended' ? endings : kind === 'add' ? purposes : types, type);
}
