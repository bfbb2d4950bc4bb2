import { type Atom, type Atoms } from './atoms.ts';
import { type Mathematics } from './mathematics.ts';
import { type MathKind } from './opaque-span.ts';

/** A formula as it stands in the text, with its signs. */
export interface WrittenFormula {
  readonly kind: MathKind;
  readonly text: string;
}

/** MathML, or the source where there can be none: what does not parse, what is too much, and what a marker stands in. */
export function formula({ kind, text }: WrittenFormula, atoms: Atoms, mathematics: Mathematics): Atom {
  const inside = atoms.in(text);
  const source = atoms.source(text);
  const tex = source.slice(kind.length, -kind.length);
  const isMarked = inside.some((atom) => atom.source === null);
  const isDisplay = kind === '$$' || kind === '\\[';
  const markup = isMarked ? null : mathematics.write(tex, isDisplay);
  // A formula on lines of its own scrolls where it is too wide, also with the keyboard.
  if (markup !== null) return { html: isDisplay ? `<span class="formula" tabindex="0">${markup}</span>` : markup, source, isLink: false };
  // A marker in it has no source of the model's, so the formula is written where it stands.
  return {
    html: `<code dir="ltr">${atoms.literal(text)}</code>`,
    source: isMarked ? null : source,
    isLink: inside.some(({ isLink }) => isLink),
  };
}
