import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, visit } from 'yaml';
import { minimalPack } from '../check/minimal-pack.ts';
import { layout } from '../format/layout.ts';
import { sourceText } from '../format/source-text.ts';
import { fieldWords } from './field-words.ts';
import { noticeWords } from './notice-words.ts';
import { packSchemas } from './pack-schemas.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const command = 'write it anew with: npx vitest run packages/pack/src/schema --update';
const names = Object.keys(layout);

function validators(languages: readonly string[]): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: false });
  formats.default(ajv, ['date']);
  return new Map(packSchemas(languages).map(({ kind, schema }) => [kind, ajv.compile(schema)]));
}

const general = validators([]);

function kindOf(path: string): string {
  return Object.entries(layout).find(([, { pattern }]) => pattern.test(path))?.[0] ?? '';
}

/** What the YAML server of an editor makes of a file; a table is what its reader makes of it. */
function asEditorsSee(path: string, text: string): unknown {
  const core = (yaml: string): unknown => parse(yaml, { schema: 'core', version: '1.2' });
  if (path.endsWith('.yaml')) return core(text);
  if (path.endsWith('.json')) return JSON.parse(text);
  if (path.endsWith('.csv')) return layout.terminology.read(sourceText(path, text)).value;
  const end = text.indexOf('\n---\n');
  return { ...(core(text.slice(4, end)) as object), text: text.slice(end + 5).trim() };
}

function filesOf(folder: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): [string, string] => [file.slice(folder.length + 1), readFileSync(file, 'utf8')])
    .filter(([path]) => kindOf(path) !== '');
}

describe('the schemas that are kept', () => {
  test.each(packSchemas([]))('the schema of $kind is what the code makes', async ({ kind, schema }) => {
    const text = await format(JSON.stringify(schema), { parser: 'json', printWidth: 140, objectWrap: 'collapse' });
    await expect(text).toMatchFileSnapshot(join(root, 'packages/pack/schema', `${kind}.schema.json`), command);
  });

  test('are those of the kinds that a pack has, and no others', () => {
    expect(readdirSync(join(root, 'packages/pack/schema')).sort()).toEqual(names.map((kind) => `${kind}.schema.json`).sort());
  });
});

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every field of a schema, with its path. */
function fields(node: Node, path: readonly string[]): readonly (readonly [path: readonly string[], node: Node])[] {
  const inner = [
    ...Object.entries(isNode(node['properties']) ? node['properties'] : {}),
    ...(isNode(node['items']) ? [['#', node['items']] as const] : []),
    ...(isNode(node['additionalProperties']) ? [['*', node['additionalProperties']] as const] : []),
  ];
  const branches = Array.isArray(node['anyOf']) ? (node['anyOf'] as readonly unknown[]).filter(isNode) : [];
  return [
    [path, node],
    ...inner.flatMap(([key, field]) => (isNode(field) ? fields(field, [...path, key]) : [])),
    ...branches.flatMap((branch) => fields(branch, path).slice(1)),
  ];
}

