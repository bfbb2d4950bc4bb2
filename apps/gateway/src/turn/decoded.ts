import { withoutEscapes } from './json-token.ts';

/** Deeper disguises are no accident of programs that wrap each other. */
const deepestDisguise = 4;

/** A text as it is, and as programs read it that undo JSON escapes, percent-encoding and character references: one after another, until nothing changes. */
export function readings(text: string): readonly string[] {
  const read = [text];
  for (let depth = 0; depth < deepestDisguise; depth++) {
    const before = read.at(-1) ?? '';
    const after = decodedOnce(before);
    if (after === before) break;
    read.push(after);
  }
  return read;
}

function decodedOnce(text: string): string {
  return withoutReferences(withoutPercents(withoutEscapes(text)));
}

function withoutPercents(text: string): string {
  return text.includes('%') ? text.replace(/(?:%[0-9a-f]{2})+/giu, decodedPercents) : text;
}

function decodedPercents(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // Not UTF-8, so no reader makes letters of it.
    return encoded;
  }
}

const named: Readonly<Record<string, string>> = { commat: '@', period: '.', plus: '+', hyphen: '-', nbsp: ' ' };

function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&#(?:x[0-9a-f]{1,6}|\d{1,7});/giu, (reference) => {
      const code = Number(`0${reference.slice(2, -1)}`.replace(/^0(?=\d)/u, ''));
      return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
    })
    .replace(/&[a-z]{4,6};/giu, (reference) => named[reference.slice(1, -1).toLowerCase()] ?? reference);
}
