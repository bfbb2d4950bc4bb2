import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { issueAt, type PackIssue, shown } from './pack-issue.ts';
import { type RawFile, type TextAt, unreadable } from './reading.ts';
import { type SourceText } from './source-text.ts';

const deepest = 12;

interface Walk {
  readonly source: SourceText;
  readonly marks: Map<string, number>;
  readonly texts: TextAt[];
  readonly issues: PackIssue[];
}

interface Place {
  readonly path: string;
  readonly depth: number;
  readonly offset: number;
}

/**
 * Reads YAML 1.2 of which every scalar is a string (the failsafe schema): `112`, `no` and `1.10` mean what they look like. Refuses all that could
 * make a file say something else than it shows: anchors, aliases, tags, merge keys, comments, directives, escapes, a second document.
 */
export function readWholeYaml(source: SourceText): RawFile {
  const document = parsed(source.text);
  if (document === null) {
    const tooDeep = { expected: `at most ${deepest} levels`, received: 'more', mend: 'Write the file with fewer levels.' };
    return unreadable([issueAt(source.positionAt(0), { rule: 'S1', path: '', code: 'too-deep', ...tooDeep })]);
  }
  const walk: Walk = { source, marks: new Map(), texts: [], issues: [...documentIssues(source, document)] };
  const value = walkNode(walk, document.contents, { path: '', depth: 0, offset: 0 });
  const [exhausted] = document.errors.filter(isExhausted);
  if (exhausted !== undefined && !walk.issues.some(({ code }) => code === 'too-deep'))
    walk.issues.push(refused(source, exhausted.pos[0], 'too-deep'));
  return { value: document.errors.length > 0 ? null : value, marks: walk.marks, texts: walk.texts, issues: walk.issues };
}

/** Keys are compared by the walk, in linear time. */
const options = {
  version: '1.2',
  schema: 'failsafe',
  strict: true,
  uniqueKeys: false,
  stringKeys: true,
  merge: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/** Null when the nesting exhausts the stack. */
function parsed(text: string): Document.Parsed | null {
  try {
    return parseDocument(text, options);
  } catch {
    return null;
  }
}

/** The parser gives up at some depth and says so once for each level that is left. */
function isExhausted({ code }: { readonly code: string }): boolean {
  return code === 'RESOURCE_EXHAUSTION';
}

function documentIssues(source: SourceText, document: Document.Parsed): readonly PackIssue[] {
  const faults = [...document.errors.filter((error) => !isExhausted(error)), ...document.warnings];
  const syntax = faults.map((error) =>
    issueAt(source.positionAt(error.pos[0]), {
      rule: 'S1',
      path: '',
      code: 'yaml',
      expected: 'YAML 1.2 in plain form',
      received: error.code,
      mend: 'Correct the YAML here; quote a text that holds ": " or "#" or starts with a symbol.',
    }),
  );
  const directive = /^%/m.exec(source.text);
  if (directive === null || document.directives.yaml.explicit !== true) return syntax;
  return [...syntax, refused(source, directive.index, 'directive')];
}

const outsideGrammar = {
  directive: 'Remove the directive.',
  alias: 'Write the value out where it is meant; a pack has no aliases.',
  anchor: 'Remove the anchor.',
  tag: 'Remove the tag; every value of a pack is a text, a list or a map.',
  'too-deep': 'Write the file with fewer levels.',
  'duplicate-key': 'Keep one of the two.',
} as const;

/** Where the name of the fault does not say what is expected. */
const expectedInstead: Partial<Record<keyof typeof outsideGrammar, string>> = {
  'too-deep': `at most ${deepest} levels`,
  'duplicate-key': 'each key once',
};

function refused(source: SourceText, offset: number, code: keyof typeof outsideGrammar): PackIssue {
  return issueAt(source.positionAt(offset), {
    rule: 'S1',
    path: '',
    code,
    expected: expectedInstead[code] ?? `no ${code}`,
    received: code,
    mend: outsideGrammar[code],
  });
}

function walkNode(walk: Walk, node: Node | null, place: Place): unknown {
  const offset = node?.range?.[0] ?? place.offset;
  if (node === null) return null;
  const outside = outsideOf(node, place.depth);
  if (outside !== null) {
    walk.issues.push(refused(walk.source, offset, outside));
    return null;
  }
  if (isMap(node)) return walkMap(walk, node, place);
  if (isSeq(node)) return walkList(walk, node, place);
  return isScalar(node) ? walkText(walk, node, place) : null;
}

/** What a node has that no pack may have. */
function outsideOf(node: Node, depth: number): keyof typeof outsideGrammar | null {
  if (depth > deepest) return 'too-deep';
  if (isAlias(node)) return 'alias';
  if (node.tag !== undefined) return 'tag';
  return (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined ? 'anchor' : null;
}

function walkMap(walk: Walk, map: YAMLMap, place: Place): unknown {
  const entries = new Map<string, unknown>();
  for (const pair of map.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? place.offset;
    const path = place.path === '' ? key : `${place.path}.${key}`;
    if (entries.has(key)) walk.issues.push(refused(walk.source, offset, 'duplicate-key'));
    walk.marks.set(path, offset);
    if (isScalar(pair.key)) escapeIssue(walk, pair.key, path);
    entries.set(key, walkNode(walk, pair.value as Node | null, { path, depth: place.depth + 1, offset }));
  }
  return Object.fromEntries(entries);
}

function walkList(walk: Walk, list: YAMLSeq, place: Place): unknown {
  return list.items.map((item, index) => {
    const node = item as Node | null;
    const path = place.path === '' ? String(index) : `${place.path}.${index}`;
    const offset = node?.range?.[0] ?? place.offset;
    walk.marks.set(path, offset);
    return walkNode(walk, node, { path, depth: place.depth + 1, offset });
  });
}

type ScalarNode = Extract<Node, { source?: string }>;

function walkText(walk: Walk, node: ScalarNode, place: Place): string {
  const text = String((node as { value: unknown }).value);
  escapeIssue(walk, node, place.path);
  walk.texts.push({ path: place.path, text, offset: node.range?.[0] ?? place.offset });
  return text;
}

/** An escape writes a character that the file does not show. Only the two that a quoted text cannot do without are left. */
function escapeIssue(walk: Walk, node: ScalarNode, path: string): void {
  if (!node.range || walk.source.text[node.range[0]] !== '"') return;
  const written = walk.source.text.slice(node.range[0], node.range[1]);
  const escape = /\\[^"\\]/u.exec(written.replaceAll('\\\\', '""'));
  if (escape === null) return;
  walk.issues.push(
    issueAt(walk.source.positionAt(node.range[0] + escape.index), {
      rule: 'S9',
      path,
      code: 'escape',
      expected: 'characters as they are',
      received: shown(escape[0]),
      mend: 'Write the character itself; only \\" and \\\\ may be escaped.',
    }),
  );
}
