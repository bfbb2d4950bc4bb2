import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factsOf, settingKeys } from './settings.ts';
import { settingsHelp, settingsMarkdown, settingsTable } from './settings-table.ts';

const page = readFileSync(new URL('../../../../docs/settings.md', import.meta.url), 'utf8');

test('docs/settings.md holds exactly the table of the code', () => {
  expect(page).toContain(`\n\n${settingsMarkdown()}\n\n`);
  expect(page.match(/^\|/gm)).toHaveLength(settingsTable().length + 2);
});

test('every setting is in the table once and has a meaning', () => {
  const names = settingsTable().map(({ name }) => name);
  expect(names).toEqual([...settingKeys.map((key) => factsOf(key).name), 'PARLANCE_CONFIG']);
  expect(new Set(names).size).toBe(names.length);
  expect(settingsTable().filter(({ meaning }) => meaning.length < 10 || meaning.includes('|'))).toEqual([]);
});

test('a key in the file is the name in the environment without its prefix', () => {
  for (const key of settingKeys)
    expect(
      factsOf(key)
        .name.replace(/^PARLANCE_/, '')
        .toLowerCase(),
    ).toBe(key);
});

test('the help names every setting with its default', () => {
  for (const { name, standard } of settingsTable())
    expect(settingsHelp()).toContain(standard === null ? `  ${name}\n` : `  ${name} (${standard})\n`);
});
