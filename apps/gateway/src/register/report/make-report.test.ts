import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Leaf } from '@parlance/log';
import { afterAll, describe, expect, test } from 'vitest';
import { editOf, madeLeaves, madeOrigin, mediationOf, ruleOf, tallyOf, writeLog } from '../testing/made-log.ts';
import { type ReportLanguage, reportLanguages, reportPage, reportWords } from '@parlance/web';
import { collectMonth } from './collect-month.ts';
import { makeReport } from './make-report.ts';
import { reportCsv } from './report-csv.ts';
import { reportText } from './report-text.ts';
import { folderSource } from './tree-source.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function logOf(leaves: Iterable<Leaf>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'parlance-report-'));
  folders.push(folder);
  return (await writeLog(folder, leaves)).folder;
}

const reportOf = async (folder: string, month: string) =>
  makeReport(month, [await collectMonth(folderSource(folder), month, { policy: null })]);
const formsOf = (report: Awaited<ReturnType<typeof reportOf>>): readonly string[] => [
  JSON.stringify(report),
  reportCsv(report),
  reportText(report),
  reportPage(report),
];

const period = (month: string): string => `${month}-21T13Z`;
const batch = (month: string, answers: readonly ReturnType<typeof mediationOf>[], unchanged = 20): readonly Leaf[] => [
  ...answers.map((answer) => ({ ...answer, period: period(month) })),
  tallyOf(period(month), answers, unchanged),
];
const many = (count: number, edit: number, from = 0) =>
  Array.from({ length: count }, (_, nth) => mediationOf(from + nth, { edits: [editOf(edit, 2)] }));
const amend = (position: number): Leaf => ({
  ...{
    leaf: 'amend',
    v: 1,
    position: String(position),
    outcome: 'withdrawn',
    reason: 'court',
    authority: null,
    replacement: null,
    period: '2026-12-01',
  },
});

