import { configOf, type Config } from './config.ts';
import { readConfigFile } from './config-file.ts';
import { hidden, shownValue, type ConfigIssue } from './config-issue.ts';
import { nearestName } from './nearest-name.ts';
import { configFileFacts, factsOf, foreignNames, settingKeys, settings, type SettingKey } from './settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ConfigReading {
  /** Null as soon as there is one issue. */
  readonly config: Config | null;
  readonly issues: readonly ConfigIssue[];
}

/** A value that somebody wrote, with the place where it stands. */
interface Written {
  readonly key: SettingKey;
  readonly field: string;
  readonly text: string;
}

interface Sources {
  readonly written: readonly Written[];
  readonly issues: readonly ConfigIssue[];
}

/**
 * Reads the settings from the environment and from the file that `PARLANCE_CONFIG` names, and reports every problem at once.
 * An empty value counts as unset. `readFile` gives the text of a file and throws when it cannot.
 */
export function readConfig(environment: Environment, readFile: (path: string) => string): ConfigReading {
  const file = fromFile(environment, readFile);
  const surroundings = fromEnvironment(environment);
  // The environment comes last and wins; what it overrides is checked all the same.
  const written = [...file.written, ...surroundings.written];
  const issues = [
    ...file.issues,
    ...surroundings.issues,
    ...written.flatMap(issueOf),
    ...strayIssues(written, 'upstream'),
    ...strayIssues(written, 'embeddings'),
    ...strayIssues(written, 'classifier'),
  ];
  if (issues.length > 0) return { config: null, issues };
  return { config: configOf(settings.parse(Object.fromEntries(written.map(({ key, text }) => [key, text])))), issues };
}

function fromEnvironment(environment: Environment): Sources {
  const known = new Map(settingKeys.map((key) => [factsOf(key).name, key]));
  const given = Object.entries(environment).filter((entry): entry is [string, string] => !isUnset(entry[1]));
  const written = given.flatMap(([name, text]) => {
    const key = known.get(name);
    return key === undefined ? [] : [{ key, field: name, text }];
  });
  const names = [...known.keys(), configFileFacts.name];
  const strange = given.filter(([name]) => /^parlance_/i.test(name) && !names.includes(name) && !foreignNames.includes(name));
  return { written, issues: strange.map(([name]) => unknownIssue(name, name, names)) };
}

function fromFile(environment: Environment, readFile: (path: string) => string): Sources {
  const path = environment[configFileFacts.name];
  if (path === undefined || isUnset(path)) return { written: [], issues: [] };
  const text = textOf(path.trim(), readFile);
  if (text === null) {
    const { name: field, expected, mend } = configFileFacts;
    return { written: [], issues: [{ field, value: shownValue(path, false), expected, mend }] };
  }
  const { entries, issues } = readConfigFile(path.trim(), text);
  const sorted = entries.map((entry) => ({
    ...entry,
    known: settingKeys.find((key) => key === entry.key),
    field: `${path.trim()}:${entry.line} ${entry.key.slice(0, 64)}`,
  }));
  return {
    written: sorted.flatMap(({ known: key, field, text: value }) =>
      key === undefined || isUnset(value) ? [] : [{ key, field, text: value }],
    ),
    issues: [
      ...issues,
      ...sorted.filter(({ known }) => known === undefined).map(({ field, key }) => unknownIssue(field, key, settingKeys)),
    ],
  };
}

function textOf(path: string, readFile: (path: string) => string): string | null {
  try {
    return readFile(path);
  } catch {
    return null;
  }
}

function issueOf({ key, field, text }: Written): readonly ConfigIssue[] {
  const result = settings.shape[key].safeParse(text);
  if (result.success) return [];
  const { expected, mend, secret } = factsOf(key);
  const better = result.error.issues.find(({ code, message }) => code === 'custom' && message !== 'Invalid input');
  return [{ field, value: shownValue(text, secret), expected, mend: better?.message ?? mend }];
}

/** A value under an unknown name may be a secret under a misspelt one, so it is never shown. */
function unknownIssue(field: string, name: string, known: readonly string[]): ConfigIssue {
  const nearest = nearestName(name, known);
  const mend = nearest === null ? 'Remove it; `parlance serve --help` lists the settings.' : `Did you mean ${nearest}?`;
  return { field, value: hidden, expected: 'the name of a setting', mend };
}

/** Without the server these would be ignored in silence, and the operator would believe that a model answers. */
function strayIssues(written: readonly Written[], server: 'upstream' | 'embeddings' | 'classifier'): readonly ConfigIssue[] {
  if (written.some(({ key }) => key === server)) return [];
  const needServer: readonly SettingKey[] = [`${server}_key`, `${server}_model`, `${server}_jurisdiction`];
  return written
    .filter(({ key }) => needServer.includes(key))
    .map(({ key, field, text }) => ({
      field,
      value: shownValue(text, factsOf(key).secret),
      expected: `nothing, as long as ${factsOf(server).name} is unset`,
      mend: `Set ${factsOf(server).name} to the address of the server, or unset this.`,
    }));
}

function isUnset(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
