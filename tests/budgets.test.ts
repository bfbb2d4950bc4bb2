import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const budgets = JSON.parse(readFileSync(join(root, 'budgets.json'), 'utf8')) as Record<string, number>;

function filesBelow(folder: string, matches: (path: string) => boolean): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesBelow(path, matches);
    return matches(path) ? [path] : [];
  });
}

const sources = ['packages', 'apps']
  .flatMap((group) => filesBelow(join(root, group), (path) => /\/src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$|\/testing\//.test(path)))
  .map((path) => readFileSync(path, 'utf8'));

function count(pattern: RegExp): number {
  return sources.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
}

test('casts stay within their budget', () => {
  expect(count(/(?<=[\w)\]}'"`] )as (?!const\b)(?=[A-Z{[(]|string|number|unknown|readonly|any|never)/g)).toBeLessThanOrEqual(
    budgets['casts'] ?? 0,
  );
});

test('lint and type exemptions stay within their budget', () => {
  expect(count(/eslint-disable|@ts-ignore|@ts-expect-error|@ts-nocheck/g)).toBeLessThanOrEqual(budgets['exemptions'] ?? 0);
});

test('runtime dependencies stay within their budget', () => {
  const manifests = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(root, group, name, 'package.json')),
  );
  const names = manifests.flatMap((path) =>
    Object.keys((JSON.parse(readFileSync(path, 'utf8')) as { dependencies?: Record<string, string> }).dependencies ?? {}),
  );
  const foreign = new Set(names.filter((name) => !name.startsWith('@parlance/')));
  expect(foreign.size).toBeLessThanOrEqual(budgets['runtimeDependencies'] ?? 0);
});

test('what npm installs stays within its budget', () => {
  const bytes = (folder: string): number =>
    readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const path = join(folder, entry.name);
      if (entry.isSymbolicLink()) return sum;
      return sum + (entry.isDirectory() ? bytes(path) : statSync(path).size);
    }, 0);
  expect(Math.ceil(bytes(join(root, 'node_modules')) / 1_000_000)).toBeLessThanOrEqual(budgets['installedMegabytes'] ?? 0);
});

test('the architecture fits on two pages', () => {
  expect(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(160);
});
