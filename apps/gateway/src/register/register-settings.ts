import { readFileSync } from 'node:fs';
import { CodedError } from '@parlance/core';
import { formatConfigIssues } from '../config/config-issue.ts';
import { type Environment, readConfig } from '../config/read-config.ts';

export interface RegisterSettings {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
}

/** Where the server of these settings keeps its state. Throws `bad_usage` with all that is wrong in them. */
export function registerSettings(environment: Environment): RegisterSettings {
  const { config, issues } = readConfig(environment, (path) => readFileSync(path, 'utf8'));
  if (config === null) throw new CodedError('bad_usage', formatConfigIssues(issues).trimEnd());
  return { dataFolder: config.data, databaseUrl: config.databaseUrl };
}
