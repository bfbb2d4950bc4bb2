import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { minimalPack } from '../check/minimal-pack.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { sourceText } from './source-text.ts';
import { readWholeYaml } from './whole-yaml.ts';

const shippedPacks = join(import.meta.dirname, '..', '..', '..', '..', 'packs');
const shipped = readdirSync(shippedPacks, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path, text: readFileSync(join(shippedPacks, path), 'utf8') }));
const samples = [...shipped, ...Object.entries(minimalPack).map(([path, text]) => ({ path, text }))];

/** Whether the quick reader took the text; where it did, it has to say what the general reader says. */
function isReadAlike(text: string): boolean {
  const quick = readPlainYaml(text);
  if (quick === null) return false;
  expect({ ...quick, marks: [...quick.marks] }).toEqual(wholly(text));
  return true;
}

function wholly(text: string): object {
  const whole = readWholeYaml(sourceText('pack.yaml', text));
  return { ...whole, marks: [...whole.marks] };
}

describe('the quick reader of YAML', () => {
  test('says of every file of the packs that it reads what the general reader says', () => {
    const read = samples.filter(({ text }) => isReadAlike(text));
    expect(read.length).toBeGreaterThan(samples.length / 2);
  });

  test.each([
    ['an alias', 'a: *b'],
    ['an anchor', 'a: &b c'],
    ['a tag', 'a: !!str b'],
    ['a merge key', '<<: {a: b}'],
    ['a comment', 'a: b # c'],
    ['a line of comment', '# a\nb: c'],
    ['a directive', '%YAML 1.2\n---\na: b'],
    ['a second document', 'a: b\n---\nc: d'],
    ['the end of a document', 'a: b\n...'],
    ['an escape', 'a: "\\u0062"'],
    ['a key twice', 'a: b\na: c'],
    ['a key twice in brackets', 'a: {b: c, b: d}'],
    ['a text on two lines', 'a: b\n  c'],
    ['a text in a block', 'a: |\n  b'],
    ['a tabulator', 'a:\tb'],
    ['a carriage return', 'a: b\r\nc: d'],
    ['a byte order mark', '\uFEFFa: b'],
    ['a key without value', 'a:'],
    ['a colon in a text', 'a: b: c'],
    ['a space at the end', 'a: b '],
    ['an open bracket', 'a: [b'],
    ['brackets over two lines', 'a: [b,\n  c]'],
    ['an empty part', 'a: [b, ]'],
    ['a text after brackets', 'a: [b] c'],
    ['a list in a list', '- - a'],
    ['a list as deep as its key', 'a:\n- b'],
    ['a line that is less deep than its list', 'a:\n    - b\n  - c'],
    ['an odd quotation', 'a: "b" c'],
    ['a doubled quotation mark', "a: 'b''c'"],
    ['a key as a question', '? a\n: b'],
    ['too many levels', `${Array.from({ length: 20 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')} b`],
    ['nothing', ''],
  ])('leaves %s to the general reader', (_name, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  const piece = fc.constantFrom(
    ...['a', 'b', 'key', ': ', ':', '- ', '-', '\n', '\n  ', '\n    ', ' ', '"', "'", '[', ']', '{', '}', ', ', ','],
    ...['#', '&', '*', '!', '|', '>', '%', '\\', '~', '<<', 'null', '1', 'é', 'ع', '。', '\u00A0', '\u2028', '?', '.', '=', '`', '@'],
  );

  test('says of a text made from the pieces of YAML what the general reader says, or nothing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => void isReadAlike(pieces.join(''))),
      { numRuns: 3000 },
    );
  });

  test('says of a file that was changed in one place what the general reader says, or nothing', () => {
    const changed = fc.record({ sample: fc.constantFrom(...samples), at: fc.nat(), length: fc.nat({ max: 3 }), piece });
    const property = fc.property(changed, ({ sample: { text }, at, length, piece: put }) => {
      const start = at % text.length;
      isReadAlike(text.slice(0, start) + put + text.slice(start + length));
    });
    fc.assert(property, { numRuns: 300 });
  });
});
