/** How parts of a report look. Each takes a text and gives it back, coloured or plain. */
export interface Palette {
  readonly file: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly good: (text: string) => string;
  readonly faint: (text: string) => string;
}

const same = (text: string): string => text;

export const plain: Palette = { file: same, error: same, warning: same, good: same, faint: same };

const sgr = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;

export const coloured: Palette = { file: sgr(4, 24), error: sgr(31, 39), warning: sgr(33, 39), good: sgr(32, 39), faint: sgr(2, 22) };

/** Colours only where somebody looks at them, and not where NO_COLOR asks for none (no-color.org). */
export function paletteFor(stream: { readonly isTTY?: boolean }, environment: Readonly<Record<string, string | undefined>>): Palette {
  const isUnwanted = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  return stream.isTTY === true && !isUnwanted ? coloured : plain;
}
