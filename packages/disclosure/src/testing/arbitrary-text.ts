import fc from 'fast-check';
import { openReach } from '../omission.ts';
import { longestOpen } from '../open-sentence.ts';

/** Secrets that the sample rules find, in several spellings. */
export const lawSecrets = [
  'forbidden phrase',
  'FORBIDDEN  phrase',
  'keelatud sõna',
  'Keelatud so\u0303na',
  'запретное слово',
  'code-1234',
  'for\u200bbidden phrase',
  'code-١٢٣٤',
  'ｆｏｒｂｉｄｄｅｎ phrase',
];
export const privacySecrets = [
  '37605030299',
  '376 0503 0299',
  'EE382200221020145685',
  'mari.maasikas@example.ee',
  '+372 5123 4567',
  '٣٧٦٠٥٠٣٠٢٩٩',
];

const harmless = [
  ...[
    'word',
    'teine',
    'слово',
    'كلمة',
    '今天',
    'ไทย',
    'decision',
    'tel',
    'forbidden',
    'forbidden phr',
    'code-',
    '12',
    '§ 12 lg. 2',
    '3760503',
    'e',
    'a@b',
    '🇪🇪',
    '👩‍👩‍👧',
    '\ud83d',
    'o\u0303',
    ...['5123 4567', '5123\n4567', 'tel 5123 4567', 'telefon', '\u0301', '\u20e3', 'İ', 'ß', 'ﷺ', '⟦\u0301', 'a.b.ee'],
  ],
  ...['." ', '.) ', '?" ', ' 2020. The ', ' so. We ', '։ ', '። ', 'ω; '],
  ...[' ', ' ', ' ', '. ', '! ', '\n', '\n- ', '。', ', ', '"', '⟦', '1⟧', '-', '\u200b', '\u00ad'],
];

export const harmlessText = fc.array(fc.constantFrom(...harmless), { maxLength: 12 }).map((parts) => parts.join(''));

/** A sentence without an end, longer than an omission stays open, and one about as long. */
const endless = fc.oneof(
  fc.integer({ min: openReach - 20, max: openReach + 20 }).map((length) => 'x '.repeat(length / 2)),
  fc
    .tuple(
      fc.constantFrom('forbidden phrase', 'mari.maasikas@example.ee'),
      fc.integer({ min: 1, max: openReach - 20 }),
      fc.integer({ min: 2, max: 9 }),
    )
    .map(([secret, length, times]) => `${secret} ${'x'.repeat(length)} `.repeat(times)),
  fc.integer({ min: longestOpen - 40, max: longestOpen + 20 }).map((length) => 'keelatud sõna, '.repeat(length / 15)),
  fc.constantFrom('ja nii edasi '.repeat(60), '字'.repeat(700), '👩‍👩‍👧'.repeat(90), ' '.repeat(700), '\u200b'.repeat(700)),
);

const anyText = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: endless },
      { weight: 4, arbitrary: fc.constantFrom(...harmless) },
      { weight: 2, arbitrary: fc.constantFrom(...lawSecrets, ...privacySecrets) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''));

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

function cutAt(text: string, shares: readonly number[]): readonly string[] {
  const places = [0, ...shares.map((share) => Math.floor(share * (text.length + 1))), text.length].sort((left, right) => left - right);
  return places.slice(1).map((place, index) => text.slice(places[index], place));
}

/** Ways to cut a text: at any UTF-16 unit, so also inside surrogate pairs and graphemes; each unit, code point, grapheme or line alone; before each space and mark. */
export const cutting: fc.Arbitrary<(text: string) => readonly string[]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 10 })
      .map((shares) => (text: string) => cutAt(text, shares)),
  },
  { weight: 1, arbitrary: fc.constant((text: string) => text.split('')) },
  { weight: 1, arbitrary: fc.constant((text: string) => Array.from(text)) },
  { weight: 1, arbitrary: fc.constant((text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment)) },
  { weight: 1, arbitrary: fc.constant((text: string) => text.split(/(?=[\s\p{M}\p{Cf}])|(?<=\n)/u)) },
);

export const splitText = fc.tuple(anyText, cutting).map(([text, cut]) => ({ text, chunks: cut(text) }));
