import { findMatches } from './find-matches.ts';
import { type Original, type Originals, pseudonymOf } from './pseudonym.ts';
import { type Screen } from './screen.ts';
import { closeBracket, openBracket } from './wording.ts';

/** What was replaced before a request left the jurisdiction. */
export interface Minimised {
  readonly texts: readonly string[];
  /** Lives only as long as the request. */
  readonly originals: Originals;
  /** Number of different values per class. */
  readonly classes: Readonly<Record<string, number>>;
}

/**
 * Replaces identifiers by their class and order of first appearance (`⟦isikukood-1⟧`): the same history gives the same names, with no state and nothing to link
 * two conversations. Brackets that people typed get pseudonyms too, so that none can be mistaken for ours.
 */
export function minimise(screen: Screen, texts: readonly string[]): Minimised {
  const pseudonyms = new Map<string, string>();
  const originals = new Map<string, Original>();
  const classes: Record<string, number> = {};
  const nameOf = (text: string, identifier: string | null): string => {
    const known = pseudonyms.get(text);
    if (known !== undefined) return known;
    const name = identifier === null ? 'brackets' : identifier.slice(identifier.lastIndexOf('.') + 1);
    const count = (classes[name] ?? 0) + 1;
    classes[name] = count;
    const pseudonym = pseudonymOf(name, count);
    pseudonyms.set(text, pseudonym);
    originals.set(pseudonym, { text, identifier });
    return pseudonym;
  };
  const replaced = texts.map((text) => replaceAll(text, nameOf, withoutOverlap([...identifiersIn(screen, text), ...brackets(text)])));
  return { texts: replaced, originals, classes };
}

interface Found {
  /** Null for brackets. */
  readonly identifier: string | null;
  readonly start: number;
  readonly end: number;
}

/** What a rule finds by its words alone is no identifier and stays. */
function identifiersIn(screen: Screen, text: string): readonly Found[] {
  return findMatches(screen, text, { isReply: true }).flatMap(({ identifier, start, end }) =>
    identifier === null ? [] : [{ identifier, start, end }],
  );
}

function brackets(text: string): readonly Found[] {
  if (!text.includes(openBracket) && !text.includes(closeBracket)) return [];
  return [...text.matchAll(/⟦[^⟦⟧]{0,60}⟧|[⟦⟧]/gu)].map((found) => ({
    identifier: null,
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Longest first from the left: a value inside another is part of it, and values that overlap are one. */
function withoutOverlap(matches: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const match of [...matches].sort((left, right) => left.start - right.start || right.end - left.end)) {
    const last = kept.at(-1);
    if (last === undefined || match.start >= last.end) kept.push(match);
    else if (match.end > last.end) kept[kept.length - 1] = { ...last, end: match.end };
  }
  return kept;
}

function replaceAll(text: string, nameOf: (original: string, identifier: string | null) => string, matches: readonly Found[]): string {
  let at = 0;
  let replaced = '';
  for (const match of matches) {
    replaced += text.slice(at, match.start) + nameOf(text.slice(match.start, match.end), match.identifier);
    at = match.end;
  }
  return replaced + text.slice(at);
}
