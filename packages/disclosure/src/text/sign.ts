/**
 * Signs by which Markdown and formulas set words off, and which are not shown: `mari\@example.com`, `**free** spins` and `$494{0313}$` are what they are shown as.
 * What is looked for goes on behind them, unless the sign itself is looked for.
 */
export const escape = 0x5c;
export const signs: ReadonlySet<number> = new Set(Array.from('*_~`{}[]$\\', (sign) => sign.charCodeAt(0)));

/** Brackets in which an at sign or a dot of an address is spelled out. */
const spelledOut = /[[{]( ?(?:at|dot) ?)[\]}]/giu;

/** A text without signs, commands and the space of formulas, but with the low line, which addresses have too. */
export function withoutSigns(text: string): string {
  return text.replace(spelledOut, '($1)').replace(/\\(?:[\p{L}\p{M}]+|[,;:!])|[*~`\\{}[\]$]/gu, '');
}

export function hasSign(symbols: readonly number[]): boolean {
  return symbols.some((symbol) => signs.has(symbol));
}
