import { isAbsolute, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type PackIssue, packRules, packRuleWords } from '@parlance/pack';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { jsonText } from '../json-text.ts';
import { version } from '../version.ts';
import { type CheckedFolder, exitCodeOf } from './check-folder.ts';

/** SARIF 2.1.0 (OASIS), as code hosts and editors show it: one run over all folders, results in order of folder, file and line. */
export function checkSarif(checked: readonly CheckedFolder[]): string {
  const log: Log = {
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'parlance', version, semanticVersion: version, rules: packRules.map(ruleOf) } },
        invocations: [{ executionSuccessful: checked.every(({ isThere }) => isThere), exitCode: exitCodeOf(checked) }],
        columnKind: 'utf16CodeUnits',
        results: checked.flatMap(({ folder, issues }) => issues.map((issue) => resultOf(folder, issue))),
      },
    ],
  };
  return jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', ...log });
}

function ruleOf(id: (typeof packRules)[number]): ReportingDescriptor {
  const { name, holds, help } = packRuleWords[id];
  return {
    id,
    name: name.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
    shortDescription: { text: holds },
    help: { text: help },
    defaultConfiguration: { level: 'error' },
  };
}

function resultOf(folder: string, issue: PackIssue): Result {
  const { rule, severity, line, column, path, code, expected, received, mend } = issue;
  return {
    ruleId: rule,
    ruleIndex: packRules.indexOf(rule),
    level: severity,
    message: { text: `${path === '' ? 'E' : `${path}: e`}xpected ${expected}, received ${received}. ${mend}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: addressOf(folder, issue.file) },
          region: { startLine: line, startColumn: column },
        },
        ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
    properties: { code, expected, received, mend },
  };
}

/** Relative to where the command ran, so that a code host finds the file in the repository; absolute when the folder was named so or lies outside. */
function addressOf(folder: string, file: string): string {
  const path = normalize(file === '.' ? folder : `${folder}/${file}`);
  if (isAbsolute(path) || path.startsWith('..')) return pathToFileURL(path).href;
  const segments = path.split(/[/\\]/).filter((segment) => segment !== '' && segment !== '.');
  return segments.map(encodeURIComponent).join('/');
}
