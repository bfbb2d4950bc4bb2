import { configFileFacts, factsOf, settingKeys, settings, type SettingKey } from './settings.ts';

export interface SettingRow {
  /** Name in the environment. */
  readonly name: string;
  /** Name in the file of `PARLANCE_CONFIG`; null for what cannot stand there. */
  readonly key: string | null;
  /** Default as it would be written; null when the setting has none. */
  readonly standard: string | null;
  readonly meaning: string;
}

/** Every setting once, in the order of the schema. Help texts and `docs/settings.md` are made from it. */
export function settingsTable(): readonly SettingRow[] {
  const rows = settingKeys.map((key) => ({ name: factsOf(key).name, key, standard: standardOf(key), meaning: factsOf(key).meaning }));
  return [...rows, { name: configFileFacts.name, key: null, standard: null, meaning: configFileFacts.meaning }];
}

/** The table as Markdown, without a line break at the end. */
export function settingsMarkdown(): string {
  const rows = settingsTable().map(
    ({ name, key, standard, meaning }) => `| \`${name}\` | ${codeOrDash(key)} | ${codeOrDash(standard)} | ${meaning} |`,
  );
  return ['| environment | file | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The table as plain text for a terminal: a line per setting and its meaning under it. */
export function settingsHelp(): string {
  return settingsTable()
    .map(({ name, standard, meaning }) => `  ${name}${standard === null ? '' : ` (${standard})`}\n      ${meaning.replaceAll('`', '')}`)
    .join('\n');
}

function standardOf(key: SettingKey): string | null {
  const standard = settings.shape[key].parse(undefined);
  return standard === undefined ? null : String(standard);
}

function codeOrDash(text: string | null): string {
  return text === null ? '–' : `\`${text}\``;
}
