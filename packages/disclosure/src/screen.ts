import { type Cause } from '@parlance/charter';
import { type Issue } from '@parlance/core';
import { identifiers, type IdentifierId } from './identifiers/index.ts';
import { type Identifier } from './identifiers/identifier.ts';
import { createAlphabet } from './matching/alphabet.ts';
import { createAutomaton, type Entry } from './matching/automaton.ts';
import { parsePattern, type PatternNode } from './matching/pattern.ts';
import { type Table } from './matching/scanner.ts';
import { type AddRule, type Matcher, type OmitRule, type Rule } from './rule.ts';
import { foldText, SPACE } from './text/fold.ts';
import { termSpellings } from './text/mark-order.ts';

/** What an entry of the automaton is for. */
type EntryRole =
  | { readonly kind: 'omit'; readonly rule: OmitRule; readonly rank: number; readonly identifier: Identifier | null }
  | { readonly kind: 'context'; readonly identifier: Identifier }
  | { readonly kind: 'trigger'; readonly rule: AddRule }
  /** A published number or address. No omission reaches across it. */
  | { readonly kind: 'published' };

/** A rule set, compiled once and immutable: one automaton for all terms, patterns and identifiers. */
export interface Screen {
  readonly table: Table;
  readonly roles: readonly EntryRole[];
  readonly additions: readonly AddRule[];
  /** Keys of published numbers and addresses, by identifier: offices and hotlines are never masked (R10). */
  readonly exempt: ReadonlySet<string>;
  /** Nothing but identifiers is looked for. */
  readonly isForIdentifiers: boolean;
}

/** Longest term, in folded symbols. It bounds how much text can ever be held back. */
export const longestTerm = 200;

const causeOrder: readonly Cause[] = ['charter', 'law', 'privacy', 'operator'];

export interface CompileOptions {
  /** Telephone numbers and e-mail addresses as published; never masked, however they are written. */
  readonly exempt?: readonly string[];
}

export type Compiled =
  { readonly screen: Screen; readonly issues: readonly [] } | { readonly screen: null; readonly issues: readonly Issue[] };

/** Compiles rules into a screen. Returns every issue of every rule; a rule set with an issue does not compile. */
export function compile(rules: readonly Rule[], options: CompileOptions = {}): Compiled {
  const builder = createBuilder();
  const ranked = rules.map((rule, index) => ({ rule, rank: causeOrder.indexOf(rule.cause) * rules.length + index }));
  ranked.forEach(({ rule, rank }, index) => {
    if (rule.kind === 'omit')
      builder.addMatcher(rule.matcher, `${index}.matcher`, (identifier) => ({ kind: 'omit', rule, rank, identifier }));
    else if (rule.when !== 'always') builder.addMatcher(rule.when, `${index}.when`, () => ({ kind: 'trigger', rule }));
  });
  builder.addPublished(options.exempt ?? []);
  if (builder.issues.length > 0) return { screen: null, issues: builder.issues };
  const alphabet = createAlphabet(builder.symbols);
  const additions = rules.filter((rule): rule is AddRule => rule.kind === 'add');
  const exempt = new Set((options.exempt ?? []).flatMap(exemptKeys));
  const isForIdentifiers = builder.roles.every((role) => role.kind !== 'trigger' && (role.kind !== 'omit' || role.identifier !== null));
  const table = { alphabet, automaton: createAutomaton(builder.entries, alphabet) };
  return { screen: { table, roles: builder.roles, additions, exempt, isForIdentifiers }, issues: [] };
}

export function exemptKeys(published: string): readonly string[] {
  return Object.values(identifiers).map((identifier) => `${identifier.id}:${identifier.key(published)}`);
}

interface Builder {
  readonly entries: Entry[];
  readonly roles: EntryRole[];
  readonly symbols: Set<number>;
  readonly issues: Issue[];
  addMatcher(matcher: Matcher, path: string, roleOf: (identifier: Identifier | null) => EntryRole): void;
  addPublished(published: readonly string[]): void;
}

function createBuilder(): Builder {
  const entries: Entry[] = [];
  const roles: EntryRole[] = [];
  const symbols = new Set<number>();
  const issues: Issue[] = [];
  const add = (role: EntryRole, words: { readonly terms: readonly string[]; readonly patterns: readonly string[] }, path: string): void => {
    const terms = words.terms.flatMap((term, index) => readTerm(term, { path: `${path}.terms.${index}`, issues }));
    const patterns = words.patterns.flatMap((pattern, index) => readPattern(pattern, { path: `${path}.patterns.${index}`, issues }));
    for (const term of terms) for (const symbol of term) symbols.add(symbol);
    for (const pattern of patterns) collectSymbols(pattern, symbols);
    roles.push(role);
    entries.push({ terms, patterns });
  };
  const withContext = new Set<string>();
  return {
    entries,
    roles,
    symbols,
    issues,
    addPublished(published) {
      if (published.length === 0) return;
      add({ kind: 'published' }, { terms: published.flatMap((text) => [text, text.replace(/\s/gu, '')]), patterns: [] }, 'exempt');
    },
    addMatcher(matcher, path, roleOf) {
      if (matcher.terms !== undefined || matcher.patterns !== undefined) {
        add(roleOf(null), { terms: matcher.terms ?? [], patterns: matcher.patterns ?? [] }, path);
      }
      for (const [index, id] of (matcher.identifiers ?? []).entries()) {
        const identifier = findIdentifier(id);
        if (identifier === undefined) {
          issues.push({
            path: `${path}.identifiers.${index}`,
            code: 'unknown_identifier',
            expected: `one of ${Object.keys(identifiers).join(', ')}`,
            received: id.slice(0, 40),
          });
          continue;
        }
        add(roleOf(identifier), { terms: [], patterns: identifier.patterns }, path);
        if (identifier.context.length === 0 || withContext.has(identifier.id)) continue;
        withContext.add(identifier.id);
        add({ kind: 'context', identifier }, { terms: identifier.context, patterns: [] }, path);
      }
    },
  };
}

function findIdentifier(id: IdentifierId): Identifier | undefined {
  return Object.hasOwn(identifiers, id) ? identifiers[id] : undefined;
}

interface Report {
  readonly path: string;
  readonly issues: Issue[];
}

function readTerm(term: string, report: Report): readonly (readonly number[])[] {
  const folded = foldText(term);
  const symbols = folded.slice(folded[0] === SPACE ? 1 : 0, folded.at(-1) === SPACE ? -1 : undefined);
  if (symbols.length > 0 && symbols.length <= longestTerm) return termSpellings(symbols);
  report.issues.push({
    path: report.path,
    code: 'bad_term',
    expected: `1 to ${longestTerm} visible characters`,
    received: `${symbols.length} visible characters`,
  });
  return [];
}

function readPattern(pattern: string, report: Report): readonly PatternNode[] {
  const parsed = parsePattern(pattern);
  if (parsed.ok) return [parsed.node];
  report.issues.push({
    path: report.path,
    code: 'bad_pattern',
    expected: parsed.expected,
    received: `character ${parsed.at + 1} of ${Array.from(pattern).length}`,
  });
  return [];
}

function collectSymbols(node: PatternNode, symbols: Set<number>): void {
  if (node.kind === 'set') for (const symbol of node.set.symbols) symbols.add(symbol);
  else if (node.kind === 'repeat') collectSymbols(node.part, symbols);
  else for (const part of node.parts) collectSymbols(part, symbols);
}