describe('the report of a month', () => {
  test('is the same bytes twice in every form, and on a log that has grown', async () => {
    const first = [...batch('2026-10', many(12, 1)), ...batch('2026-11', many(34, 1, 100)), ...batch('2026-11', many(25, 2, 200))];
    const short = await logOf(first);
    const long = await logOf([...first, amend(14), ...batch('2026-12', many(40, 1, 300))]);
    const forms = formsOf(await reportOf(short, '2026-11'));
    expect(formsOf(await reportOf(short, '2026-11'))).toEqual(forms);
    expect(formsOf(await reportOf(long, '2026-11'))).toEqual(forms);
    expect(forms[0]).toContain('"size":"74"');
    expect(formsOf(await reportOf(long, '2026-10'))[0]).toContain('"size":"13"');
  });

  test('holds omissions by the tallies against those of the leaves', async () => {
    const answers = many(34, 1);
    const right = await reportOf(await logOf(batch('2026-11', answers)), '2026-11');
    expect(right).toMatchObject({
      omissions: { tallies_at_least: 60, leaves_at_least: 60, agree: true },
      batches_that_differ: 0,
      answers_at_least: 50,
    });
    const wrong = batch('2026-11', answers).map((leaf) => (leaf.leaf === 'tally' ? { ...leaf, omissions: 67 } : leaf));
    const report = await reportOf(await logOf(wrong), '2026-11');
    expect(report).toMatchObject({
      omissions: { tallies_at_least: 60, leaves_at_least: 60, agree: false },
      batches_that_differ: 1,
    });
    expect(reportText(report)).toContain('THEY DO NOT AGREE');
  });

  test('tells no number below ten, and rates beside the month before', async () => {
    const leaves = [
      ...batch('2026-10', many(40, 1), 60),
      ...batch('2026-11', [...many(34, 1, 100), ...many(12, 3, 150), ...many(4, 2, 200)], 50),
    ];
    const report = await reportOf(await logOf(leaves), '2026-11');
    expect(report.rates).toEqual([expect.objectContaining({ rule: 'ee.rule.1', at_least: 30, per_10000: 2752, before_per_10000: 3669 })]);
    expect(report.changed_at_least).toBe(50);
    for (const { at_least } of report.changes) expect(at_least % 10).toBe(0);
    expect(JSON.stringify(report)).not.toContain('ee.rule.2');
  });

  test('takes away what a correction took away by the end of the month', async () => {
    const leaves = [...batch('2026-11', many(40, 1)), amend(3), amend(3), amend(40), ...batch('2026-11', many(12, 2, 300))];
    const report = await reportOf(await logOf(leaves), '2026-11');
    expect(report.changes.map(({ rule, at_least }) => [rule, at_least])).toEqual([
      ['ee.rule.2', 10],
      ['ee.rule.1', 30],
    ]);
    expect(report.statements).toEqual([{ kind: 'amend', count: 3 }]);
  });

  test('counts a decision once, in the month in which the log told it first, and what names no rule never', async () => {
    const rule = { ...ruleOf(1) };
    const decide = (number: number, about = 0): Leaf => ({
      ...{ leaf: 'amend', v: 1, position: String(about), outcome: 'objection-upheld', reason: 'complaint', authority: null },
      ...{ replacement: null, period: '2026-11-21', decision: String(number).padStart(32, '0') },
    });
    const decisions = Array.from({ length: 12 }, (_, number) => decide(number));
    const again = Array.from({ length: 9 }, (_, number) => decide(number));
    const aboutAnswers = Array.from({ length: 30 }, (_, number) => decide(100 + number, 1));
    const leaves = [
      ...[rule, ...decisions, ...again, ...aboutAnswers, ...batch('2026-11', many(12, 1))],
      ...[...decisions, ...batch('2026-12', many(12, 1, 50))],
    ];
    const folder = await logOf(leaves);
    expect((await reportOf(folder, '2026-11')).objections).toEqual([{ outcome: 'upheld', at_least: 10 }]);
    const december = await reportOf(folder, '2026-12');
    expect([december.objections, december.statements]).toEqual([[], []]);
  });

  test('counts decisions about rules of an earlier log', async () => {
    const decisions = Array.from({ length: 12 }, (_, number): Leaf => ({
      ...{ leaf: 'amend', v: 1, position: '4000', outcome: 'objection-upheld', reason: 'complaint', authority: null, replacement: null },
      ...{ period: '2026-11-21', decision: String(number).padStart(32, '0'), log: 'log.example/2026h1', rule: 'ee.rule.9@2026.1.1' },
    }));
    const report = await reportOf(await logOf([...decisions, ...batch('2026-11', many(12, 1))]), '2026-11');
    expect(report.objections).toEqual([{ outcome: 'upheld', at_least: 10 }]);
  });

  test('counts no decision that names a rule of its own log as one of another, where that rule does not stand', async () => {
    const decide = (position: string, of: number): Leaf => ({
      ...{ leaf: 'amend', v: 1, position, outcome: 'objection-upheld', reason: 'complaint', authority: null, replacement: null },
      ...{ period: '2026-11-21', decision: String(of).padStart(32, '0'), log: madeOrigin, rule: 'ee.rule.1@2026.11.2' },
    });
    const reportWith = async (position: string) => {
      const decisions = Array.from({ length: 12 }, (_, number) => decide(position, number));
      return reportOf(await logOf([ruleOf(1), ruleOf(2), ...decisions, ...batch('2026-11', many(12, 1))]), '2026-11');
    };
    expect((await reportWith('0')).objections).toEqual([{ outcome: 'upheld', at_least: 10 }]);
    for (const position of ['1', '9', '4000']) expect((await reportWith(position)).objections).toEqual([]);
  });

  test('counts a decision once that two logs tell', async () => {
    const decisions = Array.from({ length: 12 }, (_, number): Leaf => ({
      ...{ leaf: 'amend', v: 1, position: '0', outcome: 'objection-rejected', reason: 'complaint', authority: null, replacement: null },
      ...{ period: '2026-11-21', decision: String(number).padStart(32, '0') },
    }));
    const folders = [
      await logOf([ruleOf(1), ...decisions, ...batch('2026-11', many(12, 1))]),
      await logOf([ruleOf(1), ...decisions, ...batch('2026-12', many(12, 1))]),
    ];
    const told = async (month: string) =>
      makeReport(month, await Promise.all(folders.map((folder) => collectMonth(folderSource(folder), month, { policy: null }))));
    expect((await told('2026-11')).objections).toEqual([{ outcome: 'rejected', at_least: 10 }]);
    expect((await told('2026-12')).objections).toEqual([]);
  });

  test('shows names that hold markup as names', async () => {
    const basis = { jurisdiction: 'EE', instrument: '<script>alert(1)</script>', article: '"x', url: 'https://law.example/x' };
    const edit = {
      kind: 'omit' as const,
      type: 'medicines' as const,
      cause: 'law' as const,
      basis,
      authority: '=1',
      rule: 'ee.x@1',
      count: 1,
    };
    const answers = Array.from({ length: 12 }, (_, nth) => mediationOf(nth, { edits: [edit] }));
    const report = await reportOf(await logOf(batch('2026-11', answers)), '2026-11');
    expect(reportPage(report)).not.toContain('<script');
    expect(reportPage(report)).not.toMatch(/(?:src|href)=/);
    expect(reportCsv(report)).toContain("'=1");
  });

  test('of a month that the log does not have has no head, and says which months there are', async () => {
    const found = await collectMonth(folderSource(await logOf(madeLeaves(400))), '2020-01', { policy: null });
    expect(found.head).toBeNull();
    expect(found.months.length).toBeGreaterThan(0);
  });
});

