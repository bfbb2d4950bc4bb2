import temml from 'temml';
import { putsTogether } from './put-together.ts';

/** Writes formulas of one text. */
export interface Mathematics {
  /** MathML of a formula in TeX; null when it is none, is too long, defines commands, or shows a word that stands in pieces in the TeX. */
  write(tex: string, isDisplay: boolean): string | null;
}

/** A longer formula is shown as it was written; so is any once a text has had this many characters of TeX. */
const longestFormula = 3000;
const mostTex = 60_000;
/** What does not parse takes the longest to find out. */
const costOfFault = 300;
/** MathML is longer than its TeX; what grows beyond this is not sent. */
const longestMarkup = 100_000;

/** Commands that define commands: a formula that needs them is shown as it was written. */
const definition = /\\(?:[gex]?def|newcommand|renewcommand|providecommand|(?:future)?let|DeclareMathOperator|newenvironment)(?![a-zA-Z])/;

export function createMathematics(): Mathematics {
  let left = mostTex;
  return {
    write(tex, isDisplay) {
      left -= tex.length;
      if (left < 0 || tex.length > longestFormula || definition.test(tex)) return null;
      const markup = mathMarkup(tex, isDisplay);
      if (markup === null) left -= costOfFault;
      return markup;
    },
  };
}

function mathMarkup(tex: string, isDisplay: boolean): string | null {
  try {
    const options = {
      displayMode: isDisplay,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      maxSize: [20, 20] satisfies [number, number],
    };
    const markup = temml.renderToString(tex.toWellFormed(), options);
    return markup.length > longestMarkup || putsTogether(tex, markup) ? null : safeMarkup(markup);
  } catch {
    // What does not parse is text, and so is what nests deeper than the stack.
    return null;
  }
}

/** Elements of MathML Core, and the two in which TeX puts text. */
const elements = new Set(
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mstyle mpadded mphantom menclose merror'.split(
    ' ',
  ),
);

/** Attributes that say how a formula looks. Styles are forbidden by the policy of the pages, so the lines they draw become attributes of data. */
const attributes = new Set(
  'display displaystyle scriptlevel mathvariant accent accentunder stretchy symmetric fence separator form largeop movablelimits minsize maxsize lspace rspace width height depth voffset linethickness columnalign rowspacing columnspacing columnlines rowlines rowspan columnspan notation'.split(
    ' ',
  ),
);

const tag = /<(?<slash>\/?)(?<name>[a-z]+)(?<given>(?: [a-z-]+="[^"<>]*")*)\s*>/g;

/** Only what is known passes; null when anything else is in it. */
function safeMarkup(markup: string): string | null {
  const found = Array.from(markup.matchAll(tag), ({ groups }) => groups?.['name'] ?? '');
  if (!found.every((name) => elements.has(name) || name === 'span') || /[<>]/.test(markup.replace(tag, ''))) return null;
  return markup.replace(tag, safeTag);
}

function safeTag(written: string, slash: string, name: string): string {
  // The lines through a formula that is cancelled are drawn by spans; without their styles those are nothing.
  if (name === 'span') return '';
  if (slash === '/') return written;
  return `<${name}${name === 'math' ? ' dir="ltr"' : ''}${knownAttributes(written)}${lines(written)}>`;
}

/** Frames of boxes and lines of arrays. */
function lines(given: string): string {
  const drawn = Array.from(given.matchAll(/border(?:-(?<side>bottom|right|left|top))?:/g), ({ groups }) => groups?.['side'] ?? 'box');
  return drawn.length === 0 ? '' : ` data-lines="${drawn.join(' ')}"`;
}

function knownAttributes(given: string): string {
  return Array.from(given.matchAll(/ (?<name>[a-z-]+)="[^"]*"/g))
    .filter(([whole, name = '']) => attributes.has(name) || / class="tml-(?:left|right)"/.test(whole))
    .map(([whole]) => whole)
    .join('');
}
