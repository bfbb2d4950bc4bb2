import { type DsaCategory, dsaCategoryOf } from '@parlance/charter';
import { digestOfText } from '@parlance/core';
import { lawOf, type Subject } from '../facts/subject.ts';
import { type ListedEntry } from '../list/list-entries.ts';
import { areaCountries, type Statement, unionCountries } from './statement.ts';

const categoryOf: ReadonlyMap<string, DsaCategory> = new Map(Object.entries(dsaCategoryOf));

export interface Statements {
  readonly statements: readonly Statement[];
  /** Entries that no statement can be made of: the rule is not told, or its country is outside of the European Economic Area. */
  readonly left_out: number;
}

/** Statements of what was left out. See docs/transparency-register.md for what they mean and what not. */
export function statementsOf(entries: readonly ListedEntry[]): Statements {
  const statements = entries.flatMap((entry) => statementOf(entry) ?? []);
  return { statements, left_out: entries.length - statements.length };
}

export function statementOf({ told, log, position }: ListedEntry): Statement | null {
  const { subject, month } = told;
  if (subject === null || subject.kind !== 'omit') return null;
  const territory = territoryOf(subject);
  if (territory === null) return null;
  const language = told.language !== null && /^[a-z]{2}$/.test(told.language) ? told.language.toUpperCase() : null;
  return {
    decision_visibility: ['DECISION_VISIBILITY_OTHER'],
    decision_visibility_other: 'Words of a machine-written answer were left out before it was delivered to the one person who had asked.',
    ...groundOf(subject),
    content_type: ['CONTENT_TYPE_TEXT', 'CONTENT_TYPE_SYNTHETIC_MEDIA'],
    category: categoryOf.get(subject.type) ?? 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE',
    territorial_scope: [...territory],
    ...(language !== null && { content_language: language }),
    content_date: `${month}-01`,
    application_date: `${month}-01`,
    decision_facts: factsOf(subject, `entry ${String(position)} of ${log}`),
    source_type: 'SOURCE_VOLUNTARY',
    automated_detection: 'Yes',
    automated_decision: 'AUTOMATED_DECISION_FULLY',
    puid: `${log.replaceAll(/[^A-Za-z0-9]/g, '-')}_${String(position)}_${digestOfText(subject.rule ?? '').slice(-16)}`.slice(-500),
  };
}

function factsOf({ type, rule }: Subject, place: string): string {
  return `The rule ${rule ?? ''} matched words of the type ${type} in an answer of the assistant, which were replaced by a notice. The public log tells it: ${place}. Only the month is told; its first day stands for it.`;
}

type Ground = Pick<
  Statement,
  | 'decision_ground'
  | 'decision_ground_reference_url'
  | 'illegal_content_legal_ground'
  | 'illegal_content_explanation'
  | 'incompatible_content_ground'
  | 'incompatible_content_explanation'
>;

function groundOf(subject: Subject): Ground {
  const { basis, cause, rule } = subject;
  if (basis === null)
    return {
      decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT',
      incompatible_content_ground: `Rule ${rule ?? ''}, which is public (cause: ${cause ?? ''})`,
      incompatible_content_explanation:
        'The rule leaves such words out of every answer, whoever asks. No law is the cause, and nobody has judged the words.',
    };
  return {
    decision_ground: 'DECISION_GROUND_ILLEGAL_CONTENT',
    decision_ground_reference_url: basis.url,
    illegal_content_legal_ground: Array.from(lawOf(subject) ?? '')
      .slice(0, 250)
      .join(''),
    illegal_content_explanation: `The country pack states that this provision restricts such words, and the rule ${rule ?? ''} leaves them out. A matcher decided; no person and no court has judged these words.`,
  };
}

/** Null: no country of the European Economic Area. */
function territoryOf({ basis, pack }: Subject): readonly string[] | null {
  const country = (basis?.jurisdiction ?? pack).toUpperCase().split('-')[0] ?? '';
  if (country === 'EU') return unionCountries;
  return areaCountries.includes(country) ? [country] : null;
}
