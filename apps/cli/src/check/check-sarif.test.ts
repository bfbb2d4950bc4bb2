import { packRules } from '@parlance/pack';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type PackOnDisk, packOnDisk } from '../testing/pack-on-disk.ts';
import { version } from '../version.ts';
import { checkFolder } from './check-folder.ts';
import { checkSarif } from './check-sarif.ts';

const today = '2026-11-21';
const closed = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const message = closed({ text: { type: 'string', minLength: 1 } }, ['text']);
const level = { enum: ['none', 'note', 'warning', 'error'] };
const fromOne = { type: 'integer', minimum: 1 };

/** The parts of the schema of SARIF 2.1.0 (sections 3.13 to 3.52) that are written here, closed: what is written beside them fails. */
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
                  name: { type: 'string' },
                  version: { type: 'string' },
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
                          region: closed({ startLine: fromOne, startColumn: fromOne }, []),
                        },
                        [],
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
  formats: { uri: (text: string) => URL.canParse(text), 'uri-reference': /^[\w./:%~!$&'()*+,;=@-]+$/ },
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
  const log: unknown = JSON.parse(checkSarif(await Promise.all(folders.map((folder) => checkFolder(folder, today)))));
  if (!isSarif(log)) throw new Error(ajv.errorsText(isSarif.errors));
  return log.runs[0]!;
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

  test('has the results of several packs in one run, and says when a folder was not there', async () => {
    pack.change('privacy.yaml', 'max_days: 30', 'max_days: many');
    const { results, invocations } = await runOf('packs/ee', pack.folder, '/nowhere');
    expect(new Set(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).size).toBe(3);
    expect(invocations).toEqual([{ executionSuccessful: false, exitCode: 2 }]);
  });
});
