import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RawFile } from './reading.ts';
import { readJson } from './read-json.ts';
import { sourceText } from './source-text.ts';

function read(text: string): RawFile {
  return readJson(sourceText('curriculum/x.json', text));
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

const shallow = { maxDepth: 4, noUnicodeString: false } as const;

describe('reading JSON', () => {
  test('gives what JSON.parse gives, and the place of every field', () => {
    const text = '{\n  "a": [1, "x"],\n  "b": {"c": null}\n}\n';
    const raw = read(text);
    expect(raw.value).toEqual(JSON.parse(text));
    expect(raw.issues).toEqual([]);
    expect([...raw.marks]).toEqual([
      ['a', text.indexOf('"a"')],
      ['a.0', text.indexOf('1')],
      ['a.1', text.indexOf('"x"')],
      ['b', text.indexOf('"b"')],
      ['b.c', text.indexOf('"c"')],
    ]);
    expect(raw.texts).toEqual([{ path: 'a.1', text: 'x', offset: text.indexOf('"x"') }]);
  });

  test('agrees with JSON.parse on every value', () => {
    fc.assert(
      fc.property(fc.json(shallow), (text) => {
        const raw = read(text);
        expect(raw.value).toEqual(JSON.parse(text));
        expect(raw.issues.every(({ code }) => code === 'escape')).toBe(true);
      }),
    );
  });

  test('refuses what JSON.parse refuses and nothing else, one changed character at a time', () => {
    const part = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', '1', '-', '.', 'e', 't', 'null', '//', ' ', '\n', '\u0000', "'");
    fc.assert(
      fc.property(fc.json(shallow), fc.nat(), part, (text, place, written) => {
        const at = place % (text.length + 1);
        const changed = text.slice(0, at) + written + text.slice(at);
        const isJson = parsed(changed);
        const raw = read(changed);
        const faults = raw.issues.filter(({ code }) => code === 'json' || code === 'too-deep');
        expect(faults.length === 0).toBe(isJson !== null);
        if (isJson !== null && !raw.issues.some(({ code }) => code === 'duplicate-key')) expect(raw.value).toEqual(isJson.value);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['a comment', '{"a": 1 /* b */}', [1, 9]],
    ['a comma at the end', '{\n"a": 1,\n}', [3, 1]],
    ['a second value', '{} {}', [1, 4]],
    ['a key without quotes', '{a: 1}', [1, 2]],
    ['nothing', '', [1, 1]],
    ['a text that does not end', '["a', [1, 2]],
    ['a line break in a text', '["a\nb"]', [1, 2]],
    ['not a number', '[NaN]', [1, 2]],
  ])('says where %s stands', (_name, text, [line, column]) => {
    const { value, issues } = read(text);
    expect(value).toBeNull();
    expect(issues).toEqual([expect.objectContaining({ rule: 'S1', code: 'json', line, column })]);
  });

  test('says which key stands twice, under any name', () => {
    const { issues } = read('{"__proto__": 1, "a": {"b": 1, "b": 2}, "__proto__": 2}');
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(['duplicate-key a.b', 'duplicate-key __proto__']);
  });

  test('takes two escapes and refuses the others, which show another character than they write', () => {
    expect(read('["\\"a\\\\\\""]').issues).toEqual([]);
    for (const escape of ['\\n', '\\/', '\\u0061', '\\u200B', '\\b'])
      expect(read(`["a${escape}"]`).issues).toEqual([expect.objectContaining({ rule: 'S9', code: 'escape', column: 4 })]);
  });

  test.each(['[', '{"a":'])('a hundred thousand levels of %s are refused, and nothing is thrown', (opening) => {
    expect(read(opening.repeat(100_000)).issues).toEqual([expect.objectContaining({ code: 'too-deep' })]);
  });

  test('a huge text is refused before it is read', () => {
    expect(read(`"${'a'.repeat(600_000)}"`).issues).toEqual([expect.objectContaining({ code: 'too-large' })]);
  });
});
