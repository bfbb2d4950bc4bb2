import { parsePattern, type PatternNode } from '@parlance/disclosure';
import { gapOf, isGap, repeatedGap } from './gap.ts';

/** Texts that all patterns of a rule may stand for together. What is beyond nobody reads, and it bounds what a check of a rule costs. */
export const mostTexts = 2000;
/** A class of more symbols is a place for any of them, like `\w`: it is shown as a gap. */
const widestClass = 12;

const anyDigit = '0';

/**
 * Every text that a pattern can match, in small letters: classes, alternatives and what may be there or not written out. Null where
 * there are more than `mostTexts`; none where the pattern is refused anyhow.
 */
export function patternTexts(pattern: string): readonly string[] | null {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return [];
  const texts = textsOf(parsed.node);
  return texts === null ? null : [...texts];
}

type Texts = ReadonlySet<string> | null;

function textsOf(node: PatternNode): Texts {
  switch (node.kind) {
    case 'set':
      return symbolsOf(node);
    case 'sequence':
      return node.parts.reduce<Texts>((texts, part) => joined(texts, textsOf(part)), new Set(['']));
    case 'either':
      return node.parts.map(textsOf).reduce(united, new Set());
    case 'repeat':
      return repeated(node);
  }
}

function symbolsOf({ set }: Extract<PatternNode, { kind: 'set' }>): Texts {
  const isWide = set.letters || set.symbols.size > widestClass;
  const named = isWide ? [gapOf({ least: 1, most: 1 })] : Array.from(set.symbols, (symbol) => String.fromCodePoint(symbol));
  return new Set(set.digits && !isWide ? [...named, anyDigit] : named);
}

/** Many gaps are one that is wider, and a digit is the same text however often it is repeated. */
function repeated({ part, least, most }: Extract<PatternNode, { kind: 'repeat' }>): Texts {
  const once = textsOf(part);
  const isFiller = once !== null && [...once].every((text) => isGap(text) || text === anyDigit);
  if (isFiller) return new Set([...(least === 0 ? [''] : []), ...Array.from(once, (text) => repeatedGap(text, { least, most }))]);
  let texts: Texts = new Set(least === 0 ? [''] : []);
  let power: Texts = new Set(['']);
  for (let count = 1; count <= most && texts !== null; count++) {
    power = joined(power, once);
    if (count >= least) texts = united(texts, power);
    else if (power === null) return null;
  }
  return texts;
}

function joined(left: Texts, right: Texts): Texts {
  if (left === null || right === null || left.size * right.size > mostTexts) return null;
  return new Set([...left].flatMap((before) => Array.from(right, (after) => before + after)));
}

function united(left: Texts, right: Texts): Texts {
  if (left === null || right === null || left.size + right.size > mostTexts) return null;
  return new Set([...left, ...right]);
}
