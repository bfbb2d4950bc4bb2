import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packRules } from '@parlance/pack';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PackOnDisk, packOnDisk } from '../testing/pack-on-disk.ts';
import { version } from '../version.ts';
import { checkFolder } from './check-folder.ts';
import { checkSarif } from './check-sarif.ts';

const today = '2026-11-22';
const closed = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const message = closed({ text: { type: 'string', minLength: 1 } }, ['text']);
const level = { enum: ['none', 'note', 'warning', 'error'] };
const fromOne = { type: 'integer', minimum: 1 };

/**
 * The parts of the schema of SARIF 2.1.0 (sections 3.13 to 3.52) that are written here, closed: what is written beside them fails. The schema itself comes with
 * no package, so its rules are written out; what it leaves to readers (an index that points at its rule, escapes that are whole) is tested below.
 */
const sarif = closed(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: { type: 'string', minLength: 1 },
                  version: { type: 'string', minLength: 1 },
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: closed(
                      {
                        id: { type: 'string' },
                        name: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$' },
                        shortDescription: message,
                        help: message,
                        defaultConfiguration: closed({ level }, []),
                      },
                      ['id'],
                    ),
                  },
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          invocations: {
            type: 'array',
            items: closed({ executionSuccessful: { type: 'boolean' }, exitCode: { type: 'integer' } }, ['executionSuccessful']),
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: {
            type: 'array',
            items: closed(
              {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: -1 },
                level,
                message,
                locations: {
                  type: 'array',
                  items: closed(
                    {
                      physicalLocation: closed(
                        {
                          artifactLocation: closed({ uri: { type: 'string', format: 'uri-reference' } }, ['uri']),
                          region: closed({ startLine: fromOne, startColumn: fromOne }, ['startLine']),
                        },
                        ['artifactLocation', 'region'],
                      ),
                      logicalLocations: { type: 'array', items: closed({ fullyQualifiedName: { type: 'string' } }, []) },
                    },
                    [],
                  ),
                },
                properties: { type: 'object' },
              },
              ['message'],
            ),
          },
        },
        ['tool'],
      ),
    },
  },
  ['version', 'runs'],
);
const ajv = new Ajv2020({
  strict: true,
  formats: { uri: (text: string) => URL.canParse(text), 'uri-reference': /^(?:[\w./:~!$&'()*+,;=@-]|%[0-9A-F]{2})+$/ },
});
const isSarif = ajv.compile<{
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly version: string; readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly object[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
      }[];
    }[];
  }[];
}>(sarif);

async function runOf(...folders: readonly string[]) {
  return runIn(checkSarif(await Promise.all(folders.map((folder) => checkFolder(folder, today)))));
}

function runIn(written: string) {
  const log: unknown = JSON.parse(written);
  if (!isSarif(log)) throw new Error(ajv.errorsText(isSarif.errors));
  return log.runs[0]!;
}

/** What is said twice in a log, and what ways lead out of the folder. */
function faultsOf({ tool, results }: ReturnType<typeof runIn>): readonly string[] {
  const ids = tool.driver.rules.map(({ id }) => id);
  const uris = results.flatMap(({ locations }) => locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri));
  return [
    ...(new Set(ids).size === ids.length ? [] : ['a rule twice']),
    ...results.filter(({ ruleId, ruleIndex }) => ids[ruleIndex] !== ruleId).map(({ ruleIndex }) => `index ${ruleIndex} of another rule`),
    ...(new Set(results.map((result) => JSON.stringify(result))).size === results.length ? [] : ['a result twice']),
    ...uris.filter((uri) => uri.split('/').some((part) => part === '..' || part === '') && !uri.startsWith('file:///')),
  ];
}

let pack: PackOnDisk;

beforeEach(() => {
  pack = packOnDisk();
});
afterEach(() => {
  pack.remove();
});

