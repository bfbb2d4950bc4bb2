import { type Cause } from '@parlance/charter';
import { type Issue } from '@parlance/core';
import { identifierIds, identifiers, isIdentifierId } from './identifiers/index.ts';
import { type Identifier } from './identifiers/identifier.ts';
import { createAlphabet } from './matching/alphabet.ts';
import { createAutomaton, type Entry } from './matching/automaton.ts';
import { parsePattern, patternOfSymbols, symbolsIn, type PatternNode } from './matching/pattern.ts';
import { type Table } from './matching/scanner.ts';
import { type AddRule, type Classifier, type Matcher, type OmitRule, type Rule } from './rule.ts';
import { foldText, SPACE } from './text/fold.ts';
import { inAllLooks } from './text/look-alikes.ts';
import { termSpellings } from './text/mark-order.ts';

/** What an entry of the automaton is for. */
type EntryRole =
  | { readonly kind: 'omit'; readonly rule: OmitRule; readonly rank: number; readonly found: Found | null }
  | { readonly kind: 'context'; readonly identifier: Identifier }
  | { readonly kind: 'trigger'; readonly rule: AddRule }
  /** A published number or address. No omission reaches across it. */
  | { readonly kind: 'published' };

/** The identifier that an entry looks for, and the score of the form in which it does. */
interface Found {
  readonly identifier: Identifier;
  readonly score: number;
}

/** A rule that a safeguard judges by. */
export interface ClassifierRole {
  readonly rule: OmitRule;
  readonly rank: number;
  readonly classifier: Classifier;
}

/** A rule set, compiled once and immutable: one automaton for all terms, patterns and identifiers. */
export interface Screen {
  readonly table: Table;
  readonly roles: readonly EntryRole[];
  readonly additions: readonly AddRule[];
  /** Rules whose policy a safeguard judges sentences by. Where there are none, nothing waits for a judgement. */
  readonly classifiers: readonly ClassifierRole[];
  /** Keys of published numbers and addresses, by identifier: offices and hotlines are never masked (R10). */
  readonly exempt: ReadonlySet<string>;
  /** Those that some rule looks for. */
  readonly identifiers: readonly Identifier[];
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
    if (rule.kind === 'omit') builder.addMatcher(rule.matcher, `${index}.matcher`, (found) => ({ kind: 'omit', rule, rank, found }));
    else if (rule.when !== 'always') builder.addMatcher(rule.when, `${index}.when`, () => ({ kind: 'trigger', rule }));
  });
  builder.addPublished(options.exempt ?? []);
  if (builder.issues.length > 0) return { screen: null, issues: builder.issues };
  const alphabet = createAlphabet(builder.symbols);
  const additions = rules.filter((rule): rule is AddRule => rule.kind === 'add');
  const sought = [
    ...new Set(builder.roles.flatMap((role) => (role.kind === 'omit' && role.found !== null ? [role.found.identifier] : []))),
  ];
  const exempt = exemptKeys(sought, options.exempt ?? []);
  const isForIdentifiers = builder.roles.every((role) => role.kind !== 'trigger' && (role.kind !== 'omit' || role.found !== null));
  const table = { alphabet, automaton: createAutomaton(builder.entries, alphabet) };
  return {
    screen: { table, roles: builder.roles, additions, classifiers: classifiersOf(ranked), exempt, identifiers: sought, isForIdentifiers },
    issues: [],
  };
}

function classifiersOf(ranked: readonly { readonly rule: Rule; readonly rank: number }[]): readonly ClassifierRole[] {
  return ranked.flatMap(({ rule, rank }) =>
    rule.kind === 'omit' && rule.classifier !== undefined ? [{ rule, rank, classifier: rule.classifier }] : [],
  );
}

/** What is never left out, as each identifier spells it. */
export function exemptKeys(sought: readonly Identifier[], published: readonly string[]): ReadonlySet<string> {
  return new Set(sought.flatMap((identifier) => published.map((text) => `${identifier.id}:${identifier.key(text)}`)));
}

interface Words {
  readonly terms: readonly string[];
  readonly patterns: readonly string[];
  readonly touching?: boolean;
  readonly confusables?: boolean;
}

interface Builder {
  readonly entries: Entry[];
  readonly roles: EntryRole[];
  readonly symbols: Set<number>;
  readonly issues: Issue[];
  addMatcher(matcher: Matcher, path: string, roleOf: (found: Found | null) => EntryRole): void;
  addPublished(published: readonly string[]): void;
}

function createBuilder(): Builder {
  const entries: Entry[] = [];
  const roles: EntryRole[] = [];
  const symbols = new Set<number>();
  const issues: Issue[] = [];
  const add = (role: EntryRole, words: Words, path: string): void => {
    const read = words.terms.flatMap((term, index) => readTerm(term, { path: `${path}.terms.${index}`, issues }));
    const parsed = words.patterns.flatMap((pattern, index) => readPattern(pattern, { path: `${path}.patterns.${index}`, issues }));
    // Terms in all their looks would be too many for the trie: they are patterns, and cost rules that do not ask for it nothing.
    const isAlike = words.confusables === true;
    const terms = isAlike ? [] : read;
    const patterns = isAlike ? [...parsed, ...read.map(patternOfSymbols)].map(inAllLooks) : parsed;
    for (const term of terms) for (const symbol of term) symbols.add(symbol);
    for (const symbol of patterns.flatMap(symbolsIn)) symbols.add(symbol);
    roles.push(role);
    entries.push({ terms, patterns, touching: words.touching ?? false });
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
        add(
          roleOf(null),
          { terms: matcher.terms ?? [], patterns: matcher.patterns ?? [], confusables: matcher.confusables ?? false },
          path,
        );
      }
      for (const [index, id] of (matcher.identifiers ?? []).entries()) {
        if (!isIdentifierId(id)) {
          issues.push({
            path: `${path}.identifiers.${index}`,
            code: 'unknown_identifier',
            expected: `one of ${identifierIds.join(', ')}`,
            received: String(id).slice(0, 40),
          });
          continue;
        }
        const identifier = identifiers[id];
        for (const { score, ...words } of formsOf(identifier)) add(roleOf({ identifier, score }), { terms: [], ...words }, path);
        const { context } = identifier;
        if (context.terms.length + context.patterns.length === 0 || withContext.has(id)) continue;
        withContext.add(id);
        add({ kind: 'context', identifier }, context, path);
      }
    },
  };
}

/** Forms of one score that may stand in the same places are one entry. */
function formsOf({
  forms,
}: Identifier): readonly { readonly score: number; readonly patterns: readonly string[]; readonly touching: boolean }[] {
  const kinds = new Map(forms.map(({ score, touchesLetters: touching = false }) => [`${score} ${touching}`, { score, touching }]));
  return [...kinds.values()].map(({ score, touching }) => ({
    score,
    touching,
    patterns: forms.filter((form) => form.score === score && (form.touchesLetters ?? false) === touching).map(({ pattern }) => pattern),
  }));
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
