import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldText, JOINED, MARK, LETTER, SPACE, UNSPACED, WORD } from '../text/fold.ts';
import { signs } from '../text/sign.ts';
import { createAlphabet } from './alphabet.ts';
import { createAutomaton } from './automaton.ts';
import { parsePattern, type PatternNode } from './pattern.ts';
import { type Hit } from './hit.ts';
import { type Limits, usualLimits } from './learned.ts';
import { finishScan, freshScan, scan, type Table } from './scanner.ts';
import { sizeOf } from './situations.ts';

function tableOf(terms: readonly string[], patterns: readonly string[] = [], limits: Limits = usualLimits): Table {
  const folded = terms.map(foldText);
  const nodes = patterns.map((pattern): PatternNode => {
    const parsed = parsePattern(pattern);
    if (!parsed.ok) throw new Error(parsed.expected);
    return parsed.node;
  });
  const alphabet = createAlphabet([...folded.flat(), ...foldText(patterns.join(''))]);
  const entries = [...folded.map((term) => ({ terms: [term], patterns: [] })), ...nodes.map((node) => ({ terms: [], patterns: [node] }))];
  return { alphabet, automaton: createAutomaton(entries, alphabet, limits) };
}

function hitsOf(table: Table, chunks: readonly string[]): readonly string[] {
  const hits: Hit[] = [];
  let state = freshScan;
  for (const chunk of chunks) {
    const [next, found] = scan(table, state, chunk);
    state = next;
    hits.push(...found);
  }
  hits.push(...finishScan(table, state).hits);
  return hits.map(({ entry, start, end }) => `${entry}:${start}-${end}`).sort();
}

interface Seen {
  readonly symbol: number;
  readonly flags: number;
  readonly start: number;
  readonly end: number;
}

/** Whole-word search with no automaton: fold the text, then try every term at every place. */
function naiveHits(terms: readonly string[], text: string): readonly string[] {
  const seen = seenIn(text);
  const hits = new Set<string>();
  for (const [entry, term] of terms.map(foldText).entries()) {
    for (let place = 0; place < seen.length; place++) {
      const behind = endOf(term, seen, place);
      if (behind === null || !isBoundary(seen, place) || !isBoundary(seen, behind)) continue;
      hits.add(`${entry}:${seen[place]?.start ?? 0}-${seen[behind - 1]?.end ?? 0}`);
    }
  }
  return [...hits].sort();
}

/** Where a term that begins at a place ends; signs that are not in it are read over. */
function endOf(term: readonly number[], seen: readonly Seen[], place: number): number | null {
  let at = place;
  for (const [index, symbol] of term.entries()) {
    while (index > 0 && seen[at]?.symbol !== symbol && signs.has(seen[at]?.symbol ?? 0)) at++;
    if (seen[at]?.symbol !== symbol) return null;
    at++;
  }
  return at;
}

function seenIn(text: string): readonly Seen[] {
  const seen: Seen[] = [];
  let at = 0;
  for (const character of text) {
    const { symbols, flags } = fold(character.codePointAt(0) ?? 0);
    for (const [index, symbol] of symbols.entries()) {
      const last = seen.at(-1);
      const now = flags[index] ?? 0;
      const isStray = (now & MARK) !== 0 && ((last?.flags ?? 0) & LETTER) === 0;
      if (isStray || (symbol === SPACE && last?.symbol === SPACE)) continue;
      seen.push({ symbol, flags: now, start: at, end: at + character.length });
    }
    at += character.length;
  }
  return seen;
}

function isBoundary(seen: readonly Seen[], place: number): boolean {
  const before = seen[place - 1]?.flags ?? 0;
  const after = seen[place]?.flags ?? 0;
  if ((after & (MARK | JOINED)) !== 0) return false;
  return (before & after & WORD) === 0 || ((before | after) & UNSPACED) !== 0;
}

