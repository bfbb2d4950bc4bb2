import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clauses } from './clauses.ts';
import { enforcements } from './closed-lists.ts';
import { youthClause, youthPrinciples } from './youth-principles.ts';

const spec = new URL('../../../../shared/data/model-spec/model_spec.md', import.meta.url);

function runsOf(length: number, text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, Math.max(0, words.length - length + 1)).map((_, start) => words.slice(start, start + length).join(' '));
}

describe('the principles for readers under 18', () => {
  test('serve a clause of the charter that says how code and model share the work', () => {
    const clause = clauses.find(({ id }) => id === youthClause);
    const ways = new Set(youthPrinciples.flatMap(({ enforcedBy }): readonly string[] => enforcedBy));
    expect(clause?.enforcedBy).toEqual(expect.arrayContaining([...ways]));
  });

  test.each(youthPrinciples)(
    '$id is said in one to three sentences, and how it is enforced is said too (S17)',
    ({ id, statement, enforcedBy }) => {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(statement).toMatch(/^[A-Z].*\.$/);
      expect(statement.match(/[.!?](\s|$)/g)?.length).toBeLessThanOrEqual(3);
      expect(enforcements).toEqual(expect.arrayContaining([...enforcedBy]));
      expect(enforcedBy).toContain('prompt');
      expect(enforcedBy).toContain('evaluation');
    },
  );

  test('no subject is closed to the young', () => {
    expect(youthPrinciples.find(({ id }) => id === 'open-subjects')?.statement).toMatch(/still answer/);
  });

  test.runIf(existsSync(spec))('no statement shares a run of eight words with the Model Spec', () => {
    const known = new Set(runsOf(8, readFileSync(spec, 'utf8')));
    expect(known.size).toBeGreaterThan(10_000);
    expect(youthPrinciples.flatMap(({ statement }) => runsOf(8, statement)).filter((run) => known.has(run))).toEqual([]);
  });
});
