import { type Atoms } from './atoms.ts';

/** A fence as it opens: three or more backticks or tildes, and what stands behind them. */
export interface Fence {
  readonly sign: string;
  readonly length: number;
  /** Spaces in front of it; as many are taken from each line. */
  readonly indent: number;
  readonly label: string;
}

/** Null when the line is none; then it is text. */
export function readFence(line: string, indent: number): Fence | null {
  const { ticks, tildes, label = '' } = /^(?:(?<ticks>`{3,})(?=[^`]*$)|(?<tildes>~{3,}))(?<label>.*)$/su.exec(line)?.groups ?? {};
  const signs = ticks ?? tildes;
  return signs === undefined ? null : { sign: signs.charAt(0), length: signs.length, indent, label: label.trim() };
}

/** Whether the line may still become the end of the fence, is it, or is code. */
export function meetsFence(line: string, { sign, length }: Fence): 'maybe' | 'end' | 'code' {
  const { signs = '', rest = '' } = /^(?<signs>(?<one>[`~])\k<one>*)(?<rest>[ \t]*)$/u.exec(line)?.groups ?? {};
  if (!signs.startsWith(sign) || (rest !== '' && signs.length < length) || line.length > 200) return 'code';
  return signs.length < length ? 'maybe' : 'end';
}

/** The label stands where a reader meets it first; colours would say no more than the words do. */
export function codeStart(label: string, atoms: Atoms): string {
  const caption = label === '' ? '' : `<figcaption>${atoms.literal(label)}</figcaption>`;
  return `<figure class="code" dir="ltr">${caption}<pre><code>`;
}

export const codeEnd = '</code></pre></figure>';