describe('SARIF', () => {
  test('of a clean pack has no results, every rule in words, and the version of the command', async () => {
    const { results, tool, invocations } = await runOf(pack.folder);
    expect(results).toEqual([]);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(packRules);
    expect(tool.driver.version).toBe(version);
    expect(invocations).toEqual([{ executionSuccessful: true, exitCode: 0 }]);
  });

  test('has each issue at its line and column, with the level and the rule that its index names', async () => {
    pack.change('privacy.yaml', 'max_days: 30', 'max_days: many');
    pack.change('safety.yaml', 'read: 2026-11-01', 'read: 2019-11-01');
    pack.change('restrictions/tobacco-promotion.yaml', 'fixtures:', 'fixturs:');
    const { results, tool, invocations } = await runOf(pack.folder);
    expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toContain('S7 warning');
    expect(results.find(({ ruleId, level }) => ruleId === 'S1' && level === 'error')?.locations[0]?.physicalLocation.region).toMatchObject({
      startLine: 3,
      startColumn: 13,
    });
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const files = results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
    expect(files).toEqual(files.toSorted());
    expect(invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
  });

  test('names files with any name by an address that is one', async () => {
    pack.write('services/пасс порт?#%.yaml', 'a: b\n');
    const { results } = await runOf(pack.folder);
    const uri = results[0]?.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
    expect(new URL(uri).pathname).toContain('%D0%BF%D0%B0%D1%81%D1%81%20%D0%BF%D0%BE%D1%80%D1%82%3F%23%25.yaml');
  });

  test('names files relative to where the command ran when the folder was named so', async () => {
    const { results } = await runOf('./packs/ee/');
    expect(results.length).toBeGreaterThan(0);
    for (const { locations } of results) expect(locations[0]?.physicalLocation.artifactLocation.uri).toBe('packs/ee/safety.yaml');
  });

  test('names a file with odd letters in a relative folder by a relative address without bare signs', async () => {
    pack.write('services/ö% b.yaml', 'a: b\n');
    const checked = await checkFolder(pack.folder, today);
    const { results } = runIn(checkSarif([{ ...checked, folder: './packs/../new land' }]));
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('new%20land/services/%C3%B6%25%20b.yaml');
  });

  test('names a file outside of where the command ran by its whole address, since no part of one is ".."', async () => {
    pack.write('services/a.yaml', 'a: b\n');
    const { results } = await runOf(relative(process.cwd(), pack.folder));
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(pathToFileURL(`${pack.folder}/services/a.yaml`).href);
  });

  test('points from each result at its own rule, says nothing twice and names nothing outside, with every file broken', async () => {
    for (const file of ['privacy.yaml', 'safety.yaml', 'pack.yaml', 'restrictions/tobacco-promotion.yaml', 'services/passport.yaml'])
      pack.write(file, 'id: [x\nwrong: "\\u200b"\n# comment\n');
    const run = await runOf(pack.folder);
    expect(run.results.length).toBeGreaterThan(5);
    expect(faultsOf(run)).toEqual([]);
  });

  test.each([
    ['a level of its own', '"level": "error"', '"level": "fatal"'],
    ['a line before the first', /"startLine": \d+/, '"startLine": 0'],
    ['a column that is a text', /"startColumn": \d+/, '"startColumn": "1"'],
    ['a bare space in an address', 'privacy.yaml', 'privacy .yaml'],
    ['half an escape in an address', 'privacy.yaml', 'privacy%2.yaml'],
    ['another version', '"version": "2.1.0"', '"version": "2.0.0"'],
    ['a message without words', /"text": "retention[^"]*"/, '"text": ""'],
    ['a field that nobody knows', '"ruleIndex"', '"ruleNumber"'],
  ] as const)('with %s would not be SARIF', async (...[, find, written]) => {
    pack.change('privacy.yaml', 'max_days: 30', 'max_days: many');
    const log = checkSarif([await checkFolder(pack.folder, today)]);
    const broken = log.replace(find, written);
    expect(isSarif(JSON.parse(log))).toBe(true);
    expect(broken).not.toBe(log);
    expect(isSarif(JSON.parse(broken))).toBe(false);
  });

  test('has the results of several packs in one run, and says when a folder was not there', async () => {
    pack.change('privacy.yaml', 'max_days: 30', 'max_days: many');
    const { results, invocations } = await runOf('packs/ee', pack.folder, '/nowhere');
    expect(new Set(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).size).toBe(3);
    expect(invocations).toEqual([{ executionSuccessful: false, exitCode: 2 }]);
  });
});
