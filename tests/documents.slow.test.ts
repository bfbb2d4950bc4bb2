import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DocumentedServer, startDocumented, stepsOf } from './documented-server.ts';

describe.each(['docs/language.md', 'docs/verify-a-receipt.md'])('%s', (path) => {
  const steps = stepsOf(readFileSync(join(import.meta.dirname, '..', path), 'utf8'));
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
