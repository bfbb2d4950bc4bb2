import { clauses, guidelines, protectedAnchors } from '@parlance/charter';
import { describe, expect, test } from 'vitest';
import { type PackIssue } from '../format/pack-issue.ts';
import { checkPack } from './check-pack.ts';
import { minimalPack } from './minimal-pack.ts';

const sector = minimalPack['sectors/citizen-services.yaml'] ?? '';

/** The issues of each set of knobs, each in a sector of its own, so that one check reads them all. */
function issuesOf(knobs: readonly string[]): readonly (readonly PackIssue[])[] {
  const paths = knobs.map((_knob, index) => `sectors/sector-${index}.yaml`);
  const sectors = knobs.map((knob, index): [string, string] => [
    paths[index] ?? '',
    sector.replace('id: citizen-services', `id: sector-${index}`).replace('knobs: {}', `knobs: ${knob}`),
  ]);
  const files = [...Object.entries(minimalPack), ...sectors].map(([path, text]): [string, Uint8Array] => [
    path,
    new TextEncoder().encode(text),
  ]);
  const { issues } = checkPack(new Map(files), { today: '2026-11-21' });
  expect(issues.filter(({ file }) => !paths.includes(file))).toEqual([]);
  return paths.map((path) => issues.filter(({ file }) => file === path));
}

describe('a knob', () => {
  test('that names a clause of the charter, or an anchor behind one, is refused and the clause is named', () => {
    const names = [...new Set([...clauses.map(({ id }) => id), ...protectedAnchors].map((name) => name.replaceAll('_', '-')))];
    expect(names.length).toBeGreaterThan(60);
    const found = issuesOf(names.map((name) => `{register: {value: formal, guideline: ${name}}}`));
    for (const [index, name] of names.entries()) {
      const issues = found[index] ?? [];
      const overridden = clauses
        .filter(({ id, anchors }) => id === name || anchors.includes(name.replaceAll('-', '_')))
        .map(({ id }) => id);
      expect(issues).toContainEqual(expect.objectContaining({ rule: 'S3', code: 'protected', path: 'knobs.register.guideline' }));
      expect(overridden.some((id) => issues[0]?.mend.includes(`"${id}"`))).toBe(true);
    }
  });

  test('may have every value of its guideline and no value of another', () => {
    const right = guidelines.flatMap(({ id, knob, values }) => values.map((value) => `{${knob}: {value: ${value}, guideline: ${id}}}`));
    for (const issues of issuesOf(right)) expect(issues).toEqual([]);
    const wrong = guidelines.map(({ id, knob }) => `{${knob}: {value: other, guideline: ${id}}}`);
    for (const issues of issuesOf(wrong)) expect(issues).toContainEqual(expect.objectContaining({ rule: 'S3', code: 'not-a-value' }));
  });

  test('that tunes another guideline than its own is refused', () => {
    const wrong = guidelines.map(({ knob }) => {
      const other = guidelines.find((guideline) => guideline.knob !== knob);
      return `{${knob}: {value: ${other?.values[0] ?? ''}, guideline: ${other?.id ?? ''}}}`;
    });
    for (const issues of issuesOf(wrong)) expect(issues).toContainEqual(expect.objectContaining({ rule: 'S3', code: 'unknown-guideline' }));
  });
});
