/** Where a pattern takes any letter. It is no letter itself, so that a word beside it is read as a word. */
const sign = '·';
/** Private characters behind the sign say how many letters the gap takes: no pattern is longer than these ranges are wide. */
const [leastFrom, mostFrom] = [0xe000, 0xe200];
const widest = 0x1ff;
const counts = /[\ue000-\ue3ff]/gu;

/** How many letters a gap takes. */
export interface GapSize {
  readonly least: number;
  readonly most: number;
}

export function gapOf({ least, most }: GapSize): string {
  return sign + String.fromCodePoint(leastFrom + Math.min(least, widest), mostFrom + Math.min(most, widest));
}

export function isGap(text: string): boolean {
  return text.startsWith(sign) && text.length === sign.length + 2;
}

export function hasGap(text: string): boolean {
  return text.includes(sign);
}

/** As people are shown it. */
export function withPlainGaps(text: string): string {
  return text.replace(counts, '');
}

/** Letters of a word and its gaps, in turn; gaps without a letter between them are one. */
export function partsOf(word: string): readonly (string | GapSize)[] {
  return word.split(/((?:·[\ue000-\ue1ff][\ue200-\ue3ff])+)/u).map((part, index) => (index % 2 === 0 ? part : sizeOf(part)));
}

function sizeOf(gaps: string): GapSize {
  const codes = Array.from(gaps, (character) => character.codePointAt(0) ?? 0);
  const sum = (from: number): number => codes.reduce((all, code) => (code >= from && code <= from + widest ? all + code - from : all), 0);
  return { least: sum(leastFrom), most: sum(mostFrom) };
}

/** One gap for a gap that is repeated. */
export function repeatedGap(text: string, { least, most }: GapSize): string {
  const [, size] = partsOf(text);
  return typeof size === 'object' ? gapOf({ least: Math.max(size.least * least, 1), most: size.most * most }) : text;
}
