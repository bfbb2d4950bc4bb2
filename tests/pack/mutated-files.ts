import fc from 'fast-check';

/** What breaks readers: marks of YAML, CSV, JSON and Markdown, bytes that are no text, and what hides or turns round. */
const splices: readonly Uint8Array[] = [
  ...[
    ...[
      '&a ',
      '*a',
      '!!binary ',
      '<<: *a',
      '? ',
      '- - - - ',
      '[[[[[[[[[[[[[[[[',
      '{{{{{{{{{{{{{{{{',
      '|-\n',
      '>+\n',
      '# c',
      '\t',
      '%YAML 1.1\n',
      '---\n',
      '...\n',
    ],
    ...[
      'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n',
      '"\\u0041"',
      "'",
      '"',
      '""',
      '","',
      ';;;',
      '\r',
      '\r\n',
      '\n\n\n',
      '{"a":1,"a":2}',
      '<!-- -->',
      '```',
    ],
    ...[
      '\u202e',
      '\u200b',
      '\u{e0041}',
      '\ufeff',
      '\0',
      '\u0301'.repeat(40),
      'а',
      '١٢٣',
      '__proto__: x\n',
      'constructor: x\n',
      'a'.repeat(5000),
      '((((((((((',
    ],
    ...['x'.repeat(400).replaceAll('x', '- '), 'x'.repeat(200).replaceAll('x', '{a: ')],
  ].map((text) => new TextEncoder().encode(text)),
  ...[[0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe9, 0x20]].map((bytes) => Uint8Array.from(bytes)),
];

type Change = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

function at(bytes: Uint8Array, share: number): number {
  return Math.floor(bytes.length * share);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

const inserted = fc.tuple(place, fc.constantFrom(...splices)).map(
  ([share, piece]): Change =>
    (bytes) =>
      joined(bytes.subarray(0, at(bytes, share)), piece, bytes.subarray(at(bytes, share))),
);

const cut = fc.tuple(place, fc.nat(80)).map(
  ([share, length]): Change =>
    (bytes) =>
      joined(bytes.subarray(0, at(bytes, share)), bytes.subarray(at(bytes, share) + length)),
);

const shortened = place.map(
  (share): Change =>
    (bytes) =>
      bytes.slice(0, at(bytes, share)),
);

const flipped = fc.tuple(place, fc.nat(7)).map(([share, bit]): Change => (bytes) => {
  const copy = Uint8Array.from(bytes);
  const index = at(copy, share);
  if (copy[index] !== undefined) copy[index] ^= 1 << bit;
  return copy;
});

const repeated = fc
  .tuple(place, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 2, max: 30 }))
  .map(([share, length, times]): Change => (bytes) => {
    const from = at(bytes, share);
    const piece = bytes.subarray(from, from + length);
    return joined(bytes.subarray(0, from), ...Array.from({ length: times }, () => piece), bytes.subarray(from));
  });

const swapped = fc.tuple(place, place).map(([one, other]): Change => (bytes) => {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const [left, right] = [Math.floor(lines.length * one), Math.floor(lines.length * other)];
  [lines[left], lines[right]] = [lines[right] ?? '', lines[left] ?? ''];
  return Buffer.from(lines.join('\n'), 'latin1');
});

/** One to four faults in one file. */
export const mutations: fc.Arbitrary<Change> = fc
  .array(fc.oneof(inserted, cut, shortened, flipped, repeated, swapped), { minLength: 1, maxLength: 4 })
  .map((changes) => (bytes) => changes.reduce((changed, change) => change(changed), bytes));
