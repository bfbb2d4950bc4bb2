import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsMarkdown } from '../apps/gateway/src/config/settings-table.ts';
import { type DocumentedServer, startDocumented, stepsOf } from './documented-server.ts';

const read = (path: string): string => readFileSync(join(import.meta.dirname, '..', path), 'utf8');

describe.each(['README.md', 'docs/language.md', 'docs/verify-a-receipt.md'])('%s', (path) => {
  const steps = stepsOf(read(path));
  let server: DocumentedServer;
  beforeAll(async () => {
    server = await startDocumented();
  }, 120_000);
  afterAll(() => server.stop(), 60_000);

  test('shows commands', () => {
    expect(steps.length).toBeGreaterThanOrEqual(3);
  });

  test.each(steps)('$command prints what is shown', (step) => server.run(step), 60_000);
});

test("the README has the code's table of settings", () => {
  expect(read('README.md')).toContain(settingsMarkdown());
});
