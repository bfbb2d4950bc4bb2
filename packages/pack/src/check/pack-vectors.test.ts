import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { packRules } from '../format/pack-issue.ts';
import { checkPack } from './check-pack.ts';
import { minimalPack } from './minimal-pack.ts';

const folder = join(import.meta.dirname, '../../../../vectors/pack');

/** One threat, or one look-alike that has to pass: a change to the minimal pack and what the check says of it. */
const vectorSchema = z.strictObject({
  name: z.string(),
  rule: z.enum(packRules),
  /** Whole files, by path. */
  files: z.record(z.string(), z.string()).default({}),
  /** Whole files in base64, where text cannot say them. */
  bytes: z.record(z.string(), z.string()).default({}),
  remove: z.array(z.string()).default([]),
  /** Text that stands exactly once in a file of the minimal pack. */
  replace: z.array(z.strictObject({ file: z.string(), find: z.string(), with: z.string() })).default([]),
  expect: z.union([
    z.strictObject({ clean: z.literal(true) }),
    z.strictObject({
      rule: z.enum(packRules),
      file: z.string(),
      line: z.int().optional(),
      column: z.int().optional(),
      path: z.string().optional(),
      severity: z.enum(['error', 'warning']).default('error'),
    }),
  ]),
});
type Vector = z.infer<typeof vectorSchema>;

const vectors = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, vector: vectorSchema.parse(parse(readFileSync(join(folder, file), 'utf8'))) }));

function filesOf(vector: Vector): ReadonlyMap<string, Uint8Array> {
  const texts = new Map([...Object.entries(minimalPack), ...Object.entries(vector.files)]);
  for (const edit of vector.replace) {
    const parts = (texts.get(edit.file) ?? '').split(edit.find);
    expect(parts, `${edit.find} stands once in ${edit.file}`).toHaveLength(2);
    texts.set(edit.file, parts.join(edit.with));
  }
  for (const path of vector.remove) texts.delete(path);
  const files = new Map([...texts].map(([path, text]): [string, Uint8Array] => [path, new TextEncoder().encode(text)]));
  for (const [path, base64] of Object.entries(vector.bytes)) files.set(path, Uint8Array.from(Buffer.from(base64, 'base64')));
  return files;
}

describe('vectors of packs', () => {
  test.each(vectors)('$file', ({ file, vector }) => {
    expect(file).toBe(`${vector.name}.yaml`);
    const { issues, pack } = checkPack(filesOf(vector), { today: '2026-11-21', charterVersion: '0.3.0' });
    if ('clean' in vector.expect) {
      expect(issues).toEqual([]);
      expect(pack).not.toBeNull();
      return;
    }
    expect(issues).toContainEqual(expect.objectContaining(vector.expect));
    for (const issue of issues) expect(issue.mend).not.toBe('');
    const places = issues.map(({ rule, code, file, line, column, path }) => [rule, code, file, line, column, path].join(' '));
    expect(places).toHaveLength(new Set(places).size);
    if (vector.expect.severity === 'error') expect(pack).toBeNull();
  });

  test('there are at least 60, and more threats than look-alikes', () => {
    const passing = vectors.filter(({ vector }) => 'clean' in vector.expect).length;
    expect(vectors.length).toBeGreaterThanOrEqual(60);
    expect(vectors.length - passing).toBeGreaterThan(passing);
  });

  test('every static guarantee that a check stands for has a threat', () => {
    const threatened = new Set(vectors.flatMap(({ vector }) => ('rule' in vector.expect ? [vector.expect.rule] : [])));
    expect([...threatened].sort()).toEqual([
      'S1',
      'S10',
      'S11',
      'S12',
      'S13',
      'S15',
      'S16',
      'S2',
      'S3',
      'S4',
      'S5',
      'S6',
      'S7',
      'S8',
      'S9',
    ]);
  });
});
