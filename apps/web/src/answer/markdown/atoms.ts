import { escapeHtml } from '../escape-html.ts';

/** Something that is no text of its own, such as a marker, a formula or a citation, and stands among the text as one private character. */
export interface Atom {
  readonly html: string;
  /** What the model wrote for it; null for a marker, which the model did not write. */
  readonly source: string | null;
  /** It is a link or holds one, so it cannot stand inside another. */
  readonly isLink: boolean;
}

export interface Atoms {
  /** The character that stands for the atom. It is good until 6400 others were asked for, which is more than is ever held back at once. */
  put(atom: Atom): string;
  /** Gives private characters of the model's an atom that shows only themselves, so that none can stand for anything else. */
  admit(text: string): string;
  /** Those that stand in a text, in order. */
  in(text: string): readonly Atom[];
  /** Text in HTML. */
  html(text: string): string;
  /** Text in HTML where nothing but markers means more than its characters. */
  literal(text: string): string;
  /** The characters that the model wrote. */
  source(text: string): string;
}

const first = 0xe000;
const count = 0xf8ff - first + 1;
const privateCharacter = /[\uE000-\uF8FF]/g;

export function createAtoms(): Atoms {
  const known: Atom[] = [];
  let next = 0;
  const put = (atom: Atom): string => {
    const place = next;
    known[place] = atom;
    next = (place + 1) % count;
    return String.fromCharCode(first + place);
  };
  const of = (character: string): Atom => known[character.charCodeAt(0) - first] ?? unknown;
  return {
    put,
    admit: (text) => text.replace(privateCharacter, (character) => put({ html: character, source: character, isLink: false })),
    in: (text) => (text.match(privateCharacter) ?? []).map(of),
    html: (text) => escapeHtml(text).replace(privateCharacter, (character) => of(character).html),
    literal: (text) => escapeHtml(text).replace(privateCharacter, (character) => literally(of(character))),
    source: (text) => text.replace(privateCharacter, (character) => of(character).source ?? ''),
  };
}

const unknown: Atom = { html: '\u{FFFD}', source: '\u{FFFD}', isLink: false };

function literally({ html, source }: Atom): string {
  return source === null ? html : escapeHtml(source);
}
