import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clauses, protectedAnchors } from './clauses.ts';
import { guidelines } from './guidelines.ts';

const index = new URL('../../../../shared/data/model-spec/model_spec_sections.json', import.meta.url);
const tuned: ReadonlySet<string> = new Set(guidelines.map(({ anchor }) => anchor));

describe('guidelines', () => {
  test('an id and a knob each belong to one guideline', () => {
    for (const key of ['id', 'knob'] as const) expect(new Set(guidelines.map((guideline) => guideline[key])).size).toBe(guidelines.length);
  });

  test.each(guidelines)('$id offers at least two values, each once', ({ values }) => {
    expect(values.length).toBeGreaterThan(1);
    expect(new Set(values).size).toBe(values.length);
  });

  test.each([...protectedAnchors])('the protected principle %s has no knob (S3)', (anchor) => {
    expect(tuned.has(anchor)).toBe(false);
  });

  test('no anchor of any clause has a knob', () => {
    expect(clauses.filter(({ anchors }) => anchors.some((anchor) => tuned.has(anchor)))).toEqual([]);
  });

  test.runIf(existsSync(index))('only what the Model Spec calls a guideline can be tuned', () => {
    const { sections } = JSON.parse(readFileSync(index, 'utf8')) as { sections: readonly { anchor: string; authority: string | null }[] };
    const authority = new Map(sections.map((section) => [section.anchor, section.authority]));
    expect(guidelines.map(({ anchor }) => authority.get(anchor))).toEqual(guidelines.map(() => 'guideline'));
  });
});
