import { canonicalJson, CodedError, type Issue } from '@parlance/core';
import { type z } from 'zod';
import { decodeText, encodeText } from '../encoding/text.ts';
import { type Accepted, accept } from '../parsed.ts';
import { hashLeaf } from '../tree/hash.ts';
import { type Leaf, type LeafKind, schemaOf } from './leaf.ts';

/** Bytes. A tile of entries stays small enough to fetch on a bad line, and no leaf can hold a conversation. */
export const largestLeaf = 8192;

interface RefusedLeaf {
  readonly ok: false;
  readonly issues: readonly Issue[];
}

export type ParsedLeaf = Accepted<Leaf> | RefusedLeaf;

/** The bytes of a leaf: RFC 8785. Throws `leaf_malformed` for what `parseLeaf` would refuse. */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  const bytes = encodeText(canonicalJson(leaf));
  const parsed = parseLeaf(bytes);
  if (parsed.ok) return bytes;
  const [first] = parsed.issues;
  throw new CodedError('leaf_malformed', `a leaf of kind ${leaf.leaf} has an issue at ${first?.path ?? ''}: ${first?.code ?? ''}`);
}

/** The hash under which the leaf stands in the tree. Throws as `encodeLeaf` does. */
export function hashOfLeaf(leaf: Leaf): Uint8Array {
  return hashLeaf(encodeLeaf(leaf));
}

/** Reads an entry of the log. The bytes must be the canonical ones: then no key is there twice and every reader sees the same leaf. */
export function parseLeaf(bytes: Uint8Array): ParsedLeaf {
  if (bytes.length > largestLeaf) return tooLong(bytes);
  const text = decodeText(bytes);
  const value = text === undefined ? undefined : parseJson(text);
  if (value === undefined) return refused('not_json', 'JSON in UTF-8', `${bytes.length} bytes`);
  const checked = checkLeaf(value);
  if (!checked.ok) return checked;
  return checked.value.text === text
    ? accept(checked.value.leaf)
    : refused('not_canonical', 'the bytes of RFC 8785', `${bytes.length} bytes`);
}

/** Reads a leaf that is not an entry yet, in whatever order its members came, and gives the bytes that it has as an entry. */
export function readLeaf(value: unknown): Accepted<{ readonly leaf: Leaf; readonly bytes: Uint8Array }> | RefusedLeaf {
  const checked = checkLeaf(value);
  if (!checked.ok) return checked;
  const bytes = encodeText(checked.value.text);
  return bytes.length > largestLeaf ? tooLong(bytes) : accept({ leaf: checked.value.leaf, bytes });
}

/** A leaf and its canonical JSON. */
function checkLeaf(value: unknown): Accepted<{ readonly leaf: Leaf; readonly text: string }> | RefusedLeaf {
  const kind = kindOf(value);
  if (kind === undefined) return refused('unknown_kind', `a leaf of ${Object.keys(schemaOf).join(', ')}`, typeof value);
  const parsed = schemaOf[kind].safeParse(value);
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.map(issueOf) };
  const text = canonicalTextOf(parsed.data);
  return text === undefined
    ? refused('not_canonical', 'what RFC 8785 can say', 'half a surrogate pair')
    : accept({ leaf: parsed.data, text });
}

/** JSON can spell half a surrogate pair, which no UTF-8 holds. */
function canonicalTextOf(leaf: Leaf): string | undefined {
  try {
    return canonicalJson(leaf);
  } catch {
    return undefined;
  }
}

function kindOf(value: unknown): LeafKind | undefined {
  if (typeof value !== 'object' || value === null || !('leaf' in value)) return undefined;
  const { leaf } = value;
  return typeof leaf === 'string' && isKind(leaf) ? leaf : undefined;
}

function isKind(text: string): text is LeafKind {
  return Object.hasOwn(schemaOf, text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names the place and the rule, never the value. */
function issueOf({ path, code, message }: z.core.$ZodIssue): Issue {
  return { path: path.map(String).join('.'), code, expected: message, received: 'another value' };
}

function refused(code: string, expected: string, received: string): RefusedLeaf {
  return { ok: false, issues: [{ path: '', code, expected, received }] };
}

function tooLong(bytes: Uint8Array): RefusedLeaf {
  return refused('too_long', `at most ${largestLeaf} bytes`, `${bytes.length} bytes`);
}
