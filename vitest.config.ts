import { defineConfig } from 'vitest/config';

const slow = process.env['PARLANCE_SLOW_TESTS'] === '1';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: slow
      ? ['packages/**/*.slow.test.{ts,tsx}', 'apps/**/*.slow.test.{ts,tsx}', 'tests/**/*.slow.test.{ts,tsx}']
      : ['packages/**/*.test.{ts,tsx}', 'apps/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(slow ? [] : ['**/*.slow.test.{ts,tsx}'])],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
