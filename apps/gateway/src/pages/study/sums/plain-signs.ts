const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Signs that people use for one and the same thing. */
const sameSigns: readonly (readonly [written: RegExp, sign: string])[] = [
  [/[−–‒]/gu, '-'],
  [/[×∙·⋅•✕✖]/gu, '*'],
  [/[÷∶]/gu, ':'],
  [/[⁄∕]/gu, '/'],
  [/٪/gu, '%'],
  [/،/gu, ','],
  [/[[{]/gu, '('],
  [/[\]}]/gu, ')'],
  [/[’ʼ]/gu, "'"],
  [/(?<!\p{L})[ХхX](?!\p{L})/gu, 'x'],
];

/**
 * Text with one sign for each thing: digits of any script become European ones, `²` becomes `^2`, `½` becomes `1/2`. Null where a sign that holds a number is left that
 * would be read as another one, as a small number below the line.
 */
export function plainSigns(text: string): string | null {
  const raised = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu, (written) => `^${Array.from(written, (each) => superscripts.indexOf(each)).join('')}`)
    .replace(
      /(\p{Nd}?)([¼-¾⅐-⅞↉])/gu,
      (_all, before: string, part: string) => `${before === '' ? '' : `${before} `}${part.normalize('NFKC')}`,
    );
  if (/\p{No}|\p{Nl}|[\u{F0000}-\u{FFFFD}]/u.test(raised)) return null;
  const folded = raised.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => `${digitValue(digit)}`);
  return sameSigns.reduce((plain, [written, sign]) => plain.replace(written, sign), folded).replace(/[^\S\n]+/gu, ' ');
}

const digit = /\p{Nd}/u;

/** Unicode lays decimal digits out in runs of ten that begin with zero. */
function digitValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let start = code;
  while (digit.test(String.fromCodePoint(start - 1))) start--;
  return (code - start) % 10;
}
