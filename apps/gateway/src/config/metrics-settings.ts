import { hostName, wholeNumber } from './setting-values.ts';
import { open, settingFacts } from './setting-facts.ts';

/** Where Prometheus reads. */
export const metricsSettings = {
  metrics_host: hostName.prefault('127.0.0.1').register(settingFacts, {
    ...open,
    name: 'PARLANCE_METRICS_HOST',
    meaning:
      'Address on which metrics are served, if PARLANCE_METRICS_PORT is set. Not one that the public reaches: small numbers tell of single people.',
    expected: 'an IP address or a host name, without scheme and port',
    mend: 'Write only the address, for example 127.0.0.1; the port is PARLANCE_METRICS_PORT.',
  }),
  metrics_port: wholeNumber(0, 65_535)
    .optional()
    .register(settingFacts, {
      ...open,
      name: 'PARLANCE_METRICS_PORT',
      meaning:
        'Port on which Prometheus reads `GET /metrics`; see docs/metrics.md. `0` takes any free port and prints it. When unset, nothing is served and nothing counted.',
      expected: 'a whole number from 0 to 65535',
      mend: 'Write digits only, for example 9464.',
    }),
};
