import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, decodeText } from '@parlance/core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PackFiles } from '../format/pack-files.ts';
import { parseTrust } from './parse-trust.ts';
import { releaseThreats } from './testing/release-threats.ts';
import { reviewThreats } from './testing/review-threats.ts';
import { statementThreats } from './testing/statement-threats.ts';
import { type Threat } from './testing/threat.ts';
import { verifyRelease } from './verify-release.ts';

const threats = { ...releaseThreats, ...reviewThreats, ...statementThreats };
const folder = join(import.meta.dirname, '../../../../vectors/pack-release');

/** A file is a text, or `{base64}` where text cannot say it. */
const fileMap = z.record(z.string(), z.union([z.string(), z.strictObject({ base64: z.string() })]));
const vectorSchema = z.strictObject({
  name: z.string(),
  today: z.string(),
  trust: z.string(),
  before: fileMap.nullable(),
  pack: fileMap,
  expect: z.union([z.strictObject({ accepted: z.literal(true) }), z.strictObject({ code: z.string(), file: z.string() })]),
});
type Vector = z.infer<typeof vectorSchema>;
type FileMap = z.infer<typeof fileMap>;

function mapOf(files: PackFiles): FileMap {
  return Object.fromEntries(
    [...files].map(([path, bytes]) => [path, decodeText(bytes) ?? { base64: Buffer.from(bytes).toString('base64') }]),
  );
}

function filesOf(map: FileMap): PackFiles {
  return new Map(
    Object.entries(map).map(([path, file]) => [
      path,
      typeof file === 'string' ? Uint8Array.from(Buffer.from(file)) : Uint8Array.from(Buffer.from(file.base64, 'base64')),
    ]),
  );
}

function vectorOf(name: string, refused: string | null, { pack, before, trust, today }: Threat): Vector {
  const [code = '', file = 'pack.sig'] = refused?.split(' ') ?? [];
  return {
    name,
    today,
    trust,
    before: before && mapOf(before),
    pack: mapOf(pack),
    expect: refused === null ? { accepted: true } : { code, file },
  };
}

if (process.env['PARLANCE_WRITE_VECTORS'] === '1') {
  for (const [name, [refused, make]] of Object.entries(threats)) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(vectorOf(name, refused, await make()), null, 2)}\n`);
  }
}

const vectors = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, vector: vectorSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))) }));

describe('vectors of releases', () => {
  test.each(vectors)('$file', async ({ file, vector }) => {
    expect(file).toBe(`${vector.name}.json`);
    const { trust, issues: trustIssues } = parseTrust(vector.trust);
    expect(trustIssues).toEqual([]);
    if (trust === null) return;
    const before = vector.before && filesOf(vector.before);
    const { release, issues } = await verifyRelease({ files: filesOf(vector.pack), trust, today: vector.today, before });
    const errors = issues.filter(({ severity }) => severity === 'error');
    if ('accepted' in vector.expect) {
      expect(errors).toEqual([]);
      expect(release).not.toBeNull();
      return;
    }
    expect(errors.map(({ code, file: where }) => `${code} ${where}`)).toContain(`${vector.expect.code} ${vector.expect.file}`);
    for (const issue of issues) expect([issue.mend, issue.expected]).not.toContain('');
    expect(release).toBeNull();
  });

  test('are what their descriptions make: a signature is the same on every machine', async () => {
    const made = await Promise.all(Object.entries(threats).map(async ([name, [refused, make]]) => vectorOf(name, refused, await make())));
    const byName = new Map(made.map((vector) => [vector.name, canonicalJson(vector)]));
    expect([...byName.keys()].sort()).toEqual(vectors.map(({ vector }) => vector.name).sort());
    for (const { vector } of vectors) expect(canonicalJson(vector)).toBe(byName.get(vector.name));
  });

  test('are more threats than honest cases', () => {
    const honest = vectors.filter(({ vector }) => 'accepted' in vector.expect).length;
    expect(honest).toBeGreaterThan(5);
    expect(vectors.length - honest).toBeGreaterThan(80);
  });
});