const piece = fc.constantFrom(
  ...['a', 'b', 'A', 'ab', 'õ', 'o\u0303', '\u0301', '字', '語', 'ก', 'ิ', 'б', '1', '١', '-', '.', '#', '_', '*', '😀', '\ud83d', '\ude00'],
  ...[' ', '  ', '\n', '\u200b', '\ufeff', 'ﬁ', 'ß', '\u20e3', 'ﷺ', '½', 'ع'],
);
const words = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('').trim())
  .filter((term) => foldText(term).length > 0 && foldText(term)[0] !== SPACE && foldText(term).at(-1) !== SPACE);

const hardlyAnything: Limits = { places: 30, steps: 6, units: 8 };

describe('the scanner against a search without an automaton', () => {
  test('finds the same whole words at the same places, in any chunks', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(words, { maxLength: 8 }),
        fc.array(piece, { maxLength: 30 }),
        fc.array(fc.nat(30), { maxLength: 4 }),
        (terms, pieces, cuts) => {
          const text = pieces.join('');
          const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length].sort((left, right) => left - right);
          const chunks = places.slice(1).map((place, index) => text.slice(places[index], place));
          const expected = naiveHits(terms, text);
          const table = tableOf(terms);
          expect([...new Set(hitsOf(table, [text]))]).toEqual(expected);
          expect([...new Set(hitsOf(table, chunks))]).toEqual(expected);
          expect([...new Set(hitsOf(table, text.split('')))]).toEqual(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('finds the same when it may learn hardly anything, and forgets it at once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(words, { maxLength: 8 }), fc.array(piece, { maxLength: 30 }), (terms, pieces) => {
        const table = tableOf(terms, [], hardlyAnything);
        const text = pieces.join('');
        const expected = naiveHits(terms, text);
        expect([...new Set(hitsOf(table, text.split('')))]).toEqual(expected);
        expect([...new Set(hitsOf(table, pieces))]).toEqual(expected);
        expect([...new Set(hitsOf(table, [text]))]).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('agrees with V8 on patterns over plain words', () => {
    const pattern = '(a|bc){1,3}\\d?';
    const table = tableOf([], [pattern]);
    const forgetful = tableOf([], [pattern], hardlyAnything);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', '1', ' '), { maxLength: 16 }), (letters) => {
        const text = letters.join('');
        const expected = [...text.matchAll(/\S+/g)]
          .filter((found) => new RegExp(`^(?:${pattern})$`).test(found[0]))
          .map((found) => `0:${found.index}-${found.index + found[0].length}`);
        expect(hitsOf(table, [text])).toEqual(expected.sort());
        expect(hitsOf(forgetful, letters)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('memory', () => {
  test('text in which everything is new fills what may be learned and no more', () => {
    const limits = { places: 3000, steps: 500, units: 10_000 };
    const table = tableOf([], ['[0-9a-f ]{0,40}x'], limits);
    const before = table.automaton.learned();
    let state = freshScan;
    for (let round = 0; round < 60; round++) {
      const digits = Array.from({ length: 200 }, (_, place) =>
        (Math.imul(place + 200 * round, 2_654_435_761) >>> 11) % 23 < 4 ? ' ' : 'a',
      );
      [state] = scan(table, state, digits.join(''));
      const { situations, steps } = table.automaton.learned();
      expect(sizeOf(situations)).toBeLessThan(2 * limits.places);
      expect(steps.used).toBeLessThanOrEqual(limits.steps + 1);
    }
    expect(table.automaton.learned()).not.toBe(before);
  });

  test('a pattern with exponentially many states is forgotten and still right', () => {
    const table = tableOf([], ['[ab ]{0,60}a[ab ]{14}c']);
    let seed = 7;
    const random = (): string => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 16) % 2 === 0 ? 'a ' : 'b ';
    };
    let state = freshScan;
    for (let round = 0; round < 60; round++) {
      [state] = scan(table, state, Array.from({ length: 200 }, random).join(''));
      expect(table.automaton.learned().graph.table.byteLength).toBeLessThan(64_000_000);
    }
    const [, hits] = scan(table, state, 'a a a a a a a ac ');
    expect(hits.length).toBeGreaterThan(0);
  });
});
