import { describe, expect, test } from 'vitest';
import { minimalPack } from '../check/minimal-pack.ts';
import { type ParsedPack, parsePack } from './parse-pack.ts';

const file = 'curriculum/reading.json';

function parseWith(text: string): ParsedPack {
  return parsePack(new Map(Object.entries({ ...minimalPack, [file]: text }).map(([path, each]) => [path, new TextEncoder().encode(each)])));
}

interface Written {
  readonly CFDocument: Readonly<Record<string, unknown>>;
}

const minimal = JSON.parse(minimalPack[file] ?? '') as Written;

describe('a curriculum', () => {
  test('is read with its items and associations in order', () => {
    const { pack, issues } = parseWith(minimalPack[file] ?? '');
    expect(issues).toEqual([]);
    const curriculum = pack?.curriculum.get('reading');
    expect(curriculum?.items.map(({ code, levels }) => [code, levels])).toEqual([
      ['R.4.1', ['4']],
      ['R.4.2', ['4', '5']],
    ]);
    expect(curriculum?.associations.map(({ kind, place }) => [kind, place])).toEqual([
      ['isChildOf', 1],
      ['isChildOf', 2],
      ['precedes', null],
    ]);
    expect(pack?.sectors.get('citizen-services')?.curriculum).toEqual(['reading']);
    expect(pack?.positions.get(`${file}#CFItems.1.fullStatement`)).toMatchObject({ line: 27, column: 7 });
  });

  test('says the line and the column of what is wrong with it', () => {
    const { issues } = parseWith((minimalPack[file] ?? '').replace('"precedes"', '"follows"'));
    expect(issues).toEqual([
      expect.objectContaining({ path: 'CFAssociations.2.associationType', line: 56, column: 7, expected: 'one of: isChildOf, precedes' }),
    ]);
  });

  const id = (index: number): string => `00000000-0000-4000-9000-${index.toString(16).padStart(12, '0')}`;
  const node = (identifier: unknown): object => ({ title: 'x', identifier, uri: 'https://c.example.ee/x' });
  const many = 600;

  /** Each item is a child of the next one, and the last of what is given. */
  function chainTo(end: unknown): string {
    const dated = { uri: 'https://c.example.ee/x', lastChangeDateTime: '2026-11-01T00:00:00Z' };
    const items = Array.from({ length: many }, (_, index) => ({ identifier: id(index), ...dated, fullStatement: 'x' }));
    const links = items.map((item, index) => ({
      identifier: id(many + index),
      ...dated,
      associationType: 'isChildOf',
      originNodeURI: node(item.identifier),
      destinationNodeURI: node(index === many - 1 ? end : id(index + 1)),
    }));
    return JSON.stringify({ ...minimal, CFItems: items, CFAssociations: links });
  }

  test('may be a long chain and may not be a long circle', () => {
    expect(parseWith(chainTo(minimal.CFDocument['identifier'])).issues).toEqual([]);
    expect(parseWith(chainTo(id(0))).issues.map(({ code }) => code)).toEqual(['circle']);
    expect(parseWith(chainTo(id(many / 2))).issues.map(({ code }) => code)).toEqual(['circle']);
  });
});
