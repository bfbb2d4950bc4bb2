import { readFileSync } from 'node:fs';
import { canonicalJson, type JsonValue } from '@parlance/core';
import { describe, expect, test } from 'vitest';
import { encodeText } from '../encoding/text.ts';
import { sampleLeaves } from '../testing/leaves.ts';
import { leafSchema } from './leaf-schema.ts';
import { largestLeaf, hashOfLeaf, encodeLeaf, parseLeaf } from './parse-leaf.ts';
import { schemaOf } from './leaf.ts';

const page = readFileSync(new URL('../../../../docs/log-leaves.md', import.meta.url), 'utf8');
const sections = new Map(page.split(/^## /m).map((section) => [section.slice(0, section.indexOf('\n')), section]));

function sectionOf(title: string): string {
  const section = sections.get(title);
  if (section === undefined) throw new Error(`docs/log-leaves.md has no section ${title}`);
  return section;
}

/** The JSON blocks of a section. */
function leavesIn(section: string): readonly JsonValue[] {
  return [...section.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json]) => JSON.parse(json ?? '') as JsonValue);
}

/** The names in the first column of a section's table. */
function rowsOf(section: string): readonly string[] {
  const cells = [...section.matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell]) => cell ?? '');
  return cells.flatMap((cell) => cell.replaceAll('`', '').split(', '));
}

/** The values in a JSON Schema below a keyword, at any depth. */
function* valuesOf(schema: unknown, keyword: string): Generator {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, value] of Object.entries(schema)) {
    if (key === keyword) yield value;
    yield* valuesOf(value, keyword);
  }
}

const schema = leafSchema() as { readonly $defs: Readonly<Record<string, unknown>> };

/** The members of an object of the schema, of all its variants. */
function membersOf(name: string): ReadonlySet<string> {
  const [...objects] = valuesOf(Object.fromEntries([[name, schema.$defs[name]]]), 'properties');
  return new Set(objects.flatMap((properties) => Object.keys(properties as object)));
}

/** A field whose own members have rows too. */
const nested: Readonly<Record<string, readonly (readonly [prefix: string, name: string])[]>> = {
  mediation: [
    ['edits[].', 'edit'],
    ['commitments.', 'commitments'],
  ],
};

describe.each(Object.keys(schemaOf))('docs/log-leaves.md, of %s,', (kind) => {
  test('has a row for every field and for nothing else', () => {
    const inner = (nested[kind] ?? []).flatMap(([prefix, name]) => [...membersOf(name)].map((member) => `${prefix}${member}`));
    expect([...rowsOf(sectionOf(kind))].sort()).toEqual([...membersOf(kind), ...inner].sort());
  });

  test('shows the samples, which the parser accepts once they are canonical', () => {
    const leaves = leavesIn(sectionOf(kind));
    expect(leaves).toEqual(sampleLeaves.filter(({ leaf }) => leaf === kind));
    for (const leaf of leaves) expect(parseLeaf(encodeText(canonicalJson(leaf)))).toEqual({ ok: true, value: leaf });
  });

  test('says what it does not tell', () => {
    expect(sectionOf(kind)).toContain('\n**It does not tell** ');
  });
});

test('docs/log-leaves.md names every word of a closed list and every member of an object', () => {
  const words = [...valuesOf(schema, 'enum')].flatMap((values) => values as string[]);
  const members = ['basis', 'packVersion', 'charterVersion'].flatMap((name) => [...membersOf(name)]);
  expect([...words, ...members].filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
});

test('docs/log-leaves.md has as many JSON blocks as there are samples', () => {
  expect(leavesIn(page)).toHaveLength(sampleLeaves.length);
  expect(page).toContain(`at most ${largestLeaf} bytes`);
});

test('docs/log-leaves.md shows how to compute a hash, and what comes of it', () => {
  const [, entry, hash] = /^\$ printf '\\0%s' '(.*?)' \| sha256sum\n([0-9a-f]{64}) {2}-$/m.exec(page) ?? [];
  const policy = sampleLeaves.find(({ leaf }) => leaf === 'policy')!;
  expect(entry).toBe(new TextDecoder().decode(encodeLeaf(policy)));
  expect(hash).toBe(Buffer.from(hashOfLeaf(policy)).toString('hex'));
});
