import { createMetrics, type TurnMetrics } from './metrics.ts';
import { type MetricsServer, startMetricsServer } from './metrics-server.ts';

/** Counts turns and serves what was counted. Throws `address_unusable`. */
export async function openMetrics(place: Parameters<typeof startMetricsServer>[1]): Promise<TurnMetrics & MetricsServer> {
  const metrics = createMetrics();
  return { ...metrics, ...(await startMetricsServer(metrics, place)) };
}
