import { type Leaf, type LeafKind, readLeaf } from '@parlance/log';
import { type ClientFault } from '../errors.ts';

/** Kinds that only this server writes, because it answers for what they say. */
const ownKinds: ReadonlySet<LeafKind> = new Set(['rule', 'mediation', 'tally']);

/** Leaves in one request. */
const mostLeaves = 256;

export type AddedLeaves =
  { readonly ok: true; readonly leaves: readonly Uint8Array[] } | { readonly ok: false; readonly fault: ClientFault };

/** Reads the body of a request to add leaves: one, or a list. `sizeOf` counts the leaves of the log. Either all can be added or none is. */
export function readAddedLeaves(body: unknown, sizeOf: () => bigint): AddedLeaves {
  if (body === undefined || body === null) return refused('invalid_json', 'the body is not JSON');
  const values: readonly unknown[] = Array.isArray(body) ? body : [body];
  if (values.length === 0 || values.length > mostLeaves)
    return refused('invalid_request', `the body: expected a leaf, or a list of 1 to ${mostLeaves} leaves`);
  const leaves: Uint8Array[] = [];
  for (const [index, value] of values.entries()) {
    const read = readLeaf(value);
    if (!read.ok) return leafRefused(index, read.issues[0] ?? unknownIssue);
    const issue = issueOf(read.value.leaf, sizeOf);
    if (issue !== null) return leafRefused(index, issue);
    leaves.push(read.value.bytes);
  }
  return { ok: true, leaves };
}

interface LeafIssue {
  readonly path: string;
  readonly expected: string;
}

const unknownIssue: LeafIssue = { path: '', expected: 'a leaf' };

/** What is wrong with a leaf that is well formed. */
function issueOf(leaf: Leaf, sizeOf: () => bigint): LeafIssue | null {
  if (ownKinds.has(leaf.leaf))
    return { path: 'leaf', expected: `a kind that this server does not write itself, which are ${[...ownKinds].join(', ')}` };
  if (leaf.leaf !== 'amend') return null;
  if (leaf.log !== undefined)
    return { path: 'log', expected: 'no other log: only this server states decisions about rules of earlier ones' };
  const size = sizeOf();
  const isThere = (position: string | null): boolean => position === null || BigInt(position) < size;
  const field = (['position', 'replacement'] as const).find((name) => !isThere(leaf[name]));
  return field === undefined ? null : { path: field, expected: 'the position of a leaf that the log has' };
}

/** Names the place and what was expected; never what was sent. */
function leafRefused(index: number, { path, expected }: LeafIssue): AddedLeaves {
  const param = path === '' ? String(index) : `${index}.${path}`;
  return refused('leaf_refused', `leaf ${param}: ${expected}`, param);
}

function refused(code: ClientFault['code'], message: string, param?: string): AddedLeaves {
  return { ok: false, fault: { code, message, ...(param === undefined ? {} : { param }) } };
}
