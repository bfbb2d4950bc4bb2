import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clauses, modelSpec, protectedAnchors } from './clauses.ts';
import { enforcements } from './closed-lists.ts';

interface Section {
  readonly anchor: string;
  readonly authority: string | null;
}

const folder = new URL('../../../../shared/data/model-spec/', import.meta.url);
const specIsPresent = existsSync(folder);

function sections(): { readonly version: string; readonly commit: string; readonly sections: readonly Section[] } {
  return JSON.parse(readFileSync(new URL('model_spec_sections.json', folder), 'utf8')) as ReturnType<typeof sections>;
}

function above(section: Section): boolean {
  return section.authority !== null && section.authority !== 'guideline';
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function runsOf(length: number, text: string): readonly string[] {
  const all = words(text);
  return all.slice(0, Math.max(0, all.length - length + 1)).map((_, start) => all.slice(start, start + length).join(' '));
}

describe('clauses', () => {
  test('no id is used twice', () => {
    expect(new Set(clauses.map((clause) => clause.id)).size).toBe(clauses.length);
  });

  test.each(clauses)('$id is kebab-case and is a statement of one or two sentences', ({ id, statement }) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(statement).toMatch(/^[A-Z].*\.$/);
    expect(statement.match(/[.!?](\s|$)/g)?.length).toBeLessThanOrEqual(2);
  });

  test.each(clauses)('$id says how it is enforced, each way once (S17)', ({ enforcedBy }) => {
    expect(enforcedBy.length).toBeGreaterThan(0);
    expect(new Set(enforcedBy).size).toBe(enforcedBy.length);
    expect(enforcements).toEqual(expect.arrayContaining([...enforcedBy]));
  });

  test('what is only asked of the model is measured as well', () => {
    const unmeasured = clauses.filter(({ enforcedBy }) => enforcedBy.every((way) => way === 'prompt'));
    expect(unmeasured).toEqual([]);
  });

  test('every red line has the authority of root', () => {
    expect(clauses.filter(({ kind, authority }) => kind === 'red-line' && authority !== 'root')).toEqual([]);
  });

  test('no two clauses say the same', () => {
    expect(new Set(clauses.map(({ statement }) => statement)).size).toBe(clauses.length);
  });

  test('no topic being off limits is protected although the Model Spec calls it a guideline', () => {
    expect(protectedAnchors.has('no_topic_off_limits')).toBe(true);
  });
});

describe('clauses against the Model Spec', () => {
  test.runIf(specIsPresent)('the edition named is the edition read', () => {
    expect(modelSpec).toMatchObject({ version: sections().version, commit: sections().commit });
  });

  test.runIf(specIsPresent)('every anchor is a section of the Model Spec', () => {
    const known = new Set(sections().sections.map(({ anchor }) => anchor));
    expect(clauses.flatMap(({ anchors }) => anchors).filter((anchor) => !known.has(anchor))).toEqual([]);
  });

  test.runIf(specIsPresent)(
    'each of the 41 sections above guideline level is a protected principle with the authority it has there',
    () => {
      const expected = sections().sections.filter(above);
      expect(expected).toHaveLength(41);
      const principles = clauses.filter(({ kind }) => kind === 'protected-principle');
      const found = principles.map(({ id, authority, anchors }) => ({ id, authority, anchor: anchors[0] }));
      expect(found).toHaveLength(42);
      for (const { anchor, authority } of expected) expect(found).toContainEqual({ id: anchor.replaceAll('_', '-'), authority, anchor });
    },
  );

  test.runIf(specIsPresent)('no statement shares a run of eight words with the Model Spec', () => {
    const spec = new Set(runsOf(8, readFileSync(new URL('model_spec.md', folder), 'utf8')));
    expect(spec.size).toBeGreaterThan(10_000);
    expect(clauses.flatMap(({ statement }) => runsOf(8, statement)).filter((run) => spec.has(run))).toEqual([]);
  });
});
