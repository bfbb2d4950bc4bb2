import { charter } from '@parlance/charter';
import { describe, expect, test } from 'vitest';
import { type PackIssue } from '../format/pack-issue.ts';
import { checkPack } from './check-pack.ts';
import { minimalPack } from './minimal-pack.ts';

function issuesOf(changes: Readonly<Record<string, string>>): readonly PackIssue[] {
  const files = Object.entries({ ...minimalPack, ...changes }).map(([file, text]): [string, Uint8Array] => [
    file,
    new TextEncoder().encode(text),
  ]);
  return checkPack(new Map(files), { today: '2026-11-21', charterVersion: charter.version }).issues;
}

/** Codes by file, of a pack whose manifest has one line written otherwise. */
function withManifest(line: RegExp, written: string): readonly string[] {
  const manifest = (minimalPack['pack.yaml'] ?? '').replace(line, written);
  expect(manifest).not.toBe(minimalPack['pack.yaml']);
  return issuesOf({ 'pack.yaml': manifest }).map(({ file, code }) => `${file} ${code}`);
}

describe('a pack.yaml with one fault', () => {
  test.each([
    ['an id that is no country', /^id: EE$/m, 'id: Estonia', 'wrong-value'],
    ['no id', /^id: EE\n/m, '', 'missing'],
    ['a charter that is no version', /^charter: .*$/m, 'charter: newest', 'wrong-value'],
    ['a contact with a broken number', /phone: "1247"/, 'phone: "one"', 'wrong-value'],
    ['no general contact', /^general: .*\n/m, '', 'missing'],
    ['no languages', /^languages: .*\n/m, '', 'missing'],
  ] as const)('%s is told of alone: no other file is blamed for it', (...[, line, written, code]) => {
    expect(withManifest(line, written)).toEqual([`pack.yaml ${code}`]);
  });

  test('that is no YAML is told of alone', () => {
    expect(new Set(withManifest(/^id: EE$/m, 'id: [EE'))).toEqual(new Set(['pack.yaml yaml']));
  });
});

test('what a matcher touches is one issue with the first five texts, however many there are', () => {
  const path = 'restrictions/tobacco-promotion.yaml';
  const wide = (minimalPack[path] ?? '')
    .replace('  terms:\n', '  patterns: ["\\\\d{3}"]\n  terms:\n')
    .replace('  hits:\n', '  hits:\n    - Pack 123 of cigars.\n');
  const touching = issuesOf({ [path]: wide }).filter(({ code }) => code === 'touches-safety');
  expect(touching).toHaveLength(1);
  expect(touching[0]?.expected).toMatch(/^no match in safety information \(emergency, ar\), .* and in \d+ more$/);
});

describe('a language of the pack', () => {
  const warned = (languages: string): readonly string[] =>
    issuesOf({ 'pack.yaml': (minimalPack['pack.yaml'] ?? '').replace('[en, fr, es, ru, ar, zh]', languages) })
      .filter(({ code, severity }) => code === 'no-safety-corpus' && severity === 'warning')
      .map(({ received }) => received);

  test('in which the charter has no safety information is told of, since no matcher was tried in it', () => {
    expect(warned('[en, sw, pt-BR]')).toEqual(['sw', 'pt-BR']);
  });

  test('that is a variant of one in which it has is not', () => {
    expect(warned('[en-GB, es-MX, zh-Hant, tr]')).toEqual([]);
  });
});

test('a file that nests deeper than its parser goes is told of once', () => {
  const issues = issuesOf({ 'services/deep.yaml': `a: ${'['.repeat(2000)}${']'.repeat(2000)}` });
  expect(issues.filter(({ file }) => file === 'services/deep.yaml').map(({ code }) => code)).toEqual(['too-deep']);
});
