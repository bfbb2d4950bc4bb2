/**
 * Runs of a property in a file `*.property.test.ts`, which both suites have: all of them in the slow suite, one in ten in the tests of every day.
 */
export function propertyRuns(all: number): number {
  return process.env['PARLANCE_SLOW_TESTS'] === '1' ? all : Math.ceil(all / 10);
}
