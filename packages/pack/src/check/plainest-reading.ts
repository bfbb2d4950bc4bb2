/**
 * One reading of a pattern with its great and small letters: of a class its first character, of brackets all alternatives with spaces between them, and what may
 * be there is there.
 */
export function plainestReading(pattern: string): string {
  return pattern
    .replace(/\\p\{L\}|\\[dw]/g, ' ')
    .replace(/\\s/g, ' ')
    .replace(/\[\\?([^\]])[^\]]*\]/g, '$1')
    .replace(/\{\d+(?:,\d+)?\}|\?/g, '')
    .replace(/[\\()|]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
