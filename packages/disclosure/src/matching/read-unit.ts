import { isHighSurrogate, isLowSurrogate } from '@parlance/core';
import { flagBits, fold } from '../text/fold.ts';
import { notYetRead, surrogate } from './alphabet.ts';
import { type Cursor, readSymbol } from './cursor.ts';

/** Reads what stands at `index` of a chunk, the chunk's first unit being the channel's unit `offset`; returns how many units it is: two for a pair of surrogates. */
export function readUnit(cursor: Cursor, chunk: string, { index, offset }: { readonly index: number; readonly offset: number }): number {
  const unit = chunk.charCodeAt(index);
  const kind = kindOf(cursor, unit);
  if (kind === surrogate) return readSurrogates(cursor, { unit, next: chunk.charCodeAt(index + 1) }, offset + index);
  const codes = cursor.alphabet.codes[kind] ?? [];
  for (let place = 0; place < codes.length; place++) readSymbol(cursor, codes[place] ?? 0, offset + index);
  return 1;
}

/** What a unit is in the alphabet. */
export function kindOf({ alphabet }: Cursor, unit: number): number {
  const kind = alphabet.kinds[unit] ?? surrogate;
  return kind === notYetRead ? alphabet.learn(unit) : kind;
}

/** Reads a surrogate, and the unit behind it when the two are a pair; returns how many units they are. */
export function readSurrogates(cursor: Cursor, { unit, next }: { readonly unit: number; readonly next: number }, start: number): number {
  const isPair = isHighSurrogate(unit) && isLowSurrogate(next);
  const length = isPair ? 2 : 1;
  const { symbols, flags } = fold(isPair ? (unit - 0xd800) * 0x400 + (next - 0xdc00) + 0x10000 : unit);
  for (let index = 0; index < symbols.length; index++) {
    readSymbol(cursor, (cursor.alphabet.classOf(symbols[index] ?? 0) << flagBits) | (flags[index] ?? 0), start);
    // The symbol was read as one unit wide, if it was read at all.
    if (cursor.end === start + 1) cursor.end = start + length;
  }
  return length;
}
