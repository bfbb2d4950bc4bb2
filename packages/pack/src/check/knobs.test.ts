import { clauses, guidelines, protectedAnchors } from '@parlance/charter';
import { describe, expect, test } from 'vitest';
import { type PackIssue } from '../format/pack-issue.ts';
import { checkPack } from './check-pack.ts';
import { minimalPack } from './minimal-pack.ts';

function issuesWith(knob: string): readonly PackIssue[] {
  const files = {
    ...minimalPack,
    'sectors/citizen-services.yaml': (minimalPack['sectors/citizen-services.yaml'] ?? '').replace('knobs: {}', `knobs: ${knob}`),
  };
  return checkPack(new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])), { today: '2026-11-21' })
    .issues;
}

describe('a knob', () => {
  test('that names a clause of the charter, or an anchor behind one, is refused and the clause is named', () => {
    const names = new Set([...clauses.map(({ id }) => id), ...protectedAnchors].map((name) => name.replaceAll('_', '-')));
    expect(names.size).toBeGreaterThan(60);
    for (const name of names) {
      const issues = issuesWith(`{register: {value: formal, guideline: ${name}}}`);
      const overridden = clauses
        .filter(({ id, anchors }) => id === name || anchors.includes(name.replaceAll('-', '_')))
        .map(({ id }) => id);
      expect(issues).toContainEqual(expect.objectContaining({ rule: 'S3', code: 'protected', path: 'knobs.register.guideline' }));
      expect(overridden.some((id) => issues[0]?.mend.includes(`"${id}"`))).toBe(true);
    }
  });

  test('may have every value of its guideline and no value of another', () => {
    for (const { id, knob, values } of guidelines) {
      for (const value of values) expect(issuesWith(`{${knob}: {value: ${value}, guideline: ${id}}}`)).toEqual([]);
      expect(issuesWith(`{${knob}: {value: other, guideline: ${id}}}`)).toContainEqual(
        expect.objectContaining({ rule: 'S3', code: 'not-a-value' }),
      );
    }
  });

  test('that tunes another guideline than its own is refused', () => {
    for (const { knob } of guidelines) {
      const other = guidelines.find((guideline) => guideline.knob !== knob);
      expect(issuesWith(`{${knob}: {value: ${other?.values[0] ?? ''}, guideline: ${other?.id ?? ''}}}`)).toContainEqual(
        expect.objectContaining({ rule: 'S3', code: 'unknown-guideline' }),
      );
    }
  });
});
