import { type FlipPlace } from '../interface/receipts/receipt-text.ts';
import { type Evidence } from './evidence.ts';

export interface Flipped {
  readonly evidence: Evidence;
  /** The character that stood there, and the one that stands there now. */
  readonly before: string;
  readonly after: string;
}

interface Target {
  /** Members that lead to a text of the receipt. */
  readonly path: readonly string[];
  /** Its first group is what is changed, in the middle. */
  readonly part: RegExp;
}

/** Bytes of a receipt whose change leaves a receipt that can still be read, so that the check that guards them has to notice. */
const targets: Readonly<Record<Exclude<FlipPlace, 'delivered'>, readonly Target[]>> = {
  promise: [{ path: ['promise', 'note'], part: /\n\n— \S+ (\S+)/ }],
  record: [{ path: ['record', 'commitments', 'request'], part: /^(.+)$/ }],
  leaf: [
    { path: ['proved', 'period'], part: /^(.+)$/ },
    { path: ['proved', 'tally', 'root'], part: /^(.+)$/ },
  ],
  // The way to the root of the log; in a log of one leaf there is none.
  path: [{ path: ['proved', 'proof'], part: /\nindex \d+\n([^\n]+)\n/ }],
  // Third line of the checkpoint: its root.
  checkpoint: [{ path: ['proved', 'proof'], part: /\n\n[^\n]+\n\d+\n([^\n]+)\n/ }],
};

/** The evidence with one character changed, or null when it has no such place. */
export function flip(place: FlipPlace, evidence: Evidence): Flipped | null {
  if (place === 'delivered') return flipDelivered(evidence);
  for (const { path, part } of targets[place]) {
    const found = textAt(parse(evidence.receipt), path);
    const changed = found === null ? null : changeMiddle(found, part);
    if (changed !== null) {
      const receipt = JSON.stringify(withTextAt(parse(evidence.receipt), path, changed.text));
      return { evidence: { ...evidence, receipt }, before: changed.before, after: changed.after };
    }
  }
  return null;
}

function flipDelivered(evidence: Evidence): Flipped | null {
  const { nonce, delivered } = evidence;
  const place = delivered?.findIndex(({ text }) => text !== '') ?? -1;
  const said = delivered?.[place];
  const changed = said === undefined || nonce === null ? null : changeMiddle(said.text, /^([^]+)$/);
  if (delivered === null || said === undefined || changed === null) return null;
  const changedTexts = delivered.map((each) => (each === said ? { ...each, text: changed.text } : each));
  return { evidence: { ...evidence, delivered: changedTexts }, before: changed.before, after: changed.after };
}

interface Changed {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

function changeMiddle(text: string, part: RegExp): Changed | null {
  const match = part.exec(text);
  const found = match?.[1];
  if (match === null || found === undefined) return null;
  const start = match.index + match[0].indexOf(found);
  const characters = Array.from(found);
  const middle = characters.length >> 1;
  const before = characters[middle] ?? '';
  // Both are letters of base64, which most of these texts are.
  const after = before === 'A' ? 'B' : 'A';
  const changed = characters.map((character, place) => (place === middle ? after : character)).join('');
  return { text: text.slice(0, start) + changed + text.slice(start + found.length), before, after };
}

function textAt(value: unknown, path: readonly string[]): string | null {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === 'string' ? value : null;
  return isMap(value) ? textAt(value[name], rest) : null;
}

function withTextAt(value: unknown, path: readonly string[], text: string): unknown {
  const [name, ...rest] = path;
  if (name === undefined || !isMap(value)) return text;
  return { ...value, [name]: withTextAt(value[name], rest, text) };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
