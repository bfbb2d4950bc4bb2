import { defineConfig } from 'vitest/config';

const slow = process.env['PARLANCE_SLOW_TESTS'] === '1';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: slow
      ? ['packages/**/*.{slow,property}.test.{ts,tsx}', 'apps/**/*.slow.test.{ts,tsx}', 'tests/**/*.slow.test.{ts,tsx}']
      : ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(slow ? [] : ['**/*.slow.test.{ts,tsx}'])],
    // Every processor works, and a worker keeps the modules that it has read: no test replaces a module or leaves anything behind in one.
    // So false timers do not go with a server: its connections would keep them. `tests/gateway/long-waits.ts` ends a wait without them.
    maxWorkers: '100%',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