describe('the report in another language', () => {
  const leaves = [...batch('2026-10', many(12, 1)), ...batch('2026-11', [...many(34, 1, 100), ...many(25, 5, 200)]), amend(14)];
  const inLanguage = async (folder: string, language: ReportLanguage) =>
    makeReport('2026-11', [await collectMonth(folderSource(folder), '2026-11', { policy: null })], language);

  test.each(reportLanguages)(
    '%s: the same bytes twice, the same numbers as in English, and no English word of the page',
    async (language) => {
      const folder = await logOf(leaves);
      const report = await inLanguage(folder, language);
      expect(formsOf(await inLanguage(folder, language))).toEqual(formsOf(report));
      const english = await reportOf(folder, '2026-11');
      expect({ ...report, language: 'en', not_seen: english.not_seen }).toEqual(english);
      const [html, other] = [reportPage(report), reportPage(english)];
      expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
      expect(html.match(/≥ \d+/g)).toEqual(other.match(/≥ \d+/g));
      expect(html).not.toMatch(/\{\w+\}/);
      if (language === 'en') return;
      for (const [, heading] of other.matchAll(/<h[12]>(.*?)<\/h/g)) expect(html).not.toContain(`>${heading ?? ''}<`);
      expect(html).not.toMatch(/fewer than ten|not told|left out|ai-notice/);
      expect(reportCsv(report)).toContain(report.not_seen[0]?.split(',')[0]);
    },
  );

  test('shows languages and what the operator stated in words, and the data keep the codes', async () => {
    const report = await inLanguage(await logOf([...leaves.slice(0, -1), amend(3), ...batch('2026-11', many(12, 1, 500))]), 'fr');
    expect(report.changes.some((change) => change.language === 'et')).toBe(true);
    expect(reportPage(report)).toContain('<bdi>estonien</bdi>');
    expect(reportPage(report)).not.toContain('<bdi>et</bdi>');
    expect(reportPage(report)).toContain('<bdi>corrections</bdi>');
    expect([reportCsv(report), JSON.stringify(report)].every((form) => form.includes('amend'))).toBe(true);
  });

  test('in Arabic has each cell on the side of its header, and each number in its own direction', async () => {
    const html = reportPage(await inLanguage(await logOf(leaves), 'ar'));
    expect(html).not.toMatch(/<td[^>]* dir=/);
    expect(html.match(/[^\u2066]≥ \d+/g)?.every((found) => found.startsWith('>'))).toBe(true);
    expect(html).toContain('<td><bdi><bdi dir="ltr">≥ 30</bdi></bdi></td>');
  });

  test.each(reportLanguages)('%s: says of its rates that each is at least so much, and why drift may tell more', async (language) => {
    const html = reportPage(await inLanguage(await logOf(leaves), language));
    const words = reportWords({ language });
    expect(html).toContain(`>${words.perAnswers}</th>`);
    expect(html).toContain(words.ratesHint);
  });

  test('has every word, with the slots that it has in English', () => {
    const slotsOf = (text: unknown): readonly string[] => (JSON.stringify(text).match(/\{\w+\}/g) ?? []).toSorted();
    const english = reportWords({ language: 'en' });
    for (const language of reportLanguages)
      for (const [name, words] of Object.entries(reportWords({ language }))) {
        expect(slotsOf(words), `${language} ${name}`).toEqual(slotsOf(english[name as keyof typeof english]));
        for (const word of typeof words === 'string' ? [words] : Object.values(words as object))
          expect(word, `${language} ${name}`).not.toBe('');
      }
  });
});

describe('a log that was changed', () => {
  const damaged = async (change: (bytes: Buffer) => Buffer, file: string): Promise<Promise<unknown>> => {
    const folder = await logOf(batch('2026-11', many(40, 1)));
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path)));
    return collectMonth(folderSource(folder), '2026-11', { policy: null });
  };

  test.each([
    [
      'in one letter of a leaf',
      'tile/entries/000.p/41',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('"et"', '"ru"'), 'latin1'),
    ],
    ['in the order of its bytes', 'tile/entries/000.p/41', (bytes: Buffer) => bytes.subarray(1)],
    ['in its checkpoint', 'checkpoint', (bytes: Buffer) => Buffer.from(bytes.toString().replace('\n41\n', '\n40\n'))],
    ['to none', 'checkpoint', () => Buffer.from('')],
  ])('%s makes no report', async (_name, file, change) => {
    await expect(damaged(change, file)).rejects.toMatchObject({ code: 'log_corrupt' });
  });
});
