import { describe, expect, test } from 'vitest';
import { editOf, mediationOf } from '../testing/made-log.ts';
import { keyOfSubject, type Subject, subjectsOf } from '../facts/subject.ts';
import { type ListedEntry } from '../list/list-entries.ts';
import { checkStatement } from './check-statement.ts';
import { statementOf } from './make-statement.ts';

function entryOf(subject: Subject, language: string | null = 'et'): ListedEntry {
  const told = { month: '2026-11', kind: subject.kind, type: subject.type, subject, language, sector: null, cells: [], told: 10 };
  return { log: 'log.example/2026h2', month: '2026-11', position: 4711n, told };
}

const subjects = Array.from({ length: 60 }, (_, number) => subjectsOf(mediationOf(1, { edits: [editOf(number)] }))[0]!);
const sample = statementOf(entryOf(subjects[1]!))!;

describe('every statement', () => {
  test.each(subjects.map((subject) => [keyOfSubject(subject), subject] as const))('passes: %s', (_key, subject) => {
    for (const language of ['et', 'zgh', 'de-AT', null]) {
      const statement = statementOf(entryOf(subject, language));
      expect(statement === null).toBe(subject.kind !== 'omit');
      if (statement !== null) expect(checkStatement(statement)).toEqual([]);
    }
  });

  test('is of the countries of its law, and there is none outside of the European Economic Area', () => {
    const of = (jurisdiction: string): Subject => ({ ...subjects[1]!, basis: { ...subjects[1]!.basis!, jurisdiction } });
    expect(statementOf(entryOf(of('EU')))?.territorial_scope).toHaveLength(27);
    expect(statementOf(entryOf(of('DE-BY')))?.territorial_scope).toEqual(['DE']);
    expect(statementOf(entryOf(of('MA')))).toBeNull();
  });

  test('says that nobody judged the words, and which day stands for the month', () => {
    expect(sample.illegal_content_explanation).toContain('no person and no court has judged');
    expect(sample.decision_facts).toContain('its first day stands for it');
    expect(sample.application_date).toBe('2026-11-01');
  });
});

describe('a statement is refused', () => {
  const without = (field: keyof typeof sample) => ({ ...sample, [field]: undefined });
  const [unexplained, unnamed, unsaid] = [without('illegal_content_explanation'), without('puid'), without('decision_visibility_other')];
  test.each([
    ['that is no object', null],
    ['without a decision', { ...sample, decision_visibility: [] }],
    ['with a decision that there is not', { ...sample, decision_visibility: ['DECISION_VISIBILITY_GONE'] }],
    ['with another decision that is not described', unsaid],
    ['with a description of another decision that is none', { ...sample, decision_visibility: ['DECISION_VISIBILITY_CONTENT_REMOVED'] }],
    ['without its ground', { ...sample, decision_ground: undefined }],
    ['without an explanation of its ground', unexplained],
    ['with the words of the other ground', { ...sample, incompatible_content_ground: 'x' }],
    ['of terms without their explanation', { ...unexplained, decision_ground: 'DECISION_GROUND_INCOMPATIBLE_CONTENT' }],
    ['with a ground that is too long', { ...sample, illegal_content_legal_ground: 'x'.repeat(501) }],
    ['with an explanation that is too long', { ...sample, illegal_content_explanation: 'x'.repeat(2001) }],
    ['with facts that are too long', { ...sample, decision_facts: 'x'.repeat(5001) }],
    ['without facts', { ...sample, decision_facts: '' }],
    ['with an address that is none', { ...sample, decision_ground_reference_url: 'law' }],
    ['without a type of content', { ...sample, content_type: [] }],
    ['with a type of content as text', { ...sample, content_type: 'CONTENT_TYPE_TEXT' }],
    ['with another type of content that is not described', { ...sample, content_type: ['CONTENT_TYPE_OTHER'] }],
    ['with a category of the old interface', { ...sample, category: 'STATEMENT_CATEGORY_SCOPE_OF_PLATFORM_SERVICE' }],
    ['with a country outside', { ...sample, territorial_scope: ['MA'] }],
    ['without a country', { ...sample, territorial_scope: [] }],
    ['with a language in small letters', { ...sample, content_language: 'et' }],
    ['with a language of three letters', { ...sample, content_language: 'ZGH' }],
    ['with a month for a day', { ...sample, application_date: '2026-11' }],
    ['with a day that there is not', { ...sample, application_date: '2026-02-30' }],
    ['of a time before the regulation', { ...sample, application_date: '2019-12-31' }],
    ['that ends before it begins', { ...sample, end_date_visibility_restriction: '2026-10-31' }],
    ['with a source that there is not', { ...sample, source_type: 'SOURCE_OTHER' }],
    ['with a detection that is neither yes nor no', { ...sample, automated_detection: true }],
    ['with a decision by hand in the old words', { ...sample, automated_decision: 'No' }],
    ['without a name', unnamed],
    ['with a name that has a dot', { ...sample, puid: 'log.example_1' }],
    ['with a name that is too long', { ...sample, puid: 'x'.repeat(501) }],
    ['with a field that there is not', { ...sample, url: 'https://example.org' }],
  ])('%s', (_name, statement) => {
    expect(checkStatement(statement)).not.toEqual([]);
  });

  test('with every issue at once', () => {
    expect(checkStatement({ ...sample, puid: '', category: 'x', decision_facts: '' }).map(({ path }) => path)).toEqual([
      'category',
      'decision_facts',
      'puid',
    ]);
  });
});
