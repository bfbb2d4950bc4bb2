import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsMarkdown } from '../apps/gateway/src/config/settings-table.ts';
import { type DocumentedServer, startDocumented, stepsOf } from './documented-server.ts';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

describe('README.md', () => {
  const steps = stepsOf(readme);
  let server: DocumentedServer;
  beforeAll(async () => {
    server = await startDocumented();
  }, 120_000);
  afterAll(() => server.stop(), 60_000);

  test('shows commands', () => {
    expect(steps.length).toBeGreaterThanOrEqual(3);
  });

  test.each(steps)('$command prints what is shown', (step) => server.run(step), 60_000);

  test("has the code's table of settings", () => {
    expect(readme).toContain(settingsMarkdown());
  });
});
