import { fileURLToPath } from 'node:url';
import { canonicalJson, type JsonValue } from '@parlance/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import { encodeText } from '../encoding/text.ts';
import { sampleLeaves } from '../testing/leaves.ts';
import { leafSchema } from './leaf-schema.ts';
import { schemaOf } from './leaf.ts';
import { largestLeaf, parseLeaf } from './parse-leaf.ts';

const file = fileURLToPath(new URL('../../schema/leaf.schema.json', import.meta.url));
const command = 'write it anew with: npx vitest run packages/log/src/leaf/leaf-schema.test.ts --update';
const accepts = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, validateFormats: false }).compile(leafSchema());

type Members = Readonly<Record<string, JsonValue>>;

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isMembers(value: JsonValue): value is Members {
  return typeof value === 'object' && value !== null && !isList(value);
}

function without(value: Members, name: string): Members {
  return Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
}

/** What may stand in the place of a value and is wrong in most places. */
const others: readonly JsonValue[] = [
  { deep: 'x' },
  [],
  null,
  true,
  false,
  0,
  7,
  -1,
  0.5,
  2 ** 53,
  '',
  'x',
  ' x',
  '2026-02-30',
  '2026-11-21',
  '2026-11-21T24Z',
  '2026-11-21T13Z',
  '0',
  '007',
  `9${'0'.repeat(18)}`,
  'law',
  'operator',
  'interface',
  'done',
  'http://gateway.example/',
  'two\nlines',
  'x'.repeat(301),
  `${'A'.repeat(43)}=`,
  `${'A'.repeat(42)}B=`,
  `sha256:${'A'.repeat(64)}`,
];

/** The value with one thing about it changed, at whatever depth: a member more, a member less, something else in the place of a value. */
function* mutantsOf(value: JsonValue): Generator<JsonValue> {
  yield* others;
  if (isList(value)) {
    yield Array.from({ length: 33 }, () => value[0] ?? 'x');
    for (const [index, item] of value.entries()) for (const mutant of mutantsOf(item)) yield value.with(index, mutant);
  }
  if (!isMembers(value)) return;
  yield { ...value, note: 'x' };
  for (const [name, member] of Object.entries(value)) {
    yield without(value, name);
    yield { ...without(value, name), [`${name}x`]: member };
    for (const mutant of mutantsOf(member)) yield { ...value, [name]: mutant };
  }
}

/** The laws of a tally's numbers: the parser holds them, and JSON Schema cannot say them. */
function isWrongSum(leaf: JsonValue): boolean {
  const parsed = schemaOf.tally.safeParse(leaf);
  return !parsed.success && parsed.error.issues.every(({ code, path }) => code === 'custom' && path.length === 0);
}

function isLeaf(value: JsonValue): boolean {
  return parseLeaf(encodeText(canonicalJson(value))).ok;
}

test('schema/leaf.schema.json is what the code says', async () => {
  const text = await format(JSON.stringify(leafSchema()), { parser: 'json', printWidth: 140, objectWrap: 'collapse' });
  await expect(text).toMatchFileSnapshot(file, command);
});

test('the schema names each kind, and how long a leaf may be', () => {
  expect(leafSchema()).toMatchObject({ oneOf: Object.keys(schemaOf).map((kind) => ({ $ref: `#/$defs/${kind}` })) });
  expect(JSON.stringify(leafSchema())).toContain(`at most ${largestLeaf} bytes`);
});

/** Of the first version, which has no sector. */
const mediation: Members = sampleLeaves.find(({ leaf }) => leaf === 'mediation') ?? {};
const samples: readonly Members[] = sampleLeaves;

test('by the schema, a changed answer may tell a sector of the list, or that it tells none', () => {
  for (const sector of ['education', 'other', null]) {
    expect(accepts({ ...mediation, sector })).toBe(true);
    expect(isLeaf({ ...mediation, sector })).toBe(true);
  }
  for (const sector of others.filter((each) => each !== null)) {
    expect(accepts({ ...mediation, sector })).toBe(false);
    expect(isLeaf({ ...mediation, sector })).toBe(false);
  }
});

describe.each(samples.map((leaf) => [leaf['leaf'], leaf] as const))('by the schema, %s', (_, leaf) => {
  test('is accepted', () => {
    expect(accepts(leaf)).toBe(true);
  });

  test('is refused with a member more, a member less, or one of another type', () => {
    expect(accepts({ ...leaf, note: 'x' })).toBe(false);
    for (const name of Object.keys(leaf)) {
      expect(accepts(without(leaf, name))).toBe(false);
      expect(accepts({ ...without(leaf, name), note: 'x' })).toBe(false);
      expect(accepts({ ...leaf, [name]: { deep: 'x' } })).toBe(false);
    }
  });

  test('is refused whenever the parser refuses it, and accepted whenever it accepts it, but for the sums of a tally', () => {
    const mutants = [...mutantsOf(leaf)];
    expect(mutants.filter((mutant) => accepts(mutant) !== (isLeaf(mutant) || isWrongSum(mutant)))).toEqual([]);
  });
});

test('by the schema, an answer that was not changed has a leaf only if it ended otherwise than done', () => {
  expect(accepts({ ...mediation, edits: [] })).toBe(false);
  expect(accepts({ ...mediation, edits: [], ending: 'outage' })).toBe(true);
});
