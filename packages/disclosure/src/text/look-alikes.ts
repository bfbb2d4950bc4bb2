import { type PatternNode, type SymbolSet } from '../matching/pattern.ts';
import { foldText } from './fold.ts';

/**
 * Letters of Latin, Cyrillic, Greek, Armenian and Cherokee that look alike, small or capital, in common fonts: what the skeletons of Unicode's UTS #39 bring together among
 * single letters. Written by hand, with no data of Unicode's. A letter may stand in several rows; one stands for another where they share a row.
 */
const rows = [
  ...['aаαɑ', 'bвβь', 'cсϲⅽ', 'dԁɗ', 'eеєε', 'fғϝ', 'gɡԍց', 'hһнηհ', 'iіιı', 'jјյϳ', 'kкκ', 'lӏⅼ', 'mмμ', 'nпηո', 'oоοօσ'],
  ...['pрρ', 'qԛզ', 'rгᴦ', 'sѕꜱ', 'tтτ', 'uυսц', 'vѵνᴠ', 'wԝաω', 'xхχ', 'yуүγυ', 'zᴢζ', 'zȥ', 'nи', 'yч', 'iӏlⅼ', 'gգ', 'sտ'],
  // Cyrillic, Greek and Cherokee among themselves: what has no Latin letter between, or not in both cases.
  ...[
    'гγ',
    'пπ',
    'фφ',
    'лλ',
    'еɛ',
    'зɜ',
    'дᎠ',
    'aᎪ',
    'bᏴ',
    'cᏟ',
    'dᎠ',
    'eᎬ',
    'gᏀ',
    'hᎻ',
    'jᎫ',
    'kᏦ',
    'lᏞ',
    'mᎷ',
    'pᏢ',
    'sᏚ',
    'tᎢ',
    'vᏙ',
    'wᎳ',
    'zᏃ',
  ],
];

const alike: ReadonlyMap<number, ReadonlySet<number>> = lookAlikes();

function lookAlikes(): ReadonlyMap<number, ReadonlySet<number>> {
  const known = new Map<number, Set<number>>();
  for (const row of rows.map(foldText)) for (const letter of row) known.set(letter, new Set([...(known.get(letter) ?? [letter]), ...row]));
  return known;
}

/** A folded letter and those for which it may be taken. */
export function lookAlikesOf(symbol: number): readonly number[] {
  return [...(alike.get(symbol) ?? [symbol])];
}

/** The same pattern with every letter that it names in all its looks. */
export function inAllLooks(node: PatternNode): PatternNode {
  switch (node.kind) {
    case 'set':
      return { ...node, set: allLooks(node.set) };
    case 'sequence':
    case 'either':
      return { ...node, parts: node.parts.map(inAllLooks) };
    case 'repeat':
      return { ...node, part: inAllLooks(node.part) };
  }
}

function allLooks(set: SymbolSet): SymbolSet {
  return { ...set, symbols: new Set([...set.symbols].flatMap(lookAlikesOf)) };
}
