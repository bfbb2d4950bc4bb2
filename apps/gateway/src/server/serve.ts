import { readFileSync } from 'node:fs';
import { CodedError } from '@parlance/core';
import { formatConfigIssues } from '../config/config-issue.ts';
import { type Environment, readConfig } from '../config/read-config.ts';
import { fetchJson, probeLocalModels } from '../lifecycle/local-models.ts';
import { onShutdown } from '../lifecycle/shutdown.ts';
import { banner } from './banner.ts';
import { startServer } from './start-server.ts';

/** Exit code of a configuration that cannot be used (sysexits.h EX_CONFIG). */
const badConfiguration = 78;

/** Milliseconds that answers under way get when the server is told to stop. */
const drainTime = 20_000;
const probeTime = 400;

const configCodes: ReadonlySet<string> = new Set([
  'address_unusable',
  'log_key_unusable',
  'log_frozen',
  'witness_policy_unusable',
  'pack_not_loaded',
  'trust_unusable',
  'keys_unusable',
  'releases_damaged',
  'pack_not_found',
  'pack_link',
  'pack_file_kind',
  'pack_file_too_large',
  'pack_too_many_files',
  'pack_too_deep',
]);

/** Runs the server until a signal stops it. Gives an exit code when it cannot start. */
export async function serve(environment: Environment): Promise<number | null> {
  const { config, issues } = readConfig(environment, (path) => readFileSync(path, 'utf8'));
  if (config === null) {
    process.stderr.write(formatConfigIssues(issues));
    return badConfiguration;
  }
  try {
    const [server, found] = await Promise.all([
      startServer(config),
      config.upstream === null ? probeLocalModels(fetchJson, probeTime) : [],
    ]);
    onShutdown(process, () => server.close(), drainTime);
    // A terminal that is closed sends SIGHUP as well, and then the server is to end.
    if (!process.stdout.isTTY) process.on('SIGHUP', () => void server.reload());
    process.stdout.write(banner(server, found));
    return null;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return configCodes.has(String(error.code)) ? badConfiguration : 1;
  }
}
