import { clauses, guidelines, protectedAnchors } from '@parlance/charter';
import { describe, expect, test } from 'vitest';
import { type PackIssue } from '../format/pack-issue.ts';
import { checkPack } from './check-pack.ts';
import { minimalPack } from './minimal-pack.ts';

/** Study mode has its guidelines in a block of its own. */
const tuned = guidelines.filter(({ knob }) => ['register', 'address', 'reading_level'].includes(knob));
const study = guidelines.filter((guideline) => !tuned.includes(guideline));

const sector = minimalPack['sectors/citizen-services.yaml'] ?? '';

/** The issues of each set of knobs, each in a sector of its own, so that one check reads them all. */
function issuesOf(knobs: readonly string[]): readonly (readonly PackIssue[])[] {
  const paths = knobs.map((_knob, index) => `sectors/sector-${index}.yaml`);
  const sectors = knobs.map((knob, index): [string, string] => [
    paths[index] ?? '',
    sector
      .replace('id: citizen-services', `id: sector-${index}`)
      .replace(
        /^knobs: \{\}[\s\S]*/m,
        knob.startsWith('study:') ? `knobs: {}\nservices: all\n${knob}\n` : `knobs: ${knob}\nservices: all\n`,
      ),
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
    const right = tuned.flatMap(({ id, knob, values }) => values.map((value) => `{${knob}: {value: ${value}, guideline: ${id}}}`));
    for (const issues of issuesOf(right)) expect(issues).toEqual([]);
    const wrong = tuned.map(({ id, knob }) => `{${knob}: {value: other, guideline: ${id}}}`);
    for (const issues of issuesOf(wrong)) expect(issues).toContainEqual(expect.objectContaining({ rule: 'S3', code: 'not-a-value' }));
  });

  test('that tunes another guideline than its own is refused', () => {
    const wrong = tuned.map(({ knob }) => {
      const other = guidelines.find((guideline) => guideline.knob !== knob);
      return `{${knob}: {value: ${other?.values[0] ?? ''}, guideline: ${other?.id ?? ''}}}`;
    });
    for (const issues of issuesOf(wrong)) expect(issues).toContainEqual(expect.objectContaining({ rule: 'S3', code: 'unknown-guideline' }));
  });

  test('of study mode names its own guideline, no other and no clause', () => {
    const written = (knob: string, values: readonly string[], guideline: string): string =>
      `study:\n  ${knob}: {value: ${knob === 'hints' ? '[answer]' : (values[0] ?? '')}, guideline: ${guideline}}`;
    for (const issues of issuesOf(study.map(({ knob, values, id }) => written(knob, values, id)))) expect(issues).toEqual([]);
    const others = study.map(({ knob, values }) => written(knob, values, 'tone-register'));
    for (const issues of issuesOf(others))
      expect(issues).toContainEqual(expect.objectContaining({ rule: 'S3', code: 'unknown-guideline' }));
    const names = clauses.map(({ id }) => written('style', ['mixed'], id));
    for (const issues of issuesOf(names)) expect(issues).toContainEqual(expect.objectContaining({ rule: 'S3', code: 'protected' }));
  });
});
