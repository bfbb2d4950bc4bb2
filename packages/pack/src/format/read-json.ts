import { type JsonToken, jsonTokens } from './json-tokens.ts';
import { issueAt, type PackIssue, shown } from './pack-issue.ts';
import { type RawFile, type TextAt, unreadable } from './reading.ts';
import { type SourceText } from './source-text.ts';

/** In UTF-16 units. */
const longestJson = 512 * 1024;
const deepest = 8;

interface Walk {
  readonly source: SourceText;
  readonly tokens: Iterator<JsonToken, void>;
  readonly marks: Map<string, number>;
  readonly texts: TextAt[];
  readonly issues: PackIssue[];
  next: JsonToken;
  /** Set at the first fault; nothing is read after it. */
  isBroken: boolean;
}

/**
 * Reads JSON (RFC 8259) and remembers where every field stands. Refuses what could make a file say something else than it shows: keys that stand twice and escapes
 * for characters that could stand there themselves. Comments are no JSON.
 */
export function readJson(source: SourceText): RawFile {
  if (source.text.length > longestJson) {
    const expected = `at most ${longestJson} characters`;
    const facts = {
      rule: 'S1',
      path: '',
      code: 'too-large',
      expected,
      received: `${source.text.length}`,
      mend: 'Split the file.',
    } as const;
    return unreadable([issueAt(source.positionAt(0), facts)]);
  }
  const tokens = jsonTokens(source.text);
  const start: JsonToken = { kind: 'mark', written: '', offset: 0 };
  const walk: Walk = { source, tokens, marks: new Map(), texts: [], issues: [], next: start, isBroken: false };
  advance(walk);
  const value = readValue(walk, '', 0);
  if (!walk.isBroken && walk.next.kind !== 'end') broken(walk, 'the end of the file');
  return { value: walk.isBroken ? null : value, marks: walk.marks, texts: walk.texts, issues: walk.issues };
}

function advance(walk: Walk): JsonToken {
  const token = walk.next;
  const step = walk.tokens.next();
  if (step.done !== true) walk.next = step.value;
  return token;
}

function broken(walk: Walk, expected: string, code: 'json' | 'too-deep' = 'json'): null {
  if (walk.isBroken) return null;
  walk.isBroken = true;
  const { offset, kind, written } = walk.next;
  const received = kind === 'end' ? 'the end of the file' : shown(written);
  const mend =
    code === 'json' ? `Write ${expected} here; JSON has no comments and no comma before a closing bracket.` : 'Write it with fewer levels.';
  walk.issues.push(issueAt(walk.source.positionAt(offset), { rule: 'S1', path: '', code, expected, received, mend }));
  return null;
}

function readValue(walk: Walk, path: string, depth: number): unknown {
  if (depth > deepest) return broken(walk, `at most ${deepest} levels`, 'too-deep');
  const { kind, written } = walk.next;
  if (kind === 'text') return readText(walk, path, advance(walk));
  if (kind === 'literal') return literalOf(advance(walk).written);
  if (written === '{') return readMap(walk, path, depth);
  if (written === '[') return readList(walk, path, depth);
  return broken(walk, 'a value in JSON');
}

function literalOf(written: string): unknown {
  const named = new Map<string, unknown>([
    ['true', true],
    ['false', false],
    ['null', null],
  ]);
  return named.has(written) ? named.get(written) : Number(written);
}

function readText(walk: Walk, path: string, token: JsonToken): string {
  const text = textOf(walk, path, token);
  walk.texts.push({ path, text, offset: token.offset });
  return text;
}

/** An escape writes a character that the file does not show. Only the two that a text cannot do without are left. */
function textOf({ source, issues }: Walk, path: string, { written, offset }: JsonToken): string {
  const escape = /\\[^"\\]/u.exec(written.replaceAll('\\\\', '""'));
  if (escape !== null)
    issues.push(
      issueAt(source.positionAt(offset + escape.index), {
        rule: 'S9',
        path,
        code: 'escape',
        expected: 'characters as they are',
        received: shown(written.slice(escape.index, escape.index + 6)),
        mend: 'Write the character itself; only \\" and \\\\ may be escaped.',
      }),
    );
  return String(JSON.parse(written));
}

function readMap(walk: Walk, path: string, depth: number): unknown {
  const entries = new Map<string, unknown>();
  readMembers(walk, '}', () => {
    const token = walk.next;
    if (token.kind !== 'text') return void broken(walk, 'a key in double quotes');
    const key = textOf(walk, path, advance(walk));
    const inner = path === '' ? key : `${path}.${key}`;
    if (entries.has(key)) duplicate(walk, inner, token);
    walk.marks.set(inner, token.offset);
    if (walk.next.written !== ':' || walk.next.kind !== 'mark') return void broken(walk, 'a colon');
    advance(walk);
    entries.set(key, readValue(walk, inner, depth + 1));
  });
  return Object.fromEntries(entries);
}

function duplicate({ source, issues }: Walk, path: string, { offset, written }: JsonToken): void {
  const facts = { code: 'duplicate-key', expected: 'each key once', received: shown(written), mend: 'Keep one of the two.' };
  issues.push(issueAt(source.positionAt(offset), { rule: 'S1', path, ...facts }));
}

function readList(walk: Walk, path: string, depth: number): unknown {
  const items: unknown[] = [];
  readMembers(walk, ']', () => {
    const inner = path === '' ? String(items.length) : `${path}.${items.length}`;
    walk.marks.set(inner, walk.next.offset);
    items.push(readValue(walk, inner, depth + 1));
  });
  return items;
}

/** What stands between brackets, with commas between. */
function readMembers(walk: Walk, closing: '}' | ']', readOne: () => void): void {
  const isAt = (written: string): boolean => walk.next.kind === 'mark' && walk.next.written === written;
  advance(walk);
  if (isAt(closing)) return void advance(walk);
  for (;;) {
    readOne();
    if (walk.isBroken) return;
    if (isAt(closing)) return void advance(walk);
    if (!isAt(',')) return void broken(walk, `a comma or ${closing}`);
    advance(walk);
  }
}
