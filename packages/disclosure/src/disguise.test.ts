import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../../../tests/property-runs.ts';
import { invert } from './edit.ts';
import { cutting } from './testing/arbitrary-text.ts';
import { compiled, delivered, lawRule, privacyRule, run } from './testing/sample-rules.ts';

/** Where the ten digits of a script begin. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10, 0x1d7ce, 0x1d7d8];
const invisible = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u0000', '\u{e0100}'];

/** What a page does not show of Markdown and formulas, three times over. */
const signs = ['*', '~', '`', '{', '}', '$', '\\,', '\\!', '}\\text{', '\\mathrm{'];

type Disguise = (text: string) => string;

/** Other spellings of the same content: digits of another script, wide letters, signs of Markdown, capitals, decomposed marks, padding that nobody sees. */
const disguise: fc.Arbitrary<Disguise> = fc.oneof(
  fc.constantFrom(...zeros).map(
    (zero): Disguise =>
      (text) =>
        text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))),
  ),
  fc.constantFrom(...invisible).map(
    (mark): Disguise =>
      (text) =>
        Array.from(text).join(mark),
  ),
  fc.constantFrom(...invisible).chain((mark) =>
    fc.double({ min: 0.1, max: 0.9, noNaN: true }).map(
      (share): Disguise =>
        (text) =>
          padded(text, mark, share),
    ),
  ),
  fc.constant<Disguise>((text) => text.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))),
  // One star between two digits multiplies them.
  fc.constantFrom('_', '~', '`').map(
    (sign): Disguise =>
      (text) =>
        lettersOf(text).join(sign),
  ),
  fc.constant<Disguise>((text) => text.replaceAll(/[-.@]/g, '\\$&')),
  fc.constant<Disguise>((text) => text.toUpperCase()),
  fc.constant<Disguise>((text) => text.normalize('NFD')),
);

/** With their marks, also where padding stands before these: one that follows a sign would be on the sign. */
function lettersOf(text: string): readonly string[] {
  return text.match(/[^\p{M}\p{C}][\p{M}\p{C}]*/gu) ?? [];
}

/** Comes last: nothing may stand within the name of a command. */
const formula: fc.Arbitrary<Disguise> = fc.tuple(fc.constantFrom('', ...signs), fc.double({ min: 0.1, max: 0.9, noNaN: true })).map(
  ([sign, share]): Disguise =>
    (text) =>
      paddedBehindMarks(text, sign, share),
);

function padded(text: string, mark: string, share: number): string {
  const letters = Array.from(text);
  return letters.toSpliced(Math.max(1, Math.floor(letters.length * share)), 0, mark.repeat(3)).join('');
}

/** A bracket that closes right before an at sign is code. */
function paddedBehindMarks(text: string, sign: string, share: number): string {
  const letters = lettersOf(text);
  const place = Math.max(1, Math.floor(letters.length * share));
  return letters.toSpliced(sign === '}' && letters[place]?.startsWith('@') === true ? place + 1 : place, 0, sign.repeat(3)).join('');
}

const screen = compiled([lawRule, privacyRule]);
const secrets = [
  'forbidden phrase',
  'keelatud sõna',
  'запретное слово',
  'code-1234',
  'mari@example.com',
  '37605030299',
  'EE382200221020145685',
];

describe('another spelling of the same content is the same content, in any chunks (R12)', () => {
  test('it is left out as often, nothing of it is delivered, and the edits undo to what was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets),
        fc.tuple(fc.array(disguise, { maxLength: 2 }), formula),
        cutting,
        (secret, [disguises, last], cut) => {
          const written = [...disguises, last].reduce((text, change) => change(text), secret);
          const text = `See 今天 ${written} 🇪🇪 here.`;
          const { segments, disclosures } = run(screen, cut(text));
          const plain = run(screen, [`See 今天 ${secret} 🇪🇪 here.`]);
          expect(disclosures).toEqual(plain.disclosures);
          expect(delivered(segments)).toBe(delivered(plain.segments));
          expect(
            invert(
              delivered(segments),
              segments.flatMap((segment) => (segment.kind === 'edit' ? [segment.edit] : [])),
            ),
          ).toBe(text);
        },
      ),
      { numRuns: propertyRuns(10_000) },
    );
  });
});
