/**
 * Runs of a property. `PARLANCE_PROPERTY_RUNS` sets them for all who ask here; without it the slow suite has all of them and the tests of every day one in ten.
 */
export function propertyRuns(all: number): number {
  const wanted = process.env['PARLANCE_PROPERTY_RUNS'];
  if (wanted !== undefined) return Number(wanted);
  return process.env['PARLANCE_SLOW_TESTS'] === '1' ? all : Math.ceil(all / 10);
}