describe.each(packSchemas([]))('the schema of $kind', ({ kind, schema }) => {
  const all = fields(schema, [kind]);

  test('has a title and a description at every field', () => {
    for (const [path, { title, description }] of all)
      expect([path.join('.'), title, description]).toEqual([path.join('.'), expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  });

  test('describes every field in words of its own (field-words.ts)', () => {
    // The entries of a map from language to text are described by their map.
    const isText = ([path, node]: (typeof all)[number]): boolean =>
      path.at(-1) === '*' && node['properties'] === undefined && node['items'] === undefined;
    const silent = all.slice(1).filter((field) => !isText(field) && noticeWords(field[0]) === null && fieldWords(field[0]) === null);
    expect(silent.map(([path]) => path.join('.'))).toEqual([]);
  });

  test('takes no field that it does not name', () => {
    const open = all.filter(
      ([, node]) => node['type'] === 'object' && node['additionalProperties'] !== false && node['propertyNames'] === undefined,
    );
    expect(open.map(([path]) => path.join('.'))).toEqual([]);
  });
});

describe.each(
  readdirSync(join(root, 'packs'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
)('the pack %s', (name) => {
  const files = filesOf(join(root, 'packs', name));
  const manifest = parse(files.find(([path]) => path === 'pack.yaml')?.[1] ?? '') as { readonly languages: readonly string[] };

  test.each([
    ['any pack', general],
    ['its own languages', validators(manifest.languages)],
  ])('is right by the schemas for %s, as an editor reads its files', (_name, schemas) => {
    expect(files.length).toBeGreaterThan(10);
    for (const [path, text] of files) {
      const accepts = schemas.get(kindOf(path));
      expect([path, accepts?.(asEditorsSee(path, text)), accepts?.errors]).toEqual([path, true, null]);
    }
  });
});

/** One change to a file of the smallest right pack, which the schema has to refuse. */
const wrong: readonly (readonly [path: string, from: string, to: string])[] = [
  ['pack.yaml', 'general: state-information\n', ''],
  ['pack.yaml', 'general:', 'geneal:'],
  ['pack.yaml', 'id: EE', 'id: Estonia'],
  ['pack.yaml', 'version: 0.1.0', 'version: one'],
  ['pack.yaml', 'languages: [en, fr', 'languages: [en, en'],
  ['pack.yaml', 'languages: [en,', 'languages: [English,'],
  ['pack.yaml', 'review: example', 'review: perfect'],
  ['pack.yaml', 'https://www.eesti.ee/', 'http://www.eesti.ee/'],
  ['pack.yaml', 'info@example.ee', 'info at example.ee'],
  ['pack.yaml', 'read: 2026-11-01', 'read: 2026-02-30'],
  ['pack.yaml', 'read: 2026-11-01', 'read: yesterday'],
  ['locale/en.yaml', 'script: Latn', 'script: latin'],
  ['locale/en.yaml', 'value: neutral', 'value: praising'],
  ['locale/en.yaml', 'guideline: tone-register', 'guideline: be-honest'],
  ['locale/en.yaml', 'decimal: ","', 'decimal: ",,"'],
  ['locale/en.yaml', 'currency: EUR', 'currency: euro'],
  ['locale/en.yaml', 'date: d MMMM y', 'date: the d of MMMM'],
  ['locale/en.yaml', 'currency: EUR', 'currency: EUR\nnote: Praise the government.'],
  ['safety.yaml', 'number: "112"', 'number: one one two'],
  ['safety.yaml', 'languages: [en, ru]', 'languages: []'],
  ['safety.yaml', 'publisher: Häirekeskus, ', ''],
  ['handover/state-information.yaml', 'kind: phone', 'kind: fax'],
  ['handover/state-information.yaml', 'number: "1247"', 'number: call us'],
  ['handover/state-information.yaml', 'from: "09:00", until: "15:30"', 'from: "9 am", until: "15:30"'],
  ['handover/state-information.yaml', 'from: "09:00", until: "15:30"', 'from: "09:00", until: "24:30"'],
  ['handover/state-information.yaml', 'days: [fri]', 'days: [friday]'],
  ['handover/state-information.yaml', 'week: around-the-clock', 'week: sometimes'],
  ['handover/state-information.yaml', 'cost: usual-rate', 'cost: cheap'],
  ['privacy.yaml', 'identifiers: [ee.isikukood', 'identifiers: [ee.shoe-size'],
  ['privacy.yaml', 'max_days: 30', 'max_days: 0'],
  ['privacy.yaml', 'max_days: 30', 'max_days: 10000'],
  ['privacy.yaml', 'max_days: 30', 'max_days: always'],
  ['sectors/citizen-services.yaml', 'services: all', 'services: some'],
  ['sectors/citizen-services.yaml', 'knobs: {}', 'knobs: {honesty: {value: low, guideline: honesty}}'],
  ['restrictions/tobacco-promotion.yaml', 'type: advertising', 'type: criticism'],
  ['restrictions/tobacco-promotion.yaml', 'id: ee.reks.17.tobacco-promotion', 'id: tobacco'],
  ['restrictions/tobacco-promotion.yaml', 'audience: all', 'audience: foreigners'],
  ['restrictions/tobacco-promotion.yaml', 'audience: all', 'audience: all, religion: any'],
  ['restrictions/tobacco-promotion.yaml', '  review_by: 2027-11-01\n', ''],
  ['restrictions/tobacco-promotion.yaml', '    - A pack of cigarettes carries a warning.\n', ''],
  ['restrictions/tobacco-promotion.yaml', '  terms:\n    - order cheap cigarettes\n    - закажите дешёвые сигареты\n', '  {}\n'],
  ['additions/ai-notice.yaml', 'purpose: ai-notice', 'purpose: praise'],
  ['additions/ai-notice.yaml', '{always: true}', '{always: false}'],
  ['additions/ai-notice.yaml', '{always: true}', '{always: true, terms: [a b]}'],
  ['additions/ai-notice.yaml', '{always: true}', '{}'],
  ['additions/ai-notice.yaml', '{always: true}', '{terms: [a b]}'],
  ['services/passport.yaml', 'source: ppa', 'source: P P A'],
  ['services/passport.yaml', 'kind: fee', 'kind: opinion'],
  ['services/passport.yaml', 'kind: fee', 'kind: phone'],
  ['services/passport.yaml', 'kind: fee', 'kind: fee\n    number: "112"'],
  ['services/passport.yaml', 'kind: fee', 'kind: fee\n    url: https://www.politsei.ee/'],
  ['services/passport.yaml', 'title: {en: Passport', 'title: {en: '],
  ['services/passport.yaml', 'title: {en: Passport', 'title: {English: Passport'],
  ['knowledge/en/challenge.md', 'licence: official text, no copyright\n', ''],
  ['knowledge/en/challenge.md', 'title: Challenging a decision', 'titel: Challenging a decision'],
  ['terminology/en.csv', 'https://www.riigiteataja.ee', 'www.riigiteataja.ee'],
  ['notices/en.yaml', 'addition.label', 'addition.lable'],
  ['notices/en.yaml', '"Added ({$purpose})"', '""'],
  ['evals/cases.yaml', '{card: passport}', '{card: passport, unknown: true}'],
  ['interface/en.yaml', 'try-it:', 'tri-it:'],
  ['evals/cases.yaml', '{card: passport}', '{}'],
  ['curriculum/reading.json', '"caseVersion": "1.1"', '"caseVersion": "1.0"'],
  ['curriculum/reading.json', '"caseVersion": "1.1"', '"caseVersion": 1.1'],
  ['curriculum/reading.json', '"associationType": "isChildOf"', '"associationType": "isBetterThan"'],
  ['sectors/citizen-services.yaml', 'value: [nudge,', 'value: [silence,'],
  ['sectors/citizen-services.yaml', 'value: [nudge,', 'value: [step,'],
  ['sectors/citizen-services.yaml', 'value: "2"', 'value: 99'],
  ['evals/cases.yaml', '{card: passport}', '{refuse: true}'],
];

describe('a wrong file', () => {
  test('starts from one that is right', () => {
    for (const [path, text] of Object.entries(minimalPack))
      expect([path, general.get(kindOf(path))?.(asEditorsSee(path, text))]).toEqual([path, true]);
  });

  test.each(wrong)('is refused: %s with %j as %j', (path, from, to) => {
    const text = minimalPack[path] ?? '';
    expect(text).toContain(from);
    expect(general.get(kindOf(path))?.(asEditorsSee(path, text.replace(from, to)))).toBe(false);
  });

  test.each(names)('of the kind %s has been tried', (kind) => {
    expect(wrong.map(([path]) => kindOf(path))).toContain(kind);
  });

  test('has a language that the pack does not have, or lacks one, by the schemas for its own languages', () => {
    const own = validators(['en', 'fr', 'es', 'ru', 'ar', 'zh']).get('sector');
    const text = minimalPack['sectors/citizen-services.yaml'] ?? '';
    const path = 'sectors/citizen-services.yaml';
    expect(own?.(asEditorsSee(path, text))).toBe(true);
    expect(own?.(asEditorsSee(path, text.replace('fr: ', 'de: ')))).toBe(false);
    expect(own?.(asEditorsSee(path, text.replace(', fr: Services', '')))).toBe(false);
  });
});

/** Scalars as authors write them, some of which an editor takes for numbers, truth values or days. */
const scalars = [
  '112',
  '7',
  '1.5',
  '007',
  '-1',
  '1e3',
  '0x1F',
  'true',
  'False',
  'yes',
  'no',
  '2026-11-21',
  '2026-02-30',
  '1.2.0',
  'x',
  'two words',
  'et',
  'zh-Hant-TW',
  'EE',
  'NO',
  'Latn',
  'https://WWW.Example.ee/A?b#c',
  'A.B@Example.EE',
  '+372 612 1360',
  'all',
  'formal',
  '.',
  '" "',
  "'quoted'",
  '"two\n\n lines"',
  'a'.repeat(500),
];

test('an editor marks no scalar that the reader accepts', () => {
  let accepted = 0;
  for (const [path, text] of Object.entries(minimalPack)) {
    if (!path.endsWith('.yaml')) continue;
    const kind = Object.values(layout).find(({ pattern }) => pattern.test(path))!;
    const schema = kind.schema([]);
    const ranges: [number, number][] = [];
    visit(parseDocument(text), {
      Scalar(key, node) {
        if (key !== 'key' && node.range) ranges.push([node.range[0], node.range[1]]);
      },
    });
    for (const [from, to] of ranges.slice(0, 24)) {
      // A knob is held against the charter by the check of S3, not by the reader.
      if (/(?:value|guideline): $/.test(text.slice(0, from))) continue;
      for (const scalar of scalars) {
        const changed = text.slice(0, from) + scalar + text.slice(to);
        const read = kind.read(sourceText(path, changed));
        if (read.issues.length > 0 || !schema.safeParse(read.value).success) continue;
        accepted += 1;
        const accepts = general.get(kindOf(path));
        expect([changed.slice(Math.max(0, from - 40), from + 60), accepts?.(asEditorsSee(path, changed)), accepts?.errors]).toEqual([
          expect.anything(),
          true,
          null,
        ]);
      }
    }
  }
  expect(accepted).toBeGreaterThan(1000);
});
