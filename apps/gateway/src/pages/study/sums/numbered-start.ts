import { numberWords } from './sum-words.ts';

/** A text that begins with something that may be its number in a list: "Task 3: 7 + 8", "3) 7 + 8", "a. 7 + 8". */
interface NumberedStart {
  readonly rest: string;
  /** Hardly anybody would take the number for a part of the sum. */
  readonly isSure: boolean;
}

const letter = '[a-hа-еأابجده]';
const numbered = new RegExp(`^(?<open>\\(?)(?<id>[1-9]\\d{0,2}(?:\\.\\d{1,2})*${letter}?|${letter})(?![\\p{L}\\p{M}\\d])`, 'u');
const numberedInPart = /^[1-9]\d{0,2}(?=[.,]\d)/u;
const signsBehind = /^(?<before> ?)(?<signs>[;,/*]|\)?[.:°]?-?)(?<after> ?)(?<rest>[^ ].*)$/su;

/** Reads plain signs; null where no number stands before something else. */
export function numberedStart(text: string, nouns: readonly string[]): NumberedStart | null {
  const inner = withoutNoun(text, nouns);
  const label = labelAt(inner, inner !== text);
  if (label === null) return null;
  const { before = '', signs = '', after = '', rest = '' } = signsBehind.exec(label.behind)?.groups ?? {};
  const trust = trustIn(label, { signs, isAfterBlank: before !== '', isBeforeBlank: after !== '', rest });
  if (rest === '' || trust === 'none') return null;
  // A dash that touches what follows may be its sign.
  return { rest: signs.endsWith('-') && after === '' ? `- ${rest}` : rest, isSure: trust === 'sure' };
}

interface Label {
  readonly behind: string;
  readonly kind: 'named' | 'open' | 'number' | 'letter';
}

function labelAt(text: string, isNamed: boolean): Label | null {
  const [all, open, id = ''] = numbered.exec(text) ?? [];
  const behind = all === undefined ? '' : text.slice(all.length);
  if (isNamed && !/^ ?[).:;,°/*-]|^ [\d(x?_]/u.test(behind)) {
    // "Task 2.5 + 1" has the number 2, or none.
    const [first] = numberedInPart.exec(text) ?? [];
    return first === undefined ? null : { behind: text.slice(first.length), kind: 'named' };
  }
  if (all === undefined) return null;
  return { behind, kind: isNamed ? 'named' : open === '(' ? 'open' : /^\d/.test(id) ? 'number' : 'letter' };
}

interface Behind {
  readonly signs: string;
  readonly isAfterBlank: boolean;
  readonly isBeforeBlank: boolean;
  readonly rest: string;
}

type Trust = 'sure' | 'unsure' | 'none';

function trustIn({ kind }: Label, behind: Behind): Trust {
  switch (kind) {
    case 'named':
      return behindNamed(behind);
    case 'open':
      // "(3) x" may be a product.
      return behind.signs.startsWith(')') && behind.isBeforeBlank && /^\d/.test(behind.rest) ? 'sure' : 'none';
    case 'number':
      return behindNumber(behind);
    case 'letter':
      return /[)°]/.test(behind.signs) || (/^[.:]/.test(behind.signs) && behind.isBeforeBlank && !behind.isAfterBlank) ? 'sure' : 'none';
  }
}

/** Behind "Task 3". */
function behindNamed({ signs, isAfterBlank, isBeforeBlank, rest }: Behind): Trust {
  if (signs === '') return (isAfterBlank || isBeforeBlank) && /^[\d(x?_]/u.test(rest) ? 'unsure' : 'none';
  if (/[)°]/.test(signs)) return 'sure';
  if (/[/*]/.test(signs)) return isBeforeBlank ? 'unsure' : 'none';
  return isBeforeBlank ? 'sure' : 'unsure';
}

/** Behind "3" alone. */
function behindNumber({ signs, isAfterBlank, isBeforeBlank }: Behind): Trust {
  if (/[)°]/.test(signs)) return 'sure';
  if (!isBeforeBlank) return 'none';
  if (isAfterBlank) return /^[-:]$/.test(signs) ? 'unsure' : 'none';
  if (signs.startsWith('.')) return 'sure';
  return /^(?::-?|[-/])$/.test(signs) ? 'unsure' : 'none';
}

const escaped = (words: readonly string[]): string => words.map((word) => word.replaceAll(/[.*+?^$()]/gu, '\\$&')).join('|');
const numberWord = new RegExp(`^(?:${escaped(numberWords)})(?![\\p{L}\\p{M}])[.°]* ?`, 'u');

/** Of "Answer exercise no. 3" only the number is left. */
function withoutNoun(text: string, nouns: readonly string[]): string {
  const noun = nouns.find((each) => text.startsWith(each) && !/^[\p{L}\p{M}]/u.test(text.slice(each.length)));
  if (noun === undefined) return text.replace(numberWord, '');
  return withoutNoun(text.slice(noun.length).replace(/^\.? ?/u, ''), nouns);
}
